package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CourseCard;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a course is suggested for while somebody types. */
final class Suggestions {

    private static final int MAX_INPUTS = 40;
    private static final int SHORTEST = 2;

    private Suggestions() {}

    /** Both titles and the trade; a Chinese title also from each of its characters on, because readers begin in the middle (卡尺 for 游标卡尺). */
    static List<String> inputs(CourseCard card) {
        Set<String> inputs = new LinkedHashSet<>();
        inputs.add(card.title().zh());
        inputs.add(card.title().en());
        inputs.add(card.occupation().name().zh());
        inputs.add(card.occupation().name().en());
        String title = card.title().zh();
        for (int start = 1; start <= title.length() - SHORTEST && inputs.size() < MAX_INPUTS; start++) {
            inputs.add(title.substring(start));
        }
        for (String word : card.title().en().split("\\s+")) {
            if (inputs.size() < MAX_INPUTS && word.length() > SHORTEST) {
                inputs.add(card.title().en().substring(card.title().en().indexOf(word)));
            }
        }
        return inputs.stream().filter(input -> !input.isBlank()).toList();
    }
}
