package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Refused;
import cn.jiangxue.transfer.rules.DraftLife.Answer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Steps with drafts of programmes that were refused, as they travel. */
final class DraftRefusals {

    private DraftRefusals() {}

    static ProblemException of(Answer answer, ProgrammeDraftDocument stored) {
        return switch (answer) {
            case Answer.NotYours ignored -> RuleShelf.notFound();
            case Answer.NotOpen(ProgrammeDraftState state) -> notOpen(state, stored.version());
            case Answer.ChangedMeanwhile ignored -> new ProblemException(ProblemCode.CHANGED_MEANWHILE);
            case Answer.OtherContent ignored -> new ProblemException(ProblemCode.PROGRAMME_OTHER_CONTENT);
            case Answer.SecondPersonNeeded ignored -> new ProblemException(ProblemCode.PROGRAMME_SECOND_PERSON);
            case Answer.DateOutside(LocalDate earliest, LocalDate latest) ->
                new ProblemException(ProblemCode.INVALID_FIELDS).field("from", dates(earliest, latest));
            case Answer.ReasonNeeded(int least, int most) ->
                new ProblemException(ProblemCode.INVALID_FIELDS).field("reason", Refused.reasonNeeded(least, most));
            case Answer.Accepted ignored -> throw new IllegalStateException("an accepted step is no refusal");
        };
    }

    private static ProblemException notOpen(ProgrammeDraftState state, int version) {
        return switch (state) {
            case PUBLISHED -> new ProblemException(ProblemCode.PROGRAMME_IN_USE, version);
            case OVERTAKEN -> new ProblemException(ProblemCode.PROGRAMME_OVERTAKEN, version);
            case DRAFT, REVIEW, ABANDONED -> new ProblemException(ProblemCode.PROGRAMME_DRAFT_NOT_OPEN, name(state));
        };
    }

    private static LocalText name(ProgrammeDraftState state) {
        return switch (state) {
            case DRAFT -> new LocalText("草稿", "a draft");
            case REVIEW -> new LocalText("待复核", "submitted for review");
            case PUBLISHED -> new LocalText("已发布", "published");
            case OVERTAKEN -> new LocalText("版本号已被占用", "overtaken");
            case ABANDONED -> new LocalText("已放弃", "abandoned");
        };
    }

    private static LocalText dates(LocalDate earliest, @Nullable LocalDate latest) {
        if (latest == null) {
            return new LocalText("日期不能早于%s".formatted(earliest), "Not before %s".formatted(earliest));
        }
        return latest.isBefore(earliest)
                ? new LocalText("它自己写明的有效期已过，请退回修改", "The time it names itself has passed; give it back")
                : new LocalText(
                        "日期应在%s至%s之间".formatted(earliest, latest), "A date from %s to %s".formatted(earliest, latest));
    }
}
