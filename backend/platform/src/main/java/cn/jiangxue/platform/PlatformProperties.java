package cn.jiangxue.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every service is told from outside.
 *
 * @param publicBaseUrl the site's address as people and verifiers know it; kept with the data because credentials name it
 * @param demo whether sample people may exist; loopback only
 * @param timeZone in which civil dates and deadlines are meant
 */
@ConfigurationProperties("jiangxue")
public record PlatformProperties(
        @DefaultValue("http://127.0.0.1:8080") String publicBaseUrl,
        @DefaultValue("false") boolean demo,
        @DefaultValue("Asia/Shanghai") ZoneId timeZone,
        Keys keys,
        Mongo mongo,
        @DefaultValue Backend backend,
        @DefaultValue Tokens tokens) {

    public record Keys(Path folder) {}

    public record Mongo(
            String uri, @DefaultValue("jiangxue") String database) {}

    /** {@code baseUrl}: where other services find the backend's verification keys; empty in the backend itself. */
    public record Backend(@DefaultValue("") String baseUrl) {}

    /**
     * @param accessLife how long an access token is good for: so long may a person go on elsewhere after every sign-in was ended
     * @param grantLife how long a study grant is good for unless renewed
     */
    public record Tokens(
            @DefaultValue("5m") Duration accessLife,
            @DefaultValue("15m") Duration grantLife) {}
}
