package cn.jiangxue.content.objects;

import io.minio.MinioAsyncClient;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import reactor.util.retry.Retry;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObjectStoreSettings.class)
class ObjectStoreConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectStoreConfiguration.class);
    private static final long CONNECT_MILLIS = 5_000;

    /** Putting the parts of the largest video together can take a store minutes. */
    private static final long ANSWER_MILLIS = 300_000;

    @Bean(destroyMethod = "close")
    MinioAsyncClient minioClient(ObjectStoreSettings settings) {
        var client = MinioAsyncClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .build();
        client.setTimeout(CONNECT_MILLIS, ANSWER_MILLIS, ANSWER_MILLIS);
        return client;
    }

    @Bean
    StoredObjects storedObjects(MinioAsyncClient client, ObjectStoreSettings settings) {
        return new StoredObjects(client, settings.bucket());
    }

    @Bean
    ObjectAddresses objectAddresses(ObjectStoreSettings settings) {
        return new ObjectAddresses(settings);
    }

    @Bean
    ObjectTransfer objectTransfer(ObjectAddresses addresses, Clock clock) {
        return new ObjectTransfer(addresses, clock);
    }

    @Bean
    BucketAtStart bucketAtStart(StoredObjects objects) {
        return new BucketAtStart(objects);
    }

    /** The store may start after this service: the bucket is asked for until it is there. */
    record BucketAtStart(StoredObjects objects) {

        @EventListener(ApplicationReadyEvent.class)
        void ensure() {
            objects.ensureBucket()
                    .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
                            .maxBackoff(Duration.ofSeconds(15))
                            .doBeforeRetry(failed -> LOG.warn(
                                    "the object store does not answer yet: {}",
                                    failed.failure().toString())))
                    .subscribe();
        }
    }
}
