package cn.jiangxue.reexamination;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.reexamination.rules.Steps.Actor;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who may see which re-examination: the learner, and whoever has an office in the institution or above it. */
@Component
class ReexaminationAccess {

    private final ReexaminationStore store;

    ReexaminationAccess(ReexaminationStore store) {
        this.store = store;
    }

    /** The caller's own, else NOT_FOUND. */
    Mono<ReexaminationDocument> own(Caller caller, UUID id) {
        return store.find(id)
                .filter(stored -> stored.learnerId().equals(caller.learnerId()))
                .switchIfEmpty(notFound());
    }

    /** One that the caller may look at as a reviewer, else NOT_FOUND. */
    Mono<ReexaminationDocument> reviewed(Caller caller, UUID id) {
        return store.find(id).filter(stored -> actor(caller, stored).reviews()).switchIfEmpty(notFound());
    }

    /** One that the caller may decide as an officer, else NOT_FOUND. */
    Mono<ReexaminationDocument> ruled(Caller caller, UUID id) {
        return store.find(id).filter(stored -> actor(caller, stored).rules()).switchIfEmpty(notFound());
    }

    /** One that the caller may see in any way, else NOT_FOUND. */
    Mono<ReexaminationDocument> visible(Caller caller, UUID id) {
        return store.find(id)
                .filter(stored ->
                        isOwn(caller, stored) || mayRead(caller, stored) || holds(caller, Role.ADMINISTRATOR, stored))
                .switchIfEmpty(notFound());
    }

    /** Officers of the institution have the application anyway; other reviewers see it while somebody has to act, and whoever acted afterwards too. */
    private static boolean mayRead(Caller caller, ReexaminationDocument stored) {
        return caller.has(Role.RECOGNITION_OFFICER, stored.graded().institutionId())
                || actor(caller, stored).reviews() && (stored.open() || acted(caller, stored));
    }

    private static boolean acted(Caller caller, ReexaminationDocument stored) {
        return stored.file().history().stream()
                .anyMatch(event -> caller.personId().equals(event.by()));
    }

    static boolean isOwn(Caller caller, ReexaminationDocument stored) {
        return stored.learnerId().equals(caller.learnerId());
    }

    static Actor actor(Caller caller, ReexaminationDocument stored) {
        boolean decides = holds(caller, Role.RECOGNITION_OFFICER, stored);
        return new Actor(caller.personId(), decides || holds(caller, Role.ASSESSOR, stored), decides);
    }

    private static boolean holds(Caller caller, Role role, ReexaminationDocument stored) {
        return stored.within().stream().anyMatch(organisation -> caller.has(role, organisation));
    }

    /** Where the caller reviews or decides. */
    static Set<UUID> desks(Caller caller) {
        Set<UUID> desks = new TreeSet<>(caller.organisationsAs(Role.ASSESSOR));
        desks.addAll(caller.organisationsAs(Role.RECOGNITION_OFFICER));
        return desks;
    }

    private static Mono<ReexaminationDocument> notFound() {
        return Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
