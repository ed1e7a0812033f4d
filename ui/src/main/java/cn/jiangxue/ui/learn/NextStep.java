package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.LearningApi.EnrolmentState;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.PathResult;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a learner's home puts first, decided from what the services tell. */
final class NextStep {

    /** How near to the next grade: {@code met} of {@code asked} conditions on the path that is nearest to being met. */
    record Nearness(Eligibility eligibility, PathResult path, int met, int asked) {}

    private NextStep() {}

    /** The course to go on with: the one studied last that is not complete. */
    static Optional<Enrolment> toContinue(List<Enrolment> lastStudiedFirst) {
        return lastStudiedFirst.stream()
                .filter(e -> e.state() == EnrolmentState.ACTIVE && e.continueLessonId() != null)
                .findFirst();
    }

    /** Unfinished courses with a due date, the most urgent first. */
    static List<Enrolment> due(List<Enrolment> enrolments) {
        return enrolments.stream()
                .filter(e -> e.state() == EnrolmentState.ACTIVE && e.dueOn() != null)
                .sorted(Comparator.comparing(e -> e.dueOn() == null ? LocalDate.MAX : e.dueOn()))
                .toList();
    }

    /** The grade within reach: one that can be applied for now, else the one with the largest share of its conditions met. */
    static Optional<Nearness> nearest(List<Eligibility> paths) {
        return paths.stream()
                .map(NextStep::nearness)
                .flatMap(Optional::stream)
                .max(Comparator.comparing((Nearness n) -> n.eligibility().eligible())
                        .thenComparingDouble(n -> n.asked() == 0 ? 0 : (double) n.met() / n.asked()));
    }

    static Optional<Nearness> nearness(Eligibility eligibility) {
        return eligibility.paths().stream()
                .map(path -> new Nearness(
                        eligibility,
                        path,
                        (int) path.findings().stream().filter(f -> f.met()).count(),
                        path.findings().size()))
                .max(Comparator.comparingDouble(n -> n.asked() == 0 ? 0 : (double) n.met() / n.asked()));
    }
}
