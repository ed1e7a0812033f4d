package cn.jiangxue.reexamination;

import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseEvent;
import cn.jiangxue.contract.ReexaminationApi.Draw;
import cn.jiangxue.contract.ReexaminationApi.LearnerStatement;
import cn.jiangxue.contract.ReexaminationApi.Reexamination;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationSummary;
import cn.jiangxue.contract.ReexaminationApi.ReviewFinding;
import cn.jiangxue.contract.ReexaminationApi.ReviewRuling;
import cn.jiangxue.reexamination.ReexaminationDocument.File;
import cn.jiangxue.reexamination.ReexaminationDocument.Happened;
import cn.jiangxue.reexamination.ReexaminationDocument.StoredFinding;
import cn.jiangxue.reexamination.ReexaminationDocument.StoredRuling;
import cn.jiangxue.reexamination.ReexaminationDocument.StoredStatement;
import cn.jiangxue.reexamination.rules.Steps;
import cn.jiangxue.reexamination.rules.Steps.Actor;
import cn.jiangxue.vocabulary.Escalated;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Re-examinations as they travel; people are named when they are shown, never kept by name. */
final class ReexaminationViews {

    private static final String UNKNOWN = "—";

    private ReexaminationViews() {}

    /** Everybody a view names. */
    static Set<UUID> people(ReexaminationDocument stored) {
        Set<UUID> people = new HashSet<>(stored.tookPart());
        UUID reviewer = stored.file().reviewer();
        if (reviewer != null) {
            people.add(reviewer);
        }
        stored.file().history().stream().map(Happened::by).forEach(by -> {
            if (by != null) {
                people.add(by);
            }
        });
        return people;
    }

    static Reexamination view(
            ReexaminationDocument stored,
            Map<UUID, String> names,
            Actor actor,
            LocalDate today,
            @Nullable Case dossier) {
        File file = stored.file();
        return new Reexamination(
                stored.id(),
                stored.state(),
                stored.revision(),
                stored.period(),
                stored.graded().institutionId(),
                stored.graded().institutionName(),
                stored.graded().caseId(),
                stored.graded().credentialId(),
                name(stored.graded().personId(), names),
                stored.graded().occupation(),
                stored.graded().gradeName(),
                named(stored.graded().officers(), names),
                named(stored.graded().assessors(), names),
                reviewer(stored, names),
                file.evidence(),
                finding(file.finding(), names),
                statement(file.statement()),
                ruling(file.ruling(), names),
                ReexaminationWords.actOn(stored.state()),
                stored.actBy(),
                Steps.isOverdue(stored.actBy(), today),
                Steps.overturnFrom(stored.standing()),
                Steps.menu(stored.standing(), actor, today),
                file.history().stream().map(event -> event(event, names)).toList(),
                stored.drawnAt(),
                dossier);
    }

    static ReexaminationSummary summary(ReexaminationDocument stored, Map<UUID, String> names, LocalDate today) {
        return new ReexaminationSummary(
                stored.id(),
                stored.state(),
                name(stored.graded().personId(), names),
                stored.graded().occupation(),
                stored.graded().gradeName(),
                stored.graded().institutionName(),
                reviewer(stored, names),
                stored.drawnAt(),
                stored.actBy(),
                Steps.isOverdue(stored.actBy(), today),
                Escalated.on(stored.escalated()),
                ReexaminationWords.actOn(stored.state()));
    }

    static Draw draw(DrawDocument stored) {
        return new Draw(stored.id(), stored.institutionId(), stored.decidedAt(), stored.ticket(), stored.drawn());
    }

    private static @Nullable String reviewer(ReexaminationDocument stored, Map<UUID, String> names) {
        UUID reviewer = stored.file().reviewer();
        return reviewer == null ? null : name(reviewer, names);
    }

    private static @Nullable ReviewFinding finding(@Nullable StoredFinding made, Map<UUID, String> names) {
        return made == null ? null : new ReviewFinding(made.kind(), made.reason(), name(made.by(), names), made.at());
    }

    private static @Nullable LearnerStatement statement(@Nullable StoredStatement said) {
        return said == null ? null : new LearnerStatement(said.words(), said.at());
    }

    private static @Nullable ReviewRuling ruling(@Nullable StoredRuling made, Map<UUID, String> names) {
        return made == null ? null : new ReviewRuling(made.kind(), made.reason(), name(made.by(), names), made.at());
    }

    private static CaseEvent event(Happened event, Map<UUID, String> names) {
        UUID by = event.by();
        return new CaseEvent(event.at(), event.what(), by == null ? null : name(by, names), event.reason());
    }

    private static List<String> named(List<UUID> people, Map<UUID, String> names) {
        return people.stream().map(person -> name(person, names)).sorted().toList();
    }

    private static String name(UUID person, Map<UUID, String> names) {
        return names.getOrDefault(person, UNKNOWN);
    }
}
