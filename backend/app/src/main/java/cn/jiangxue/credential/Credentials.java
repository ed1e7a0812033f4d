package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.Credential;
import cn.jiangxue.contract.CredentialApi.DisclosureEdit;
import cn.jiangxue.contract.CredentialApi.StateEdit;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.credential.rules.Lifecycle;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Credentials as holders and the officers of the issuing institution see and change them. */
@Component
class Credentials {

    private static final int PAGE = 20;
    private static final int INSTITUTIONS = 50;
    private static final int TRIES = 10;

    private final CredentialRegister register;
    private final StateChanges states;
    private final IssuerKeys keys;
    private final Holders holders;
    private final CertificatePdf pdf;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    Credentials(
            CredentialRegister register,
            StateChanges states,
            IssuerKeys keys,
            Holders holders,
            CertificatePdf pdf,
            Events events,
            Outbox outbox,
            Clock clock) {
        this.register = register;
        this.states = states;
        this.keys = keys;
        this.holders = holders;
        this.pdf = pdf;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<List<Credential>> mine(Caller caller) {
        return register.ofLearner(caller.learnerId())
                .map(found -> found.stream().map(this::view).toList());
    }

    Mono<Credential> find(Caller caller, UUID id) {
        return visible(caller, id).map(this::view);
    }

    /** The signed document. The holder. */
    Mono<byte[]> document(Caller caller, UUID id) {
        return own(caller, id).map(stored -> stored.document().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A printable certificate. The holder. */
    Mono<byte[]> print(Caller caller, UUID id) {
        return own(caller, id)
                .zipWhen(stored -> holders.name(stored.learnerId()))
                .flatMap(both -> Blocking.call(() -> pdf.print(both.getT1(), both.getT2(), verifyUrl(both.getT1()))));
    }

    Mono<Credential> disclose(Caller caller, UUID id, DisclosureEdit edit) {
        return retrying(TRIES, () -> own(caller, id).flatMap(stored -> disclose(caller, stored, edit)));
    }

    private Mono<Credential> disclose(Caller caller, CredentialDocument stored, DisclosureEdit edit) {
        if (Set.copyOf(stored.disclosed()).equals(edit.disclosed())) {
            return Mono.just(view(stored));
        }
        AuditFact fact = fact(
                "credential.disclosure-changed",
                caller,
                stored,
                Map.of("disclosed", edit.disclosed().toString()));
        return save(stored.showing(
                edit.disclosed().stream().sorted().toList(), events.append(stored.outbox(), fact), clock.instant()));
    }

    /** Suspends, reinstates or revokes. Officers of the institution that issued it. */
    Mono<Credential> change(Caller caller, UUID id, StateEdit edit) {
        return retrying(TRIES, () -> issuedBy(caller, id).flatMap(stored -> change(caller, stored, edit)));
    }

    private Mono<Credential> change(Caller caller, CredentialDocument stored, StateEdit edit) {
        return switch (Lifecycle.change(stored.state(), edit.state(), edit.reason())) {
            case SAME -> Mono.just(view(stored));
            case REVOKED_FOR_EVER -> Mono.error(new ProblemException(ProblemCode.CREDENTIAL_REVOKED));
            case NOT_A_DECISION -> wrong("state", new LocalText("不能设为已过期", "Nobody can set it to expired"));
            case REASON_TOO_SHORT, REASON_TOO_LONG ->
                wrong("reason", new LocalText("请写明理由，10至2000字", "Give a reason of 10 to 2,000 characters"));
            case MOVES ->
                states.move(
                                caller.personId(),
                                stored,
                                edit.state(),
                                edit.reason().strip())
                        .map(this::view);
        };
    }

    private static Mono<Credential> wrong(String field, LocalText message) {
        return Mono.error(new ProblemException(ProblemCode.INVALID_FIELDS).field(field, message));
    }

    /** Issued by the caller's institutions, newest first. */
    Mono<Page<Credential>> issued(Caller caller, @Nullable String cursor) {
        String before = Cut.after(cursor);
        return Flux.fromIterable(caller.organisationsAs(Role.RECOGNITION_OFFICER))
                .take(INSTITUTIONS)
                .flatMap(institution -> register.ofInstitution(institution, before, PAGE + 1))
                .flatMapIterable(found -> found)
                .sort(Comparator.comparing(CredentialDocument::queueKey).reversed())
                .take(PAGE + 1)
                .collectList()
                .map(this::page);
    }

    private Page<Credential> page(List<CredentialDocument> found) {
        return Cut.of(found, PAGE, CredentialDocument::queueKey).as(this::view);
    }

    private Mono<Credential> save(CredentialDocument next) {
        return register.save(next)
                .doOnNext(saved -> outbox.wake(CredentialDocument.COLLECTION))
                .map(this::view);
    }

    private static Mono<Credential> retrying(int tries, Supplier<Mono<Credential>> attempt) {
        return Mono.defer(attempt)
                .switchIfEmpty(Mono.defer(() -> tries > 1
                        ? retrying(tries - 1, attempt)
                        : Mono.error(new ProblemException(ProblemCode.CHANGED_MEANWHILE))));
    }

    private Mono<CredentialDocument> own(Caller caller, UUID id) {
        return register.find(id)
                .filter(stored -> stored.learnerId().equals(caller.learnerId()))
                .switchIfEmpty(notFound());
    }

    private Mono<CredentialDocument> issuedBy(Caller caller, UUID id) {
        return register.find(id)
                .filter(stored -> caller.has(Role.RECOGNITION_OFFICER, stored.institutionId()))
                .switchIfEmpty(notFound());
    }

    private Mono<CredentialDocument> visible(Caller caller, UUID id) {
        return register.find(id)
                .filter(stored -> stored.learnerId().equals(caller.learnerId())
                        || caller.has(Role.RECOGNITION_OFFICER, stored.institutionId()))
                .switchIfEmpty(notFound());
    }

    private static Mono<CredentialDocument> notFound() {
        return Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    private static AuditFact fact(String action, Caller caller, CredentialDocument stored, Map<String, String> facts) {
        return new AuditFact(action, caller.personId(), stored.institutionId(), "credential:" + stored.id(), facts);
    }

    private Credential view(CredentialDocument stored) {
        var issued = stored.issued();
        Set<cn.jiangxue.contract.CredentialApi.Disclosure> shown =
                EnumSet.noneOf(cn.jiangxue.contract.CredentialApi.Disclosure.class);
        shown.addAll(stored.disclosed());
        return new Credential(
                stored.id(),
                stored.number(),
                issued.title(),
                issued.occupation(),
                issued.grade(),
                issued.gradeName(),
                issued.issuer(),
                Lifecycle.shown(stored.state(), issued.expiresAt(), clock.instant()),
                stored.stateReason(),
                issued.at(),
                issued.expiresAt(),
                shown,
                verifyUrl(stored));
    }

    private String verifyUrl(CredentialDocument stored) {
        return keys.issuer().base() + "/verify/" + stored.id();
    }
}
