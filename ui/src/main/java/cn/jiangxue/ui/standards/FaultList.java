package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardContent;
import cn.jiangxue.contract.StandardContent.GradeAsked;
import cn.jiangxue.contract.StandardsApi.ContentFault;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;

/** What is wrong, each with its place: as the file has it, or in the words of the forms. */
final class FaultList {

    private static final int MOST_SHOWN = 50;

    private FaultList() {}

    static UnorderedList byPlace(List<ContentFault> faults) {
        UnorderedList list = list();
        faults.stream()
                .limit(MOST_SHOWN)
                .forEach(fault -> list.add(new ListItem((fault.path().isEmpty() ? "" : fault.path() + " — ")
                        + Words.now().of(fault.message()))));
        return list;
    }

    static UnorderedList inWords(List<ContentFault> faults, VersionContent content) {
        UnorderedList list = list();
        faults.stream()
                .limit(MOST_SHOWN)
                .forEach(fault -> list.add(new ListItem(Texts.t(
                        "standards.fault",
                        place(fault.path(), content),
                        Words.now().of(fault.message())))));
        return list;
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("jx-bullets");
        return list;
    }

    /** A JSON Pointer as the forms call the place: grade, path, condition, field. */
    static String place(String path, VersionContent content) {
        List<String> words = new ArrayList<>();
        String[] steps = path.substring(Math.min(1, path.length())).split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            String step = steps[i];
            boolean counted = i + 1 < steps.length && steps[i + 1].matches("\\d+");
            if (counted) {
                words.add(counted(step, Integer.parseInt(steps[++i]), content));
            } else if (!step.isEmpty()) {
                words.add(Texts.known("standards.place." + step, step));
            }
        }
        return words.isEmpty() ? Texts.t("standards.place.whole") : String.join(" · ", words);
    }

    private static String counted(String list, int index, VersionContent content) {
        StandardContent standard = content.standard();
        List<GradeAsked> grades = standard == null ? List.of() : standard.grades();
        return list.equals("grades") && index < grades.size()
                ? Words.now().grade(grades.get(index).grade())
                : Texts.known("standards.place." + list, list) + " " + (index + 1);
    }
}
