package cn.jiangxue.promotion.rules;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.ExaminationApi.PartState;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.frameworks.ExamRequirement;
import cn.jiangxue.promotion.rules.Oversight.PlanToday;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Marks of an examination and what they come to, by 匠学晋级考核办法（样例）第一至三条. Marks are whole tenths and only ever added; one is corrected by another that names it.
 * Nothing is rounded where a pass is decided.
 */
public final class Examination {

    /** Working days from admission until all parts should be marked (sample rule). */
    public static final int DAYS = 60;

    /** Corrections within one application. */
    public static final int CORRECTIONS_MOST = 20;

    private Examination() {}

    /**
     * A mark as it was recorded.
     *
     * @param corrects the mark in whose place it stands, null for a first one
     * @param reason empty for a first mark
     */
    public record Mark(
            UUID id,
            ExamPart part,
            int sitting,
            int tenths,
            UUID assessor,
            Instant at,
            @Nullable UUID corrects,
            String reason) {}

    /**
     * An application as a mark sees it.
     *
     * @param officers who took a decision on it
     * @param plan under which an enterprise examines; null where the institution does
     */
    public record Sheet(
            CaseState state,
            UUID applicant,
            Set<UUID> officers,
            List<ExamRequirement> asked,
            List<Mark> marks,
            Oversight oversight,
            @Nullable PlanToday plan) {}

    /**
     * A part as it stands.
     *
     * @param sitting the one that is open, or that ended the part
     * @param marksIn marks in force of that sitting
     * @param meanTenths of the newest complete sitting that counts, rounded down for showing; null before the first
     * @param meanOf that sitting; 0 before the first
     */
    public record Result(
            ExamRequirement asked,
            PartState state,
            int sitting,
            int marksIn,
            @Nullable Integer meanTenths,
            int meanOf) {}

    /** The answer to a mark. */
    public sealed interface Answer {

        record Accepted() implements Answer {}

        /** The same mark again. */
        record Repeated() implements Answer {}

        /** This mark's id stands for other content. */
        record Conflicting() implements Answer {}

        /** Nobody assesses themselves. */
        record OwnCase() implements Answer {}

        /** Who decided does not assess. */
        record DecidedHere() implements Answer {}

        /** Who supervises does not assess. */
        record SupervisesHere() implements Answer {}

        /** The plan names other assessors. */
        record NotInPlan() implements Answer {}

        /** The plan is not in force, so no sitting begins. */
        record PlanNotInForce() implements Answer {}

        /** A complete sitting of the part waits for the supervisor. */
        record SupervisorAwaited() implements Answer {}

        record NotInExamination(CaseState state) implements Answer {}

        record PartNotAsked() implements Answer {}

        record OffTheScale(int most) implements Answer {}

        record PartPassed() implements Answer {}

        /** Another sitting than the one meant is open. */
        record SittingNotOpen(int open) implements Answer {}

        record SittingsUsedUp(int most) implements Answer {}

        /** The assessor has a mark in force in this sitting. */
        record MarkedAlready() implements Answer {}

        record NotCorrectable() implements Answer {}

        record CorrectionsAtLimit(int most) implements Answer {}

        record ReasonNeeded(int least, int most) implements Answer {}
    }

    /** Whether a mark stands; of two at once the store keeps one, and the other comes here again with the first among the marks. */
    public static Answer mark(Sheet sheet, UUID assessor, UUID markId, MarkEdit edit) {
        if (assessor.equals(sheet.applicant())) {
            return new Answer.OwnCase();
        }
        Optional<Mark> known =
                sheet.marks().stream().filter(mark -> mark.id().equals(markId)).findFirst();
        if (known.isPresent()) {
            return isOf(known.get(), assessor, edit) ? new Answer.Repeated() : new Answer.Conflicting();
        }
        if (sheet.officers().contains(assessor)) {
            return new Answer.DecidedHere();
        }
        Optional<Answer> outside = outside(sheet, assessor);
        if (outside.isPresent()) {
            return outside.get();
        }
        if (sheet.state() != CaseState.IN_EXAMINATION) {
            return new Answer.NotInExamination(sheet.state());
        }
        if (edit.tenths() < 0 || edit.tenths() > ExamRequirement.FULL_TENTHS) {
            return new Answer.OffTheScale(ExamRequirement.FULL_TENTHS);
        }
        return sheet.asked().stream()
                .filter(asked -> asked.part() == edit.part())
                .findFirst()
                .map(asked -> edit.corrects() == null
                        ? first(sheet, result(asked, sheet.marks(), sheet.oversight()), assessor, edit)
                        : correction(sheet, assessor, edit, edit.corrects()))
                .orElseGet(Answer.PartNotAsked::new);
    }

    /** Under a plan only the assessors that it names mark, and nobody who supervises. */
    private static Optional<Answer> outside(Sheet sheet, UUID assessor) {
        PlanToday plan = sheet.plan();
        if (plan == null) {
            return Optional.empty();
        }
        if (plan.supervisors().contains(assessor)
                || sheet.oversight().supervisors().contains(assessor)) {
            return Optional.of(new Answer.SupervisesHere());
        }
        return plan.assessors().contains(assessor) ? Optional.empty() : Optional.of(new Answer.NotInPlan());
    }

    private static boolean isOf(Mark known, UUID assessor, MarkEdit edit) {
        return known.assessor().equals(assessor)
                && known.part() == edit.part()
                && known.sitting() == edit.sitting()
                && known.tenths() == edit.tenths()
                && Optional.ofNullable(known.corrects()).equals(Optional.ofNullable(edit.corrects()))
                && known.reason().equals(reason(edit));
    }

    /** Why a mark is corrected, as it is kept; a first mark gives no reason. */
    public static String reason(MarkEdit edit) {
        return edit.corrects() == null ? "" : edit.reason().strip();
    }

    private static Answer first(Sheet sheet, Result now, UUID assessor, MarkEdit edit) {
        return switch (now.state()) {
            case PASSED -> new Answer.PartPassed();
            case UNCONFIRMED -> new Answer.SupervisorAwaited();
            case USED_UP -> new Answer.SittingsUsedUp(now.asked().sittings());
            case OPEN -> {
                if (edit.sitting() != now.sitting()) {
                    yield new Answer.SittingNotOpen(now.sitting());
                }
                if (now.marksIn() == 0 && sheet.plan() != null && !sheet.plan().open()) {
                    yield new Answer.PlanNotInForce();
                }
                boolean marked = inForce(sheet.marks(), edit.part(), edit.sitting()).stream()
                        .anyMatch(mark -> mark.assessor().equals(assessor));
                yield marked ? new Answer.MarkedAlready() : new Answer.Accepted();
            }
        };
    }

    /** What a supervisor has confirmed or objected to is not corrected any more. */
    private static Answer correction(Sheet sheet, UUID assessor, MarkEdit edit, UUID corrects) {
        List<Mark> marks = sheet.marks();
        if (sheet.oversight().find(edit.part(), edit.sitting()).isPresent()) {
            return new Answer.NotCorrectable();
        }
        boolean correctable = inForce(marks, edit.part(), edit.sitting()).stream()
                .anyMatch(mark -> mark.id().equals(corrects) && mark.assessor().equals(assessor));
        if (!correctable || edit.sitting() != newestSitting(marks, edit.part())) {
            return new Answer.NotCorrectable();
        }
        if (marks.stream().filter(mark -> mark.corrects() != null).count() >= CORRECTIONS_MOST) {
            return new Answer.CorrectionsAtLimit(CORRECTIONS_MOST);
        }
        int length = reason(edit).length();
        return length >= Review.REASON_LEAST && length <= Review.REASON_MOST
                ? new Answer.Accepted()
                : new Answer.ReasonNeeded(Review.REASON_LEAST, Review.REASON_MOST);
    }

    private static int newestSitting(List<Mark> marks, ExamPart part) {
        return marks.stream()
                .filter(mark -> mark.part() == part)
                .mapToInt(Mark::sitting)
                .max()
                .orElse(0);
    }

    /** Marks that no other one corrects. */
    public static List<Mark> inForce(List<Mark> marks) {
        Set<UUID> corrected = marks.stream()
                .flatMap(mark -> Optional.ofNullable(mark.corrects()).stream())
                .collect(Collectors.toSet());
        return marks.stream().filter(mark -> !corrected.contains(mark.id())).toList();
    }

    private static List<Mark> inForce(List<Mark> marks, ExamPart part, int sitting) {
        return inForce(marks).stream()
                .filter(mark -> mark.part() == part && mark.sitting() == sitting)
                .toList();
    }

    /** Every part as it stands. */
    public static List<Result> results(List<ExamRequirement> asked, List<Mark> marks, Oversight oversight) {
        return asked.stream().map(part -> result(part, marks, oversight)).toList();
    }

    /** The parts that are not passed, in the order in which they are sat. */
    public static List<ExamPart> missing(List<Result> results) {
        return results.stream()
                .filter(part -> part.state() != PartState.PASSED)
                .map(part -> part.asked().part())
                .toList();
    }

    /**
     * The first complete sitting that passes ends a part, and so does the last one; each that fails opens the next. A void sitting opens the next one as well and uses none
     * up, until too many are void.
     */
    private static Result result(ExamRequirement asked, List<Mark> marks, Oversight oversight) {
        Integer mean = null;
        int meanOf = 0;
        int counted = 0;
        for (int sitting = 1; ; sitting++) {
            List<Mark> in = inForce(marks, asked.part(), sitting);
            if (in.size() < asked.assessors()) {
                return new Result(asked, PartState.OPEN, sitting, in.size(), mean, meanOf);
            }
            Oversight.Verdict verdict = oversight.of(asked.part(), sitting);
            if (verdict == Oversight.Verdict.AWAITED) {
                return new Result(asked, PartState.UNCONFIRMED, sitting, in.size(), mean, meanOf);
            }
            if (verdict == Oversight.Verdict.COUNTS) {
                counted++;
                int sum = in.stream().mapToInt(Mark::tenths).sum();
                mean = sum / in.size();
                meanOf = sitting;
                if (sum >= asked.passTenths() * in.size()) {
                    return new Result(asked, PartState.PASSED, sitting, in.size(), mean, meanOf);
                }
            }
            if (counted >= asked.sittings() || sitting - counted >= Oversight.VOID_MOST) {
                return new Result(asked, PartState.USED_UP, sitting, in.size(), mean, meanOf);
            }
        }
    }
}
