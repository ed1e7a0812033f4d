package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.FrameworkData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The occupations that courses may serve: those that have an occupational standard. */
final class Occupations {

    private final Map<String, Occupation> byCode;
    private final List<Occupation> all;

    Occupations(FrameworkData data) {
        this.all = data.occupations().stream()
                .map(one -> new Occupation(one.code(), one.name()))
                .toList();
        this.byCode = all.stream().collect(Collectors.toMap(Occupation::code, Function.identity()));
    }

    List<Occupation> all() {
        return all;
    }

    Set<String> codes() {
        return byCode.keySet();
    }

    /** The occupation; under its bare code when it has left the list since. */
    Occupation of(String code) {
        return byCode.getOrDefault(code, new Occupation(code, new LocalText(code, code)));
    }
}
