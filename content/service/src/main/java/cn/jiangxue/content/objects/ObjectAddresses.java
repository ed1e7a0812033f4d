package cn.jiangxue.content.objects;

import cn.jiangxue.content.objects.rules.SigningKey;
import cn.jiangxue.content.objects.rules.SigningWindow;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Signed addresses of objects. Those for browsers name the store's public endpoint; no bytes of a video pass through this service. */
public final class ObjectAddresses {

    private static final Duration OWN_USE = Duration.ofMinutes(15);

    private final SigningKey key;
    private final String bucket;
    private final URI own;
    private final URI forBrowsers;

    ObjectAddresses(ObjectStoreSettings settings) {
        this.key = new SigningKey(settings.accessKey(), settings.secretKey(), settings.region());
        this.bucket = settings.bucket();
        this.own = settings.endpoint();
        this.forBrowsers = settings.forBrowsers();
    }

    /** Where a browser PUTs one part. The signature binds object, upload, part number and the part's exact size. */
    public URI part(String objectKey, String uploadId, int partNumber, long sizeBytes, Instant now, Duration life) {
        return key.sign(new SigningKey.Request(
                "PUT",
                forBrowsers,
                path(objectKey),
                Map.of("partNumber", String.valueOf(partNumber), "uploadId", uploadId),
                Map.of("content-length", String.valueOf(sizeBytes)),
                now,
                life));
    }

    /** Where a player GETs a piece of video; equal for everyone who asks within the same {@link SigningWindow}. */
    public URI playback(String objectKey, Instant windowStart) {
        return key.sign(new SigningKey.Request(
                "GET", forBrowsers, path(objectKey), Map.of(), Map.of(), windowStart, SigningWindow.LIFE));
    }

    /** Where a browser GETs a file as a download of this name and type. */
    public URI download(String objectKey, String fileName, String contentType, Instant now, Duration life) {
        String name = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        Map<String, String> answer = Map.of(
                "response-content-type",
                contentType,
                "response-content-disposition",
                "attachment; filename*=UTF-8''" + name);
        return key.sign(new SigningKey.Request("GET", forBrowsers, path(objectKey), answer, Map.of(), now, life));
    }

    /** For this service itself. */
    URI own(String method, String objectKey, Instant now) {
        return key.sign(new SigningKey.Request(method, own, path(objectKey), Map.of(), Map.of(), now, OWN_USE));
    }

    private String path(String objectKey) {
        return "/" + bucket + "/" + objectKey;
    }
}
