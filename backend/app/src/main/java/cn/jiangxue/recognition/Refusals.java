package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Refused;
import cn.jiangxue.recognition.rules.Answer;
import cn.jiangxue.recognition.rules.Interest;
import java.util.Map;
import java.util.UUID;

/** Every answer that is no yes, as it leaves the service, with the rule of docs/adr/0024 that says so. */
final class Refusals {

    private static final String RULES = "匠学学习成果认定办法（示范）第%d条";

    private Refusals() {}

    /** {@code names}: of whoever decided first. */
    static ProblemException of(Answer answer, Map<UUID, String> names) {
        return switch (answer) {
            case Answer.Done ignored -> throw new IllegalArgumentException("no refusal");
            case Answer.Repeated ignored -> throw new IllegalArgumentException("no refusal");
            case Answer.Conflicting conflicting ->
                new ProblemException(ProblemCode.CONFLICTING_REPEAT, conflicting.id());
            case Answer.NotTheirs ignored -> new ProblemException(ProblemCode.NOT_FOUND);
            case Answer.NotNow not ->
                refused(
                        2,
                        ProblemCode.NOT_AT_THIS_STEP,
                        Wording.name(not.state().stage()));
            case Answer.Partial partial -> partial(partial.interest());
            case Answer.ReasonNeeded needed -> invalid("reason", Refused.reasonNeeded(needed.least(), needed.most()));
            case Answer.DaysOutOfRange range ->
                invalid(
                        "days",
                        new LocalText(
                                "请给出%d至%d个工作日".formatted(range.least(), range.most()),
                                "Give %d to %d working days".formatted(range.least(), range.most())));
            case Answer.Unanswered unanswered -> refused(6, ProblemCode.OBJECTIONS_UNANSWERED, unanswered.objections());
            case Answer.NotAgreed ignored -> refused(7, ProblemCode.NOT_AGREED);
            case Answer.VotesComplete ignored -> refused(3, ProblemCode.VOTES_COMPLETE);
            case Answer.EvidenceOpen open -> refused(10, ProblemCode.EVIDENCE_UNEXAMINED, open.outcomes());
            case Answer.NothingToExamine ignored -> refused(10, ProblemCode.EVIDENCE_FOUND_BEFORE, "—", "—");
            case Answer.MeansNeeded ignored ->
                invalid("means", new LocalText("请选择核验方式", "Say by what it was verified"));
            case Answer.OnlyAuthentic ignored ->
                invalid(
                        "authentic",
                        new LocalText(
                                "申诉中只在材料属实时核验；维持原核验结论请驳回申诉",
                                "On an appeal evidence is found authentic; to keep the finding, dismiss the appeal"));
            case Answer.DecidedBefore before -> decidedBefore(before, names);
            case Answer.TooLate late ->
                refused(9, ProblemCode.APPEAL_TOO_LATE, late.until().toString());
            case Answer.NobodyAbove ignored -> refused(9, ProblemCode.NO_HIGHER_BODY);
            case Answer.AtLimit limit -> new ProblemException(ProblemCode.CASE_AT_LIMIT, limit.most());
        };
    }

    private static ProblemException partial(Interest interest) {
        return interest == Interest.OWN_CASE
                ? refused(8, ProblemCode.OWN_CASE)
                : refused(8, ProblemCode.CONFLICT_OF_INTEREST, Wording.reason(interest));
    }

    private static ProblemException decidedBefore(Answer.DecidedBefore before, Map<UUID, String> names) {
        UUID officer = before.first().officer();
        LocalText what = before.first().granted() ? Wording.text("认定", "granted") : Wording.text("不予认定", "refused");
        return refused(
                7,
                ProblemCode.ALREADY_DECIDED,
                officer == null ? "—" : names.getOrDefault(officer, "—"),
                before.first().on().toString(),
                what);
    }

    /** Rule 7: what the rules do not grant nobody grants. */
    static ProblemException grantsNothing(LocalText programme) {
        return refused(7, ProblemCode.RECOGNITION_GRANTS_NOTHING, programme);
    }

    static ProblemException refused(int article, ProblemCode code, Object... values) {
        return new ProblemException(code, values).clause(RULES.formatted(article));
    }

    private static ProblemException invalid(String field, LocalText message) {
        return new ProblemException(ProblemCode.INVALID_FIELDS).field(field, message);
    }
}
