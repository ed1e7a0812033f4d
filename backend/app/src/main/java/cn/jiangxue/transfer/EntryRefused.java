package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.platform.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** Why one entry of an uploaded file is not taken. It ends the entry, not the file, and carries no stack trace. */
final class EntryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LocalText why;

    EntryRefused(LocalText why) {
        super(why.en(), null, false, false);
        this.why = why;
    }

    LocalText why() {
        return why;
    }

    static EntryRefused taken() {
        return new EntryRefused(new LocalText(
                "这个版本已经存在而且内容不同；已有的版本不会被改动，请用下一个版本号",
                "This version is there already with other content; it is never changed, use the next number"));
    }

    static LocalText said(BadData bad) {
        LocalText reason = bad.inWords();
        return bad.path().isEmpty()
                ? reason
                : new LocalText(
                        "文件的%s处：%s。请改好这一处再导入。".formatted(bad.path(), reason.zh()),
                        "At %s of the file: %s. Mend this place and bring the file in again."
                                .formatted(bad.path(), reason.en()));
    }

    static EntryRefused of(List<RuleFault> faults) {
        return new EntryRefused(new LocalText(
                faults.stream()
                        .map(fault -> fault.path() + "：" + fault.message().zh())
                        .collect(Collectors.joining("；")),
                faults.stream()
                        .map(fault -> fault.path() + ": " + fault.message().en())
                        .collect(Collectors.joining("; "))));
    }

    static EntryRefused of(ProblemException refusal) {
        return new EntryRefused(
                switch (refusal.code()) {
                    case RULE_VERSION_OPEN ->
                        new LocalText("这条规则还有未办完的版本", "Another version of this rule is still open");
                    case RULE_VERSION_NOT_NEXT -> new LocalText("版本号不连续", "Versions follow one another");
                    case NOT_FOUND -> new LocalText("这条规则不涉及您的机构", "This rule does not concern your institution");
                    default -> fields(refusal);
                });
    }

    private static LocalText fields(ProblemException refusal) {
        return refusal.fields().isEmpty()
                ? refusal.inWords()
                : new LocalText(
                        refusal.fields().stream()
                                .map(field -> field.message().zh())
                                .collect(Collectors.joining("；")),
                        refusal.fields().stream()
                                .map(field -> field.message().en())
                                .collect(Collectors.joining("; ")));
    }
}
