package cn.jiangxue.content.media;

import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    @Bean
    MediaCollections mediaCollections(DocumentsFactory factory) {
        return MediaCollections.of(factory);
    }

    /** The queue is read by state and place. */
    @Bean
    CollectionIndex mediaByPlace() {
        return new CollectionIndex(MediaDocument.COLLECTION, Indexes.ascending("state", "queuedAt"));
    }

    /** Leases that ended. */
    @Bean
    CollectionIndex mediaByLease() {
        return new CollectionIndex(MediaDocument.COLLECTION, Indexes.ascending("state", "leaseUntil"));
    }

    /** An organisation's share of the queue. */
    @Bean
    CollectionIndex mediaByOrganisation() {
        return new CollectionIndex(MediaDocument.COLLECTION, Indexes.ascending("organisationId", "state"));
    }

    @Bean
    MediaLibrary mediaLibrary(MediaCollections collections, WorkQueue work, Events events, Outbox outbox, Clock clock) {
        return new MediaLibrary(collections, work, events, outbox, clock);
    }

    @Bean
    OutboxSource mediaTell() {
        return new OutboxSource(MediaDocument.COLLECTION);
    }

    @Bean
    WorkQueue workQueue(MediaCollections collections, Clock clock) {
        return new WorkQueue(collections, clock);
    }

    @Bean
    Screening screening(MediaCollections collections) {
        return new Screening(collections);
    }
}
