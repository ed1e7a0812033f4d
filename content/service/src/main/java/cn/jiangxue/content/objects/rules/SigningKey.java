package cn.jiangxue.content.objects.rules;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs addresses of objects so that whoever holds one may use it until it ends: AWS Signature Version 4, query string form, unsigned payload. Written
 * here because the signing instant must be chosen: addresses signed for the same instant are equal, which keeps them cacheable.
 *
 * @param region the region of the store, part of the signature's scope
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Signature Version 4, query parameters</a>
 */
public record SigningKey(String accessKey, String secretKey, String region) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * What is signed.
     *
     * @param endpoint scheme, host and port of the store as the user of the address sees them
     * @param path absolute, {@code /bucket/key}
     * @param query further parameters bound by the signature
     * @param headers headers the request must carry exactly so, names in lower case, without {@code host}
     * @param life how long after {@code at} the address is good for, at most seven days
     */
    public record Request(
            String method,
            URI endpoint,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            Instant at,
            Duration life) {}

    /** The address with its signature. */
    public URI sign(Request request) {
        String day = DAY.format(request.at());
        String scope = day + "/" + region + "/s3/aws4_request";
        SortedMap<String, String> headers = new TreeMap<>(request.headers());
        headers.put("host", authority(request.endpoint()));
        String signedHeaders = String.join(";", headers.keySet());

        SortedMap<String, String> query = new TreeMap<>(request.query());
        query.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        query.put("X-Amz-Credential", accessKey + "/" + scope);
        query.put("X-Amz-Date", SECOND.format(request.at()));
        query.put("X-Amz-Expires", String.valueOf(request.life().toSeconds()));
        query.put("X-Amz-SignedHeaders", signedHeaders);

        String path = encoded(request.path(), true);
        String canonicalQuery = canonical(query);
        String canonicalRequest = request.method() + "\n" + path + "\n" + canonicalQuery + "\n" + lines(headers) + "\n"
                + signedHeaders + "\nUNSIGNED-PAYLOAD";
        String toSign =
                "AWS4-HMAC-SHA256\n" + SECOND.format(request.at()) + "\n" + scope + "\n" + sha256(canonicalRequest);
        String signature = HexFormat.of().formatHex(hmac(keyOf(day), toSign));
        return URI.create(base(request.endpoint()) + path + "?" + canonicalQuery + "&X-Amz-Signature=" + signature);
    }

    private byte[] keyOf(String day) {
        byte[] ofDay = hmac(("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8), day);
        return hmac(hmac(hmac(ofDay, region), "s3"), "aws4_request");
    }

    private static String base(URI endpoint) {
        return endpoint.getScheme() + "://" + authority(endpoint);
    }

    /** Host and port; a default port is left out, as clients leave it out of the host header. */
    private static String authority(URI endpoint) {
        int port = endpoint.getPort();
        boolean usual = port == -1
                || port == 80 && "http".equals(endpoint.getScheme())
                || port == 443 && "https".equals(endpoint.getScheme());
        return usual ? endpoint.getHost() : endpoint.getHost() + ":" + port;
    }

    private static String lines(SortedMap<String, String> headers) {
        var lines = new StringBuilder();
        headers.forEach((name, value) ->
                lines.append(name).append(':').append(value.strip()).append('\n'));
        return lines.toString();
    }

    private static String canonical(SortedMap<String, String> query) {
        var text = new StringBuilder();
        query.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(encoded(name, false))
                .append('=')
                .append(encoded(value, false)));
        return text.toString();
    }

    private static String encoded(String text, boolean keepSlashes) {
        String form = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        return keepSlashes ? form.replace("%2F", "/") : form;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + accessKey + ", " + region + "]";
    }
}
