package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Occupations by their names, in the reader's language. */
final class OccupationNames {

    private OccupationNames() {}

    static Map<String, String> of(List<Occupation> occupations) {
        Words words = Words.now();
        return occupations.stream().collect(Collectors.toMap(Occupation::code, o -> words.of(o.name()), (a, b) -> a));
    }

    /** To choose one; the one with the code is chosen already. */
    static Select<Occupation> choice(List<Occupation> occupations, @Nullable String code) {
        Select<Occupation> choice = new Select<>();
        choice.setLabel(Texts.t("learn.path.occupation"));
        choice.setItems(occupations);
        choice.setItemLabelGenerator(each -> Words.now().of(each.name()));
        occupations.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .ifPresent(choice::setValue);
        return choice;
    }
}
