package cn.jiangxue.promotion.rules;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.ExaminationApi.ConfirmationEdit;
import cn.jiangxue.contract.ExaminationApi.PartState;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.promotion.rules.Examination.Mark;
import cn.jiangxue.promotion.rules.Examination.Result;
import cn.jiangxue.promotion.rules.Examination.Sheet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How the sittings of an application are supervised from outside, by 匠学企业自主评价管理办法（样例）第四条: where supervision is asked, a sitting counts only once a supervisor has
 * confirmed it, and is void when a supervisor objects. What is on record is never changed.
 *
 * @param asked whether sittings count only when they are confirmed
 * @param confirmations at most one for each sitting of a part
 */
public record Oversight(boolean asked, List<Confirmation> confirmations) {

    /** The institution examines by itself. */
    public static final Oversight NONE = new Oversight(false, List.of());

    /** Void sittings of one part; after these the application can only be refused (sample rule). */
    public static final int VOID_MOST = 3;

    /** What a supervisor put on record; {@code counts} false makes the sitting void. */
    public record Confirmation(
            UUID id, ExamPart part, int sitting, boolean counts, String words, UUID supervisor, Instant at) {}

    /**
     * Who acts under the plan today.
     *
     * @param open whether a sitting may begin
     */
    public record PlanToday(boolean open, Set<UUID> assessors, Set<UUID> supervisors) {}

    /** Where a complete sitting stands. */
    enum Verdict {
        COUNTS,
        AWAITED,
        VOID
    }

    Verdict of(ExamPart part, int sitting) {
        return !asked
                ? Verdict.COUNTS
                : find(part, sitting)
                        .map(found -> found.counts() ? Verdict.COUNTS : Verdict.VOID)
                        .orElse(Verdict.AWAITED);
    }

    Optional<Confirmation> find(ExamPart part, int sitting) {
        return confirmations.stream()
                .filter(one -> one.part() == part && one.sitting() == sitting)
                .findFirst();
    }

    /** Who confirmed or objected. */
    public Set<UUID> supervisors() {
        return confirmations.stream().map(Confirmation::supervisor).collect(Collectors.toUnmodifiableSet());
    }

    /** The answer to a supervisor. */
    public sealed interface Answer {

        record Accepted() implements Answer {}

        /** The same confirmation again. */
        record Repeated() implements Answer {}

        /** This id stands for other content. */
        record Conflicting() implements Answer {}

        /** Nobody supervises their own examination. */
        record OwnCase() implements Answer {}

        /** Who marked or decided does not supervise. */
        record ActedHere() implements Answer {}

        record NotInExamination(CaseState state) implements Answer {}

        /** No such sitting, or marks of it are missing. */
        record NotComplete() implements Answer {}

        /** A supervisor spoke about this sitting before. */
        record ConfirmedBefore() implements Answer {}

        /** Nobody confirms what they did not see. */
        record NotPresent() implements Answer {}

        record ReasonNeeded(int least, int most) implements Answer {}
    }

    /** Whether a confirmation stands; of two at once the store keeps one, and the other comes here again with the first on the sheet. */
    public static Answer confirm(Sheet sheet, UUID supervisor, UUID id, ConfirmationEdit edit) {
        if (supervisor.equals(sheet.applicant())) {
            return new Answer.OwnCase();
        }
        List<Confirmation> confirmations = sheet.oversight().confirmations();
        Optional<Confirmation> known =
                confirmations.stream().filter(one -> one.id().equals(id)).findFirst();
        if (known.isPresent()) {
            return isOf(known.get(), supervisor, edit) ? new Answer.Repeated() : new Answer.Conflicting();
        }
        boolean acted = sheet.officers().contains(supervisor)
                || sheet.marks().stream().map(Mark::assessor).anyMatch(supervisor::equals);
        if (acted) {
            return new Answer.ActedHere();
        }
        if (sheet.state() != CaseState.IN_EXAMINATION) {
            return new Answer.NotInExamination(sheet.state());
        }
        if (sheet.oversight().find(edit.part(), edit.sitting()).isPresent()) {
            return new Answer.ConfirmedBefore();
        }
        return isComplete(sheet, edit) ? said(edit) : new Answer.NotComplete();
    }

    private static boolean isOf(Confirmation known, UUID supervisor, ConfirmationEdit edit) {
        return known.supervisor().equals(supervisor)
                && known.part() == edit.part()
                && known.sitting() == edit.sitting()
                && known.counts() == edit.counts()
                && known.words().equals(edit.words().strip());
    }

    private static boolean isComplete(Sheet sheet, ConfirmationEdit edit) {
        return Examination.results(sheet.asked(), sheet.marks(), sheet.oversight()).stream()
                .filter(result -> result.state() == PartState.UNCONFIRMED)
                .anyMatch(result -> result.asked().part() == edit.part() && result.sitting() == edit.sitting());
    }

    private static Answer said(ConfirmationEdit edit) {
        if (edit.counts() && !edit.present()) {
            return new Answer.NotPresent();
        }
        int length = edit.words().strip().length();
        int least = edit.counts() ? 0 : Review.REASON_LEAST;
        return length >= least && length <= Review.REASON_MOST
                ? new Answer.Accepted()
                : new Answer.ReasonNeeded(least, Review.REASON_MOST);
    }

    /** The parts of which a complete sitting waits for a supervisor. */
    public static List<ExamPart> awaited(List<Result> results) {
        return results.stream()
                .filter(result -> result.state() == PartState.UNCONFIRMED)
                .map(result -> result.asked().part())
                .toList();
    }
}
