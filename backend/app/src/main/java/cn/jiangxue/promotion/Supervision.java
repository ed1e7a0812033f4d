package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.SupervisionApi.Act;
import cn.jiangxue.contract.SupervisionApi.Burst;
import cn.jiangxue.contract.SupervisionApi.BurstInFull;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.promotion.rules.Pace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Bursts as the administrators of an institution see them, with the cases and the reasons that were given. */
@Component
class Supervision {

    private static final int PAGE = 20;
    private static final int AT_ONCE = 4;
    private static final String UNKNOWN = "—";
    private static final LocalText CLAUSE =
            new LocalText("《匠学晋级考核办法（样例）》第七条", "Jiangxue rules of examination for promotion (sample), article 7");

    private final Bursts bursts;
    private final Cases cases;
    private final Applicants applicants;
    private final Organisations organisations;
    private final AuditTrail audit;

    Supervision(Bursts bursts, Cases cases, Applicants applicants, Organisations organisations, AuditTrail audit) {
        this.bursts = bursts;
        this.cases = cases;
        this.applicants = applicants;
        this.organisations = organisations;
        this.audit = audit;
    }

    Mono<Page<Burst>> list(Caller caller, UUID institution, @Nullable String cursor) {
        String before = Cut.after(cursor);
        return organisations
                .require(caller, institution, Role.ADMINISTRATOR)
                .then(Mono.defer(() -> bursts.of(institution, before, PAGE + 1)))
                .flatMap(this::page);
    }

    private Mono<Page<Burst>> page(List<BurstDocument> found) {
        Cut<BurstDocument> cut = Cut.of(found, PAGE, BurstDocument::queueKey);
        Set<UUID> people = cut.shown().stream().map(BurstDocument::personId).collect(Collectors.toSet());
        return applicants.names(people).map(names -> cut.as(burst -> view(burst, names)));
    }

    Mono<BurstInFull> find(Caller caller, UUID id) {
        return bursts.find(id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(burst -> organisations
                        .require(caller, burst.institutionId(), Role.ADMINISTRATOR)
                        .then(Mono.defer(() -> audit.record(opened(caller, burst))))
                        .then(Mono.defer(() -> inFull(burst))));
    }

    private static AuditFact opened(Caller caller, BurstDocument burst) {
        return new AuditFact(
                "promotion.burst-opened",
                caller.personId(),
                burst.institutionId(),
                "person:" + burst.personId(),
                Map.of("burst", burst.id().toString()));
    }

    private record Taken(ActDocument act, CaseDocument in) {}

    private Mono<BurstInFull> inFull(BurstDocument burst) {
        return bursts.hasty(burst.institutionId(), burst.personId(), burst.firstAt(), burst.lastAt())
                .flatMapIterable(hasty -> hasty)
                .flatMapSequential(act -> cases.find(act.caseId()).map(in -> new Taken(act, in)), AT_ONCE)
                .collectList()
                .flatMap(taken -> applicants
                        .names(people(burst, taken))
                        .map(names -> new BurstInFull(
                                view(burst, names),
                                taken.stream().map(one -> act(one, names)).toList())));
    }

    private static Set<UUID> people(BurstDocument burst, List<Taken> taken) {
        Set<UUID> people = new HashSet<>(Set.of(burst.personId()));
        taken.forEach(one -> people.add(one.in().personId()));
        return people;
    }

    private static Burst view(BurstDocument burst, Map<UUID, String> names) {
        return new Burst(
                burst.id(),
                burst.institutionId(),
                burst.personId(),
                names.getOrDefault(burst.personId(), UNKNOWN),
                burst.firstAt(),
                burst.lastAt(),
                burst.acts(),
                Pace.MOST,
                (int) Pace.WITHIN.toMinutes(),
                CLAUSE);
    }

    private static Act act(Taken one, Map<UUID, String> names) {
        CaseDocument in = one.in();
        Said said = said(one);
        return new Act(
                one.act().kind(),
                one.act().at(),
                in.id(),
                names.getOrDefault(in.personId(), UNKNOWN),
                in.asked().occupation(),
                in.asked().gradeName(),
                said.what(),
                said.reason());
    }

    private record Said(LocalText what, String reason) {}

    /** An act that a case does not know, as after a restore from a time between the two, is named without a reason. */
    private static Said said(Taken one) {
        UUID id = one.act().id();
        Dossier dossier = one.in().dossier();
        return switch (one.act().kind()) {
            case MARK ->
                dossier.marks().stream()
                        .filter(mark -> mark.id().equals(id))
                        .map(mark -> new Said(Marks.happened(mark), mark.reason()))
                        .findFirst()
                        .orElseGet(() -> new Said(new LocalText("评分", "marked"), ""));
            case APPROVAL ->
                dossier.decisions().stream()
                        .filter(decision -> decision.id().equals(id))
                        .map(decision -> new Said(CaseViews.name(decision.kind()), decision.reason()))
                        .findFirst()
                        .orElseGet(() -> new Said(new LocalText("批准", "approved"), ""));
        };
    }
}
