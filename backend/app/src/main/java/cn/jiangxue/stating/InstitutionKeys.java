package cn.jiangxue.stating;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi.InstitutionKey;
import cn.jiangxue.contract.StatingApi.NewKey;
import cn.jiangxue.identity.People;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.stating.rules.Ed25519Key;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Keys by which institutions sign: registered and revoked by their administrators. Rotation is a new key first, then the end of the old one. */
final class InstitutionKeys {

    private static final int IN_FORCE_MOST = 5;
    private static final int LISTED_MOST = 100;
    private static final int LABEL_MOST = 60;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(10);

    private final Documents<KeyDocument> keys;
    private final Organisations organisations;
    private final People people;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    InstitutionKeys(
            Documents<KeyDocument> keys,
            Organisations organisations,
            People people,
            Events events,
            Outbox outbox,
            Clock clock) {
        this.keys = keys;
        this.organisations = organisations;
        this.people = people;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The same id with the same content answers the same key. */
    Mono<InstitutionKey> register(Caller caller, UUID id, NewKey asked) {
        Ed25519Key key = requireGood(asked);
        return organisations
                .require(caller, asked.institutionId(), Role.ADMINISTRATOR)
                .then(keys.find(id))
                .switchIfEmpty(Mono.defer(() -> add(caller, id, asked, key)))
                .filter(known -> known.institutionId().equals(asked.institutionId())
                        && known.publicKey().equals(key.base64())
                        && known.label().equals(asked.label().strip()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.CONFLICTING_REPEAT, id)))
                .flatMap(this::view);
    }

    private static Ed25519Key requireGood(NewKey asked) {
        ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        String label = asked.label().strip();
        if (label.isEmpty() || label.length() > LABEL_MOST) {
            refusal.field("label", new LocalText("名称为1至60字", "A name of 1 to 60 characters"));
        }
        var key = Ed25519Key.parse(asked.publicKey());
        if (key.isEmpty()) {
            refusal.field(
                    "publicKey",
                    new LocalText(
                            "不是 Ed25519 公钥（32字节的 Base64，或 PEM）", "No Ed25519 public key (Base64 of 32 bytes, or PEM)"));
        }
        if (!refusal.fields().isEmpty() || key.isEmpty()) {
            throw refusal;
        }
        return key.get();
    }

    private Mono<KeyDocument> add(Caller caller, UUID id, NewKey asked, Ed25519Key key) {
        Instant now = now();
        AuditFact told = fact("institution-key.registered", caller, asked.institutionId(), id);
        KeyDocument added = new KeyDocument(
                id,
                KeyDocument.SCHEMA,
                1,
                asked.institutionId(),
                asked.label().strip(),
                key.base64(),
                caller.personId(),
                now,
                null,
                null,
                List.of(events.store(told)),
                now);
        return Mono.from(keys.raw()
                        .countDocuments(and(eq("institutionId", asked.institutionId()), exists("revokedAt", false))))
                .filter(count -> count < IN_FORCE_MOST)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.KEYS_AT_LIMIT, IN_FORCE_MOST)))
                .then(Mono.defer(() -> keys.insert(added)))
                .doOnNext(inserted -> outbox.wake(KeyDocument.COLLECTION))
                .then(keys.find(id));
    }

    /** A repeat answers the same. */
    Mono<InstitutionKey> revoke(Caller caller, UUID id) {
        return Tries.of(() ->
                        mine(caller, id).flatMap(known -> known.inForce() ? revoked(caller, known) : Mono.just(known)))
                .flatMap(this::view);
    }

    private Mono<KeyDocument> revoked(Caller caller, KeyDocument known) {
        AuditFact told = fact("institution-key.revoked", caller, known.institutionId(), known.id());
        KeyDocument changed = known.revoked(now(), events.append(known.outbox(), told));
        return keys.replace(known.id(), known.revision(), changed)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> outbox.wake(KeyDocument.COLLECTION))
                .thenReturn(changed);
    }

    /** Newest first, at most 100. */
    Mono<List<InstitutionKey>> of(Caller caller, UUID institution) {
        return organisations
                .require(caller, institution, Role.ADMINISTRATOR)
                .thenMany(keys.list(
                        eq("institutionId", institution),
                        Sorts.descending("institutionId", "registeredAt"),
                        LISTED_MOST))
                .concatMap(this::view)
                .collectList();
    }

    /** The key in force that a signature names, or empty. */
    Mono<KeyDocument> inForce(String keyId) {
        try {
            return keys.find(UUID.fromString(keyId)).filter(KeyDocument::inForce);
        } catch (IllegalArgumentException e) {
            return Mono.empty();
        }
    }

    /** Notes that the key was used, every ten minutes at most. */
    Mono<Void> used(KeyDocument key) {
        Instant now = now();
        return keys.update(
                        and(
                                eq("_id", key.id()),
                                or(exists("lastUsedAt", false), lt("lastUsedAt", now.minus(USE_NOTED_EVERY)))),
                        Updates.set("lastUsedAt", now))
                .then();
    }

    private Mono<KeyDocument> mine(Caller caller, UUID id) {
        return keys.find(id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .delayUntil(known -> organisations.require(caller, known.institutionId(), Role.ADMINISTRATOR));
    }

    private Mono<InstitutionKey> view(KeyDocument known) {
        return people.displayName(known.registeredBy())
                .defaultIfEmpty("")
                .map(name -> known.view(Objects.requireNonNull(name)));
    }

    private static AuditFact fact(String action, Caller caller, UUID institution, UUID id) {
        return new AuditFact(action, caller.personId(), institution, "institution-key:" + id, Map.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
