package cn.jiangxue.content.objects;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the object store is.
 *
 * @param endpoint scheme, host and port as this service reaches it
 * @param publicEndpoint as browsers reach it; the same when not given
 */
@ConfigurationProperties("jiangxue.s3")
record ObjectStoreSettings(
        URI endpoint,
        @Nullable URI publicEndpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("jiangxue") String bucket,
        String accessKey,
        String secretKey) {

    URI forBrowsers() {
        return publicEndpoint == null ? endpoint : publicEndpoint;
    }

    @Override
    public String toString() {
        return "ObjectStoreSettings[" + endpoint + ", " + bucket + "]";
    }
}
