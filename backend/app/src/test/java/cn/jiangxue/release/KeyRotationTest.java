package cn.jiangxue.release;

import static cn.jiangxue.release.EarlierReleaseTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CredentialApi.Verdict;
import cn.jiangxue.contract.CredentialApi.Verification;
import cn.jiangxue.contract.IdentityApi.IdentityLookup;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.IdentityApi.Refresh;
import cn.jiangxue.contract.IdentityApi.Tokens;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.TokenIssuer;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.Site.SignedIn;
import cn.jiangxue.testing.WholeStory;
import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** A new version of every key is put into the key folder: what is new goes by it, what is old is read and verified as before. */
class KeyRotationTest {

    private static final String OTHER_NUMBER = "110105198001011238";

    @TempDir
    Path folder;

    @Test
    void after_every_key_was_rotated_old_things_are_still_read_and_new_ones_go_by_the_new_keys() throws IOException {
        DataFolder.unpack("0.1.0", folder);
        Tokens before;
        try (DataFolder data = DataFolder.open(folder)) {
            before = data.site.signIn(data.story().learner(), Site.PASSWORD).tokens();
        }
        List<String> rotated = rotateEveryKey();
        assertThat(rotated)
                .contains("master", "token-signing", "refresh-tokens", "claim-hash")
                .contains("certificate-numbers", "credential-signing");

        try (DataFolder data = DataFolder.open(folder)) {
            SignedIn administrator = data.site.signIn("first.admin", Site.PASSWORD);
            oldThingsStand(data, administrator, before);
            newThingsGoByTheNewKeys(data);
        }
    }

    private static void oldThingsStand(DataFolder data, SignedIn administrator, Tokens before) throws IOException {
        WholeStory story = data.story();
        Client anyone = data.site.anonymous();
        Tokens refreshed = anyone.post(new Refresh(before.refreshToken()), "/api/sessions/refresh")
                .expectStatus()
                .isOk()
                .expectBody(Tokens.class)
                .returnResult()
                .getResponseBody();
        data.site.with(before).get("/api/me").expectStatus().isOk();
        assertThat(refreshed.me().personId()).isEqualTo(before.me().personId());
        SignedIn worker = data.site.signIn(story.learner(), Site.PASSWORD);
        assertThat(EarlierReleaseTest.unmasked(administrator.client(), worker).name())
                .isEqualTo(DataFolder.NAME);
        PersonView found = administrator
                .client()
                .post(new IdentityLookup(DataFolder.IDENTITY_NUMBER), "/api/people/lookups")
                .expectStatus()
                .isOk()
                .expectBody(PersonView.class)
                .returnResult()
                .getResponseBody();
        assertThat(found.personId()).isEqualTo(worker.personId());
        assertThat(verdict(anyone, story.credentialId().toString())).isEqualTo(Verdict.VALID);
        assertThat(verdict(anyone, story.number())).isEqualTo(Verdict.VALID);
        assertThat(masterVersion(data, worker.personId()))
                .as("a key that was used is wrapped anew")
                .isEqualTo(2);
    }

    private static void newThingsGoByTheNewKeys(DataFolder data) {
        Client anyone = data.site.anonymous();
        String keys = body(anyone, "/.well-known/jwks.json");
        List<String> ids = JsonPath.read(keys, "$.keys[*].kid");
        assertThat(ids).hasSize(2);
        assertThat(JsonPath.<List<Object>>read(body(anyone, "/.well-known/did.json"), "$.verificationMethod"))
                .hasSize(2);

        WholeStory second = WholeStory.told(data.site, "司马建军", OTHER_NUMBER);
        SignedIn worker = data.site.signIn(second.learner(), Site.PASSWORD);

        assertThat(keyOf(worker.tokens().accessToken())).isEqualTo(ids.getLast());
        assertThat(masterVersion(data, worker.personId())).isEqualTo(2);
        assertThat(signingKeyOf(body(worker.client(), "/api/credentials/{id}/document", second.credentialId())))
                .endsWith("2");
        assertThat(verdict(anyone, second.number())).isEqualTo(Verdict.VALID);
    }

    private List<String> rotateEveryKey() throws IOException {
        KeyFolder keys = new KeyFolder(folder.resolve("keys"));
        List<String> names;
        try (var files = Files.list(keys.path())) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".1"))
                    .map(name -> name.substring(0, name.length() - 2))
                    .toList();
        }
        names.forEach(name -> assertThat(
                        keys.rotate(name, () -> name.equals("token-signing") ? TokenIssuer.newKey() : random()))
                .isEqualTo(2));
        return names;
    }

    private static byte[] random() {
        byte[] made = new byte[32];
        new SecureRandom().nextBytes(made);
        return made;
    }

    private static Verdict verdict(Client anyone, String idOrNumber) {
        return read(anyone, Verification.class, "/api/public/credentials/{id}", idOrNumber)
                .verdict();
    }

    private static int masterVersion(DataFolder data, UUID personId) {
        try (var client = MongoClients.create(data.storeUri())) {
            return Mono.from(client.getDatabase("jiangxue")
                            .getCollection("person_keys", BsonDocument.class)
                            .find(Filters.eq("_id", personId)))
                    .block()
                    .getInt32("masterVersion")
                    .getValue();
        }
    }

    private static String keyOf(String token) {
        String header = token.substring(0, token.indexOf('.'));
        return JsonPath.read(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8), "$.kid");
    }

    private static String signingKeyOf(String credential) {
        Object proof = JsonPath.read(credential, "$.proof");
        return proof instanceof List<?>
                ? JsonPath.read(credential, "$.proof[0].verificationMethod")
                : JsonPath.read(credential, "$.proof.verificationMethod");
    }

    private static String body(Client client, String path, Object... variables) {
        return client.get(path, variables)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
