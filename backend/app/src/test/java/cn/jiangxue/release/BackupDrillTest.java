package cn.jiangxue.release;

import static cn.jiangxue.release.EarlierReleaseTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CredentialApi.Verdict;
import cn.jiangxue.contract.CredentialApi.Verification;
import cn.jiangxue.contract.TransparencyApi.ConsistencyProof;
import cn.jiangxue.contract.TransparencyApi.Head;
import cn.jiangxue.contract.TransparencyApi.InclusionProof;
import cn.jiangxue.contract.TransparencyApi.Log;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.local.backup.BackupMain;
import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.Proofs;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.StatedRecord;
import cn.jiangxue.proof.VerifierKey;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.WholeStory;
import cn.jiangxue.transparency.TransparencyLogs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ParameterizedTypeReference;

/** The drill: a site is backed up while it runs and somebody works, the machine is lost, and the site stands up elsewhere from the two files. */
@Tag("fault")
class BackupDrillTest {

    private static final String NAME = "欧阳建国";
    private static final String IDENTITY_NUMBER = "110105197503071236";

    @TempDir
    Path folder;

    /** What somebody who does not trust the site took away before it was lost. */
    private record TakenAway(WholeStory story, Log log, Head head, RecordProof entry, long balanceMilli) {}

    @Test
    void restored_elsewhere_tree_heads_and_credentials_still_verify_and_the_log_goes_on() throws IOException {
        Path archive = folder.resolve("backup.zip");
        Path keys = folder.resolve("keys.zip");
        TakenAway before;
        try (DataFolder site = DataFolder.asRunKeepsIt(folder.resolve("lost"))) {
            before = takenAway(site.site);
            assertThat(run(
                            "backup",
                            "--data",
                            folder.resolve("lost").toString(),
                            "--to",
                            archive.toString(),
                            "--keys",
                            keys.toString()))
                    .isZero();
            lateWork(site.site);
        }
        String elsewhere = folder.resolve("elsewhere").toString();
        assertThat(run("restore", archive.toString(), "--keys", keys.toString(), "--data", elsewhere))
                .isZero();

        try (DataFolder site = DataFolder.asRunKeepsIt(folder.resolve("elsewhere"))) {
            everythingStands(site.site, before);
            theLogGoesOn(site.site, before);
        }
    }

    private static TakenAway takenAway(Site site) {
        WholeStory story = WholeStory.told(site, NAME, IDENTITY_NUMBER);
        Client worker = site.signIn(story.learner(), Site.PASSWORD).client();
        Awaitility.await()
                .atMost(TransparencyLogs.MERGE_DELAY)
                .untilAsserted(() -> worker.get("/api/me/account/entries/{seq}/proof", 1)
                        .expectStatus()
                        .isOk());
        return new TakenAway(
                story,
                ledger(site),
                head(site, "ledger"),
                read(worker, RecordProof.class, "/api/me/account/entries/{seq}/proof", 1),
                WholeStory.account(worker).balance().availableMilli());
    }

    /** After the backup: this is what is lost. */
    private static void lateWork(Site site) {
        site.employer();
    }

    private static void everythingStands(Site site, TakenAway before) throws IOException {
        Client worker = site.signIn(before.story().learner(), Site.PASSWORD).client();
        assertThat(WholeStory.account(worker).balance().availableMilli())
                .isEqualTo(before.balanceMilli())
                .isPositive();
        assertThat(site.signIn(before.story().learner(), Site.PASSWORD)
                        .tokens()
                        .me()
                        .identityNumber())
                .isEqualTo("110*************36");
        for (String name :
                List.of(before.story().credentialId().toString(), before.story().number())) {
            assertThat(read(site.anonymous(), Verification.class, "/api/public/credentials/{id}", name)
                            .verdict())
                    .isEqualTo(Verdict.VALID);
        }
        assertThat(ledger(site)).isEqualTo(before.log());
        Head again = read(
                site.anonymous(),
                Head.class,
                "/api/public/logs/ledger/heads/{size}",
                before.head().size());
        assertThat(again).isEqualTo(before.head());
        Hash leaf = stated(before.entry()).leaf();
        InclusionProof inclusion = read(
                site.anonymous(), InclusionProof.class, "/api/public/logs/ledger/inclusion?leaf={leaf}", leaf.hex());
        Checkpoint now = SignedNote.parse(inclusion.head().note()).checkpoint();
        assertThat(Proofs.includes(now.root(), now.size(), inclusion.index(), leaf, hashes(inclusion.path())))
                .isTrue();
    }

    /** The head that was taken away is signed by the key in force, and the tree grows from it. */
    private static void theLogGoesOn(Site site, TakenAway before) {
        SignedNote old = SignedNote.parse(before.head().note());
        assertThat(VerifierKey.parse(before.log().keys().getLast()).signed(old)).isTrue();
        assertThat(stated(before.entry())
                        .isUnder(SignedNote.parse(before.entry().head().note()).checkpoint()))
                .isTrue();

        WholeStory.told(site, "欧阳建军", "110105198001011238");

        Awaitility.await()
                .atMost(TransparencyLogs.MERGE_DELAY)
                .until(() -> head(site, "ledger").size() > before.head().size());
        SignedNote grown = SignedNote.parse(head(site, "ledger").note());
        assertThat(VerifierKey.parse(before.log().keys().getLast()).signed(grown))
                .isTrue();
        long from = old.checkpoint().size();
        long to = grown.checkpoint().size();
        ConsistencyProof proof = read(
                site.anonymous(),
                ConsistencyProof.class,
                "/api/public/logs/ledger/consistency?from={from}&to={to}",
                from,
                to);
        assertThat(Proofs.extend(
                        from, old.checkpoint().root(), to, grown.checkpoint().root(), hashes(proof.path())))
                .isTrue();
    }

    private static StatedRecord stated(RecordProof proof) {
        var record = proof.record();
        return new StatedRecord(record.index(), record.salt(), record.canonical(), hashes(record.path()));
    }

    private static List<Hash> hashes(List<String> hexadecimal) {
        return hexadecimal.stream().map(Hash::ofHex).toList();
    }

    private static Head head(Site site, String log) {
        return read(site.anonymous(), Head.class, "/api/public/logs/{log}/head", log);
    }

    private static Log ledger(Site site) {
        return site
                .anonymous()
                .get("/api/public/logs")
                .expectBody(new ParameterizedTypeReference<List<Log>>() {})
                .returnResult()
                .getResponseBody()
                .stream()
                .filter(log -> log.name().equals("ledger"))
                .findFirst()
                .orElseThrow();
    }

    private int run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = BackupMain.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8), folder, folder);
        System.out.println(out.toString(StandardCharsets.UTF_8));
        return code;
    }
}
