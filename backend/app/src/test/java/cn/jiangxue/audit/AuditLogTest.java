package cn.jiangxue.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.TransparencyApi.ConsistencyProof;
import cn.jiangxue.contract.TransparencyApi.Head;
import cn.jiangxue.contract.TransparencyApi.InclusionProof;
import cn.jiangxue.contract.TransparencyApi.LeafPage;
import cn.jiangxue.contract.TransparencyApi.Log;
import cn.jiangxue.contract.TransparencyApi.RecordPage;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.proof.CanonicalForm;
import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Frontier;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.Merkle;
import cn.jiangxue.proof.Proofs;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.VerifierKey;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.WholeBackend;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit record as a tamper-evident log, over the wire: what anyone may ask, and what administrators may. */
@WholeBackend
class AuditLogTest {

    private static final Duration MERGE_DELAY = Duration.ofSeconds(60);

    @Autowired
    Site site;

    @Test
    void a_record_is_covered_by_a_signed_head_within_the_merge_delay_and_anyone_can_check_it() {
        RecordProof proof = awaitProof(1);

        SignedNote note = SignedNote.parse(proof.head().note());
        Checkpoint head = note.checkpoint();
        assertThat(VerifierKey.parse(proof.log().keys().getLast()).signed(note)).isTrue();
        assertThat(head.origin()).isEqualTo(proof.log().origin()).endsWith("/logs/audit");
        Hash leaf = leaf(proof);
        assertThat(Proofs.includes(
                        head.root(),
                        head.size(),
                        proof.record().index(),
                        leaf,
                        hashes(proof.record().path())))
                .isTrue();
        assertThat(CanonicalForm.name(proof.record().canonical())).isEqualTo("jiangxue-audit-record/1");
        assertThat(CanonicalForm.value(proof.record().canonical(), "seq")).hasValue("1");

        InclusionProof byHash = read("/api/public/logs/audit/inclusion?leaf=" + leaf.hex(), InclusionProof.class);
        assertThat(byHash.index()).isEqualTo(proof.record().index());
        assertThat(Proofs.includes(
                        Hash.ofHex(byHash.head().rootHash()),
                        byHash.head().size(),
                        byHash.index(),
                        leaf,
                        hashes(byHash.path())))
                .isTrue();
        assertThat(read("/api/public/logs/audit/heads/" + head.size(), Head.class))
                .isEqualTo(proof.head());
    }

    @Test
    void a_later_head_extends_an_earlier_one_and_the_leaves_make_it() {
        Head earlier = awaitProof(1).head();
        site.employer();
        Head later = Awaitility.await()
                .atMost(MERGE_DELAY)
                .until(() -> read("/api/public/logs/audit/head", Head.class), head -> head.size() > earlier.size());

        ConsistencyProof proof = read(
                "/api/public/logs/audit/consistency?from=" + earlier.size() + "&to=" + later.size(),
                ConsistencyProof.class);

        assertThat(Proofs.extend(
                        earlier.size(),
                        Hash.ofHex(earlier.rootHash()),
                        later.size(),
                        Hash.ofHex(later.rootHash()),
                        hashes(proof.path())))
                .isTrue();
        LeafPage leaves = read("/api/public/logs/audit/leaves?from=0", LeafPage.class);
        assertThat(Frontier.EMPTY
                        .append(hashes(leaves.leafHashes()).subList(0, (int) earlier.size()))
                        .root()
                        .hex())
                .isEqualTo(earlier.rootHash());
        RecordPage records = site.administrator()
                .client()
                .get("/api/logs/audit/records?from=0")
                .expectStatus()
                .isOk()
                .expectBody(RecordPage.class)
                .returnResult()
                .getResponseBody();
        assertThat(records.records().getFirst().index()).isZero();
        assertThat(records.records().getFirst().canonical()).contains("\nseq=1\n");
    }

    @Test
    void what_does_not_exist_is_not_found_and_what_makes_no_sense_is_refused() {
        assertThat(site.anonymous()
                        .get("/api/public/logs")
                        .expectBodyList(Log.class)
                        .returnResult()
                        .getResponseBody())
                .extracting(Log::name)
                .containsExactly("audit", "ledger");
        site.anonymous().get("/api/public/logs/nothing/head").expectStatus().isNotFound();
        site.anonymous()
                .get("/api/public/logs/audit/heads/987654321")
                .expectStatus()
                .isNotFound();
        site.anonymous()
                .get("/api/public/logs/audit/inclusion?leaf=" + Merkle.EMPTY.hex())
                .expectStatus()
                .isNotFound();
        site.anonymous()
                .get("/api/public/logs/audit/inclusion?leaf=xyz")
                .expectStatus()
                .isBadRequest();
        site.anonymous()
                .get("/api/public/logs/audit/consistency?from=3&to=2")
                .expectStatus()
                .isBadRequest();
        site.anonymous()
                .get("/api/public/logs/audit/leaves?from=987654321")
                .expectStatus()
                .isBadRequest();
        site.person(Role.ADMINISTRATOR, site.employer())
                .client()
                .get("/api/logs/audit/records?from=0")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_record_of_the_time_before_salts_gets_one_that_stays_and_needs_the_key(@TempDir Path folder) {
        BsonDocument old =
                new BsonDocument("schema", new BsonInt32(1)).append("eventId", new BsonBinary(new UUID(1, 2)));
        var keys = new KeyFolder(folder.resolve("one"));
        var others = new KeyFolder(folder.resolve("two"));

        String salt = salted(old, keys);

        assertThat(HexFormat.of().parseHex(salt)).hasSize(16);
        assertThat(salted(old, keys)).isEqualTo(salt);
        assertThat(salted(old, others)).isNotEqualTo(salt);
        assertThat(old).doesNotContainKey("salt");
    }

    private static String salted(BsonDocument old, KeyFolder keys) {
        BsonDocument upgraded = RecordSalt.upgrade(keys).step().apply(old);
        assertThat(upgraded.getInt32("schema").getValue()).isEqualTo(StoredRecord.SCHEMA);
        return upgraded.getString("salt").getValue();
    }

    private RecordProof awaitProof(long seq) {
        site.national();
        return Awaitility.await().atMost(MERGE_DELAY).until(() -> proof(seq), Objects::nonNull);
    }

    private @Nullable RecordProof proof(long seq) {
        var answer =
                site.administrator().client().get("/api/audit/{seq}/proof", seq).returnResult(RecordProof.class);
        return answer.getStatus().is2xxSuccessful() ? answer.getResponseBody().blockFirst() : null;
    }

    private <T> T read(String path, Class<T> type) {
        return site.anonymous()
                .get(path)
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody();
    }

    private static Hash leaf(RecordProof proof) {
        return Merkle.leaf(
                HexFormat.of().parseHex(proof.record().salt()),
                proof.record().canonical().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Hash> hashes(List<String> hex) {
        return hex.stream().map(Hash::ofHex).toList();
    }
}
