package cn.jiangxue.credential;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.credential.rules.CertificateNumber;
import cn.jiangxue.credential.rules.StatusBits;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.KeyFolder;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Issued credentials, the claims on their numbers, and the counter that gives each its place in the status lists. */
@Component
class CredentialRegister {

    static final List<CollectionIndex> INDEXES = List.of(
            new CollectionIndex(CredentialDocument.COLLECTION, Indexes.ascending("learnerId", "queueKey")),
            new CollectionIndex(CredentialDocument.COLLECTION, Indexes.ascending("institutionId", "queueKey")),
            new CollectionIndex(CredentialDocument.COLLECTION, Indexes.ascending("listNumber", "state")));

    private static final String CLAIM_KEY = "certificate-numbers";
    private static final String COUNTER = "status-places";
    private static final int MOST_OF_ONE = 200;

    private final Documents<CredentialDocument> credentials;
    private final Documents<Claim> claims;
    private final Documents<Counter> counters;
    private final SecretKeySpec claimKey;

    /** A certificate number that is taken, by its keyed hash. */
    record Claim(@BsonId String id, int schema, UUID credentialId) {}

    record Counter(@BsonId String id, int schema, long next) {}

    /** Where a credential's bits are. */
    record Place(int listNumber, int position) {}

    CredentialRegister(DocumentsFactory documents, KeyFolder keys) {
        this.credentials = documents.of(CredentialDocument.COLLECTION, CredentialDocument.class);
        this.claims = documents.of("credential_numbers", Claim.class);
        this.counters = documents.of("credential_counters", Counter.class);
        keys.secret(CLAIM_KEY, 32);
        // The first version stays in force for good: a claim must have one name only.
        this.claimKey = new SecretKeySpec(keys.versions(CLAIM_KEY).getFirst(), "HmacSHA256");
    }

    Mono<CredentialDocument> find(UUID id) {
        return credentials.find(id);
    }

    Mono<CredentialDocument> byNumber(CertificateNumber number) {
        return claims.find(hash(number.text())).flatMap(claim -> credentials.find(claim.credentialId()));
    }

    Mono<Boolean> insert(CredentialDocument issued) {
        return credentials.insert(issued);
    }

    /** What was written, or empty when it had moved on. */
    Mono<CredentialDocument> save(CredentialDocument next) {
        return credentials
                .replace(next.id(), next.revision() - 1, next)
                .filter(Boolean::booleanValue)
                .map(saved -> next);
    }

    /** True when the number is this credential's from now on, or was before. */
    Mono<Boolean> claim(CertificateNumber number, UUID credentialId) {
        String id = hash(number.text());
        return claims.insert(new Claim(id, 1, credentialId))
                .flatMap(inserted -> inserted
                        ? Mono.just(true)
                        : claims.find(id).map(taken -> taken.credentialId().equals(credentialId)));
    }

    /** The next free place. A place given to a credential that was never issued stays empty. */
    Mono<Place> nextPlace() {
        return counters.insert(new Counter(COUNTER, 1, 0))
                .then(counters.findAndUpdate(eq("_id", COUNTER), Updates.inc("next", 1L)))
                .map(counter -> {
                    long n = counter.next() - 1;
                    return new Place(
                            (int) (n / StatusBits.SIZE) + 1, StatusBits.positionOf((int) (n % StatusBits.SIZE)));
                });
    }

    /** Newest first, at most 200. */
    Mono<List<CredentialDocument>> ofLearner(UUID learnerId) {
        return credentials
                .list(eq("learnerId", learnerId), Sorts.descending("learnerId", "queueKey"), MOST_OF_ONE)
                .collectList();
    }

    Mono<List<CredentialDocument>> ofInstitution(UUID institutionId, @Nullable String before, int limit) {
        var own = eq("institutionId", institutionId);
        var filter = before == null ? own : and(own, lt("queueKey", before));
        return credentials
                .list(filter, Sorts.descending("institutionId", "queueKey"), limit)
                .collectList();
    }

    /** Positions of the credentials of one list that are in this state. */
    Mono<List<Integer>> positions(int listNumber, CredentialState state) {
        return credentials
                .list(
                        and(eq("listNumber", listNumber), eq("state", state.name())),
                        Sorts.ascending("listNumber", "state"),
                        StatusBits.SIZE)
                .map(CredentialDocument::place)
                .collectList();
    }

    /** Those of one list that were revoked and have nothing left to tell. */
    Flux<CredentialDocument> revoked(int listNumber) {
        return credentials.list(
                and(
                        eq("listNumber", listNumber),
                        eq("state", CredentialState.REVOKED.name()),
                        exists("outboxAt", false)),
                null,
                StatusBits.SIZE);
    }

    /** How many lists there are. */
    Mono<Integer> lists() {
        return counters.find(COUNTER)
                .map(counter -> (int) (Math.max(0, counter.next() - 1) / StatusBits.SIZE) + 1)
                .defaultIfEmpty(1);
    }

    private String hash(String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(claimKey);
            return HexFormat.of().formatHex(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
