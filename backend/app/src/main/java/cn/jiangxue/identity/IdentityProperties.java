package cn.jiangxue.identity;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param trustedProxies addresses of our own proxies and pages servers, whose {@code X-Forwarded-For} is believed
 */
@ConfigurationProperties("jiangxue.identity")
record IdentityProperties(
        @DefaultValue({"127.0.0.1", "0:0:0:0:0:0:0:1", "::1"})
        Set<String> trustedProxies) {}
