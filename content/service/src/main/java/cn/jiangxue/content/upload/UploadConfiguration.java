package cn.jiangxue.content.upload;

import cn.jiangxue.content.media.MediaLibrary;
import cn.jiangxue.content.objects.ObjectAddresses;
import cn.jiangxue.content.objects.ObjectTransfer;
import cn.jiangxue.content.objects.StoredObjects;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
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
    Uploads uploads(
            Documents<UploadDocument> documents,
            StoredObjects objects,
            ObjectAddresses addresses,
            Arrivals arrivals,
            MediaLibrary library,
            Clock clock) {
        return new Uploads(documents, objects, addresses, arrivals, library, clock);
    }

    @Bean
    Evidence evidence(Documents<UploadDocument> documents, ObjectAddresses addresses, Clock clock) {
        return new Evidence(documents, addresses, clock);
    }

    @Bean
    UploadSweep uploadSweep(
            Documents<UploadDocument> documents, StoredObjects objects, MediaLibrary library, Clock clock) {
        return new UploadSweep(documents, objects, library, clock);
    }
}
