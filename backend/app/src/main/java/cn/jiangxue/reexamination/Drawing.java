package cn.jiangxue.reexamination;

import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.promotion.DecidedCases;
import cn.jiangxue.promotion.GradeDecided;
import cn.jiangxue.reexamination.rules.Lot;
import cn.jiangxue.reexamination.rules.Quarter;
import cn.jiangxue.reexamination.rules.Steps;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Draws approved grades as they are told. Every step may be repeated: what is written is named by the credential. */
@Component
class Drawing {

    private final Periods periods;
    private final ReexaminationStore store;
    private final DecidedCases cases;
    private final Organisations organisations;
    private final CivilTime time;

    Drawing(
            Periods periods,
            ReexaminationStore store,
            DecidedCases cases,
            Organisations organisations,
            CivilTime time) {
        this.periods = periods;
        this.store = store;
        this.cases = cases;
        this.organisations = organisations;
        this.time = time;
    }

    /** A grade decided before the seed of its quarter was committed to takes no part: nobody could tell afterwards that the seed was not chosen for it. */
    Mono<Void> draw(GradeDecided grade) {
        return periods.find(Quarter.of(grade.decidedOn()))
                .filter(period -> !grade.decidedAt().isBefore(period.committedAt()))
                .flatMap(period -> draw(period, grade));
    }

    private Mono<Void> draw(PeriodDocument period, GradeDecided grade) {
        int ticket = Lot.ticket(periods.seed(period), grade.credentialId());
        boolean drawn = Lot.isDrawn(ticket, period.shareBasisPoints());
        Mono<Void> put =
                store.insert(DrawDocument.of(grade, period.id(), ticket, drawn)).then();
        return drawn ? put.then(Mono.defer(() -> begin(period, grade))) : put;
    }

    private Mono<Void> begin(PeriodDocument period, GradeDecided grade) {
        Instant now = time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Mono<List<UUID>> within =
                organisations.within(grade.institutionId()).defaultIfEmpty(List.of(grade.institutionId()));
        LocalDate actBy = WorkingDays.PUBLISHED.after(time.today(), Steps.FINDING_DAYS);
        return Mono.zip(cases.parts(grade.caseId()), within)
                .map(both -> ReexaminationDocument.drawn(grade, both.getT2(), both.getT1(), period.id(), actBy, now))
                .flatMap(drawn -> store.insert(drawn, LearnerNews.drawn(drawn), fact(drawn)))
                .then();
    }

    private static AuditFact fact(ReexaminationDocument drawn) {
        return new AuditFact(
                "reexamination.drawn",
                null,
                drawn.graded().institutionId(),
                "reexamination:" + drawn.id(),
                Map.of(
                        "case", drawn.graded().caseId().toString(),
                        "credential", drawn.graded().credentialId().toString(),
                        "period", drawn.period()));
    }
}
