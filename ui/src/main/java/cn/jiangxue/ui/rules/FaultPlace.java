package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePart;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a fault in a programme, taken apart: {@code caps[2].grounds.wording} is {@code grounds.wording} of the third cap.
 *
 * @param index −1 where there is none
 * @param key of a category, else empty
 */
record FaultPlace(String list, int index, String key, String field) {

    private static final Pattern PATH = Pattern.compile("(\\w+)(?:\\[([^\\]]*)])?(?:\\.(.+))?");

    static FaultPlace of(String path) {
        Matcher found = PATH.matcher(path);
        if (!found.matches()) {
            return new FaultPlace(path, -1, "", "");
        }
        String inside = found.group(2) == null ? "" : found.group(2);
        boolean counted = inside.matches("\\d{1,6}");
        return new FaultPlace(
                found.group(1),
                counted ? Integer.parseInt(inside) : -1,
                counted ? "" : inside,
                found.group(3) == null ? "" : found.group(3));
    }

    /** Where in the editor it is put right. */
    ProgrammePart part() {
        return switch (list) {
            case "targets" -> ProgrammePart.TARGETS;
            case "caps" -> ProgrammePart.CAPS;
            case "floors" -> ProgrammePart.FLOORS;
            case "highestOnly", "neverExemptible", "neverExemptibleGrounds" -> ProgrammePart.EXCLUSIONS;
            case "years", "terms" -> ProgrammePart.CALENDAR;
            default -> ProgrammePart.GENERAL;
        };
    }

    /** As the forms call it. */
    String inWords(ProgrammeContent content) {
        String place = Texts.known("rules.prog.place." + list, list);
        if (index < 0) {
            return place;
        }
        String numbered = Texts.t("rules.prog.place.numbered", place, index + 1);
        if (list.equals("targets") && index < content.targets().size()) {
            LocalText name = content.targets().get(index).name();
            return name.zh().isBlank() && name.en().isBlank()
                    ? numbered
                    : numbered + " " + Words.now().of(name);
        }
        return numbered;
    }
}
