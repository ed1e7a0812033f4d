package cn.jiangxue.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends files of one part, as the pages do. */
public final class Sender {

    private final Browser browser;

    public Sender(Browser browser) {
        this.browser = browser;
    }

    /** {@code organisation} null: evidence; else a video of that organisation. */
    public Browser.Answer open(String token, UUID id, String name, long size, @Nullable UUID organisation) {
        Map<String, Object> upload = new LinkedHashMap<>();
        upload.put("kind", organisation == null ? "EVIDENCE" : "VIDEO");
        upload.put("fileName", name);
        upload.put("sizeBytes", size);
        upload.put("organisationId", organisation);
        return browser.put("/content/uploads/" + id, token, upload);
    }

    /** Opens, sends and completes; answers what the completion answered. */
    public Browser.Answer send(String token, UUID id, String name, byte[] file, @Nullable UUID organisation) {
        assertThat(open(token, id, name, file.length, organisation).status()).isEqualTo(200);
        assertThat(Browser.store("PUT", partAddress(token, id), file).status()).isEqualTo(200);
        return complete(token, id);
    }

    public String partAddress(String token, UUID id) {
        var signed = browser.post("/content/uploads/" + id + "/part-urls", token, Map.of("partNumbers", List.of(1)));
        assertThat(signed.status()).as(signed.text()).isEqualTo(200);
        return signed.json().get(0).path("url").asString();
    }

    public Browser.Answer complete(String token, UUID id) {
        return browser.post("/content/uploads/" + id + "/completion", token, null);
    }
}
