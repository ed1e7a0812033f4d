package cn.jiangxue.content.upload;

import cn.jiangxue.content.media.MediaLibrary;
import cn.jiangxue.content.objects.ObjectAddresses;
import cn.jiangxue.content.objects.ObjectTransfer;
import cn.jiangxue.content.objects.StoredObjects;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    Documents<UploadDocument> uploadDocuments(DocumentsFactory factory) {
        return factory.of(UploadDocument.COLLECTION, UploadDocument.class);
    }

    /** What one person has under way. */
    @Bean
    CollectionIndex uploadsByState() {
        return new CollectionIndex(UploadDocument.COLLECTION, Indexes.ascending("ownerId", "kind", "state"));
    }

    /** What one person sent in a day. */
    @Bean
    CollectionIndex uploadsByDay() {
        return new CollectionIndex(UploadDocument.COLLECTION, Indexes.ascending("ownerId", "kind", "createdAt"));
    }

    /** What a sweep takes away. */
    @Bean
    CollectionIndex uploadsByEnd() {
        return new CollectionIndex(UploadDocument.COLLECTION, Indexes.ascending("state", "expiresAt"));
    }

    @Bean
    Arrivals arrivals(StoredObjects objects, ObjectTransfer transfer) {
        return new Arrivals(objects, transfer);
    }

    @Bean
    Admission admission(Documents<UploadDocument> documents, Clock clock) {
        return new Admission(documents, clock);
    }

    @Bean
    UploadFacts uploadFacts(Events events, Outbox outbox, Clock clock) {
        return new UploadFacts(events, outbox, clock);
    }

    @Bean
    OutboxSource uploadsTell() {
        return new OutboxSource(UploadDocument.COLLECTION);
    }

    @Bean
    Uploads uploads(
            Documents<UploadDocument> documents,
            StoredObjects objects,
            ObjectAddresses addresses,
            Admission admission,
            Arrivals arrivals,
            MediaLibrary library,
            UploadFacts facts,
            Clock clock) {
        return new Uploads(documents, objects, addresses, admission, arrivals, library, facts, clock);
    }

    @Bean
    Evidence evidence(Documents<UploadDocument> documents, ObjectAddresses addresses, Clock clock) {
        return new Evidence(documents, addresses, clock);
    }

    @Bean
    UploadSweep uploadSweep(
            Documents<UploadDocument> documents,
            StoredObjects objects,
            MediaLibrary library,
            UploadFacts facts,
            Clock clock) {
        return new UploadSweep(documents, objects, library, facts, clock);
    }
}
