package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.rules.Reach;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A person. Names and numbers are sealed with the person's own key.
 *
 * @param reach every organisation whose administrators see this person: those of the roles, all above them, and the national union
 * @param claims ids of the claims this person holds on user name, phone and identity number
 * @param createdWith keyed digest of the request that created the person, so that its repeat is known
 */
record StoredPerson(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID learnerId,
        String userName,
        Binary displayName,
        @Nullable Binary phone,
        List<HeldRole> roles,
        List<UUID> reach,
        @Nullable RealName realName,
        List<Consented> consents,
        List<String> claims,
        String createdWith,
        Instant createdAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "people";
    static final int SCHEMA = 1;

    /** {@code within}: the organisation and all above it. A place never changes, so this stays true. */
    record HeldRole(Role role, UUID organisationId, List<UUID> within, Instant since) {}

    record RealName(Binary name, Binary identityNumber, String claim, Instant registeredAt) {}

    /** The latest decision of a kind; {@code number} counts the decisions of this kind. */
    record Consented(ConsentKind kind, int number, int version, boolean given, Instant at) {}

    List<Reach.Held> held() {
        return roles.stream()
                .map(role -> new Reach.Held(role.role(), role.within()))
                .toList();
    }

    Set<RoleIn> rolesIn() {
        return roles.stream()
                .map(role -> new RoleIn(role.role(), role.organisationId()))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean holds(Role role, UUID organisationId) {
        return roles.stream()
                .anyMatch(held -> held.role() == role && held.organisationId().equals(organisationId));
    }

    Optional<Consented> consented(ConsentKind kind) {
        return consents.stream().filter(one -> one.kind() == kind).findFirst();
    }

    StoredPerson withRoles(List<HeldRole> changed, UUID national, List<StoredEvent> telling, Instant now) {
        List<UUID> seenBy = Stream.concat(Stream.of(national), changed.stream().flatMap(role -> role.within().stream()))
                .distinct()
                .toList();
        return new StoredPerson(
                id,
                schema,
                revision + 1,
                learnerId,
                userName,
                displayName,
                phone,
                changed,
                seenBy,
                realName,
                consents,
                claims,
                createdWith,
                createdAt,
                telling,
                now);
    }

    StoredPerson withRealName(
            @Nullable RealName changed, List<String> nowClaimed, List<StoredEvent> telling, Instant now) {
        return new StoredPerson(
                id,
                schema,
                revision + 1,
                learnerId,
                userName,
                displayName,
                phone,
                roles,
                reach,
                changed,
                consents,
                nowClaimed,
                createdWith,
                createdAt,
                telling,
                now);
    }

    StoredPerson withConsent(Consented decided, List<StoredEvent> telling, Instant now) {
        List<Consented> changed = Stream.concat(
                        consents.stream().filter(one -> one.kind() != decided.kind()), Stream.of(decided))
                .toList();
        return new StoredPerson(
                id,
                schema,
                revision + 1,
                learnerId,
                userName,
                displayName,
                phone,
                roles,
                reach,
                realName,
                changed,
                claims,
                createdWith,
                createdAt,
                telling,
                now);
    }

    /** The same under another revision, for two changes saved as one. */
    StoredPerson atRevision(long other) {
        return new StoredPerson(
                id,
                schema,
                other,
                learnerId,
                userName,
                displayName,
                phone,
                roles,
                reach,
                realName,
                consents,
                claims,
                createdWith,
                createdAt,
                outbox,
                outboxAt);
    }
}
