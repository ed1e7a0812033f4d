package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.ui.text.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of occupations by code, in the reader's language. */
final class OccupationNames {

    private OccupationNames() {}

    static Map<String, String> of(List<Occupation> occupations) {
        Words words = Words.now();
        return occupations.stream().collect(Collectors.toMap(Occupation::code, o -> words.of(o.name()), (a, b) -> a));
    }
}
