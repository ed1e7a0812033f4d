package cn.jiangxue.framework;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.StandardsApi.AdoptionEdit;
import cn.jiangxue.contract.StandardsApi.ConsultationEdit;
import cn.jiangxue.contract.StandardsApi.ContentFault;
import cn.jiangxue.framework.rules.Lifecycle;
import cn.jiangxue.framework.rules.Lifecycle.Answer;
import cn.jiangxue.framework.rules.Lifecycle.Stage;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the national body does with a version: open it for comments, adopt it, take it back, give it up. Each step is one write and on the audit record. */
@Component
class Steps {

    private final VersionShelf shelf;
    private final Drafting drafting;
    private final NationalBody national;
    private final AdoptedVersions adopted;
    private final CivilTime time;

    Steps(VersionShelf shelf, Drafting drafting, NationalBody national, AdoptedVersions adopted, CivilTime time) {
        this.shelf = shelf;
        this.drafting = drafting;
        this.national = national;
        this.adopted = adopted;
        this.time = time;
    }

    /** Only what has no faults is sent; INVALID_FIELDS names every one. */
    Mono<VersionDocument> consult(Caller caller, String subject, int version, ConsultationEdit edit) {
        return decide(caller, subject, version, (stored, versions) -> {
            Answer answer =
                    Lifecycle.consult(stored.standing(LocalDate.EPOCH), edit.revision(), edit.closesOn(), time.today());
            requireAccepted(answer, stored);
            requireSound(drafting.faults(stored.kind(), stored.content(), stored.edition(), versions));
            VersionDocument next = stored.consulted(edit.closesOn(), now());
            return shelf.save(
                    next,
                    fact(
                            "standard.consulted",
                            caller,
                            next,
                            Map.of(
                                    "hash",
                                    next.hash(),
                                    "closesOn",
                                    edit.closesOn().toString())));
        });
    }

    Mono<VersionDocument> adopt(Caller caller, String subject, int version, AdoptionEdit edit) {
        return decide(caller, subject, version, (stored, versions) -> {
                    LocalDate earliest = earliestFrom(stored, versions);
                    Answer answer = Lifecycle.adopt(
                            stored.standing(earliest),
                            caller.personId(),
                            edit.hash(),
                            edit.effectiveFrom(),
                            time.today());
                    if (isRepeated(stored, caller, edit)) {
                        return Mono.just(stored);
                    }
                    requireAccepted(answer, stored);
                    VersionDocument next = stored.adopted(caller.personId(), edit.effectiveFrom(), now());
                    return shelf.save(
                            next,
                            new VersionAdopted(next.kind(), subject, version, edit.effectiveFrom()),
                            fact(
                                    "standard.adopted",
                                    caller,
                                    next,
                                    Map.of(
                                            "hash",
                                            next.hash(),
                                            "from",
                                            edit.effectiveFrom().toString())));
                })
                .doOnNext(adopted::take);
    }

    private static boolean isRepeated(VersionDocument stored, Caller caller, AdoptionEdit edit) {
        return stored.stage() == Stage.ADOPTED
                && caller.personId().equals(stored.adoptedBy())
                && edit.effectiveFrom().equals(stored.from())
                && edit.hash().equals(stored.hash());
    }

    Mono<VersionDocument> redraft(Caller caller, String subject, int version, String reason) {
        return decide(
                caller,
                subject,
                version,
                (stored, versions) -> moved(
                        caller,
                        stored,
                        Lifecycle.redraft(stored.standing(LocalDate.EPOCH), reason),
                        "standard.redrafted",
                        reason));
    }

    Mono<VersionDocument> abandon(Caller caller, String subject, int version, String reason) {
        return decide(
                caller,
                subject,
                version,
                (stored, versions) -> moved(
                        caller,
                        stored,
                        Lifecycle.abandon(stored.standing(LocalDate.EPOCH), reason),
                        "standard.abandoned",
                        reason));
    }

    private Mono<VersionDocument> moved(
            Caller caller, VersionDocument stored, Answer answer, String action, String reason) {
        if (!(answer instanceof Answer.Accepted accepted)) {
            return Mono.error(StepRefusals.of(answer, stored));
        }
        VersionDocument next = stored.moved(accepted.next(), reason.strip(), now());
        return shelf.save(next, fact(action, caller, next, Map.of("reason", reason.strip())));
    }

    private Mono<VersionDocument> decide(
            Caller caller,
            String subject,
            int version,
            BiFunction<VersionDocument, List<VersionDocument>, Mono<VersionDocument>> decision) {
        return national.require(caller)
                .then(Tries.of(() -> shelf.versions(subject)
                        .flatMap(all -> all.stream()
                                .filter(each -> each.version() == version)
                                .findFirst()
                                .map(stored -> decision.apply(stored, all))
                                .orElseGet(() -> Mono.error(VersionShelf.notFound())))));
    }

    /** The first civil date from which it may hold: not before it was meant to, and a day after the newest one adopted began. */
    static LocalDate earliestFrom(VersionDocument stored, List<VersionDocument> versions) {
        LocalDate meant = Contents.meantFrom(stored.read());
        return versions.stream()
                .filter(each -> each.stage() == Stage.ADOPTED && each.version() < stored.version())
                .map(VersionDocument::from)
                .filter(from -> from != null && !from.isBefore(meant))
                .map(from -> from.plusDays(1))
                .max(LocalDate::compareTo)
                .orElse(meant);
    }

    private static void requireAccepted(Answer answer, VersionDocument stored) {
        if (!(answer instanceof Answer.Accepted)) {
            throw StepRefusals.of(answer, stored);
        }
    }

    private static void requireSound(List<ContentFault> faults) {
        if (!faults.isEmpty()) {
            ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
            faults.forEach(fault -> refusal.field("content" + fault.path(), fault.message()));
            throw refusal;
        }
    }

    static AuditFact fact(String action, Caller caller, VersionDocument document, Map<String, String> facts) {
        return new AuditFact(action, caller.personId(), null, "standard:" + document.id(), facts);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
