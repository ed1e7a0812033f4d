package cn.jiangxue.framework;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.framework.rules.Lifecycle;
import cn.jiangxue.framework.rules.Lifecycle.Answer;
import cn.jiangxue.framework.rules.Lifecycle.Stage;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Refused;
import java.time.LocalDate;

/** Steps that were refused, as they travel. */
final class StepRefusals {

    private StepRefusals() {}

    /** What a refused step travels as. */
    static ProblemException of(Answer answer, VersionDocument stored) {
        return switch (answer) {
            case Answer.InUse ignored -> new ProblemException(ProblemCode.STANDARD_IN_USE, stored.version());
            case Answer.NotOpen closed -> new ProblemException(ProblemCode.STANDARD_NOT_OPEN, name(closed.stage()));
            case Answer.ChangedMeanwhile ignored -> new ProblemException(ProblemCode.CHANGED_MEANWHILE);
            case Answer.OtherContent ignored -> new ProblemException(ProblemCode.STANDARD_OTHER_CONTENT);
            case Answer.StillConsulted(LocalDate closesOn) ->
                new ProblemException(ProblemCode.STANDARD_STILL_CONSULTED, closesOn.toString())
                        .clause("匠学职业标准管理办法（样例）第三条");
            case Answer.SecondPersonNeeded ignored ->
                new ProblemException(ProblemCode.STANDARD_SECOND_PERSON).clause("匠学职业标准管理办法（样例）第四条");
            case Answer.DateOutside(LocalDate earliest, LocalDate latest) ->
                new ProblemException(ProblemCode.INVALID_FIELDS)
                        .clause("匠学职业标准管理办法（样例）第三、四条")
                        .field("date", dates(earliest, latest));
            case Answer.ReasonNeeded(int least, int most) ->
                new ProblemException(ProblemCode.INVALID_FIELDS).field("reason", Refused.reasonNeeded(least, most));
            case Answer.Accepted ignored -> throw new IllegalStateException("an accepted step is no refusal");
        };
    }

    private static LocalText dates(LocalDate earliest, LocalDate latest) {
        return latest.plusDays(1).equals(Lifecycle.NEVER)
                ? new LocalText("日期不能早于%s".formatted(earliest), "Not before %s".formatted(earliest))
                : new LocalText(
                        "日期应在%s至%s之间".formatted(earliest, latest), "A date from %s to %s".formatted(earliest, latest));
    }

    static LocalText name(Stage stage) {
        return switch (stage) {
            case DRAFT -> new LocalText("草稿", "a draft");
            case CONSULTATION -> new LocalText("征求意见", "in consultation");
            case ADOPTED -> new LocalText("已发布", "adopted");
            case ABANDONED -> new LocalText("已放弃", "abandoned");
        };
    }
}
