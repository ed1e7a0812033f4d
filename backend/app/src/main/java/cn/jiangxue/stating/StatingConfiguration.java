package cn.jiangxue.stating;

import cn.jiangxue.identity.People;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.ExpiringCollection;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatingConfiguration {

    @Bean
    ImportRecord importRecord(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        return new ImportRecord(
                documents.of(ImportDocument.COLLECTION, ImportDocument.class),
                documents.of(ResultBlock.COLLECTION, ResultBlock.class),
                events,
                outbox,
                clock);
    }

    @Bean
    FileStore importFiles(DocumentsFactory documents, KeyFolder keys, Clock clock) {
        return new FileStore(documents.of(FilePart.COLLECTION, FilePart.class), keys, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ImportSweep importSweep(ImportRecord record, ImportRun run) {
        return new ImportSweep(record, run);
    }

    @Bean
    InstitutionKeys institutionKeys(
            DocumentsFactory documents,
            Organisations organisations,
            People people,
            Events events,
            Outbox outbox,
            Clock clock) {
        return new InstitutionKeys(
                documents.of(KeyDocument.COLLECTION, KeyDocument.class), organisations, people, events, outbox, clock);
    }

    @Bean
    SignedRequests signedRequests(InstitutionKeys keys, DocumentsFactory documents, Clock clock) {
        return new SignedRequests(keys, documents.of(SignedRequests.Seen.COLLECTION, SignedRequests.Seen.class), clock);
    }

    @Bean
    CollectionIndex withdrawalsByOutcome() {
        return WithdrawalProposals.INDEXES.get(0);
    }

    @Bean
    CollectionIndex withdrawalsByInstitution() {
        return WithdrawalProposals.INDEXES.get(1);
    }

    @Bean
    OutboxSource withdrawalsTell() {
        return new OutboxSource(WithdrawalDocument.COLLECTION);
    }

    @Bean
    Subscription<WithdrawalApproved> withdrawalsOfStated(WithdrawalProposals proposals) {
        return Subscription.to(WithdrawalApproved.class, "stating", (approved, meta) -> proposals.hear(approved));
    }

    @Bean
    OutboxSource keysTell() {
        return new OutboxSource(KeyDocument.COLLECTION);
    }

    @Bean
    CollectionIndex keysByInstitution() {
        return new CollectionIndex(KeyDocument.COLLECTION, Indexes.descending("institutionId", "registeredAt"));
    }

    @Bean
    ExpiringCollection noncesExpire() {
        return new ExpiringCollection(SignedRequests.Seen.COLLECTION);
    }

    @Bean
    OutboxSource importsTell() {
        return new OutboxSource(ImportDocument.COLLECTION);
    }

    @Bean
    CollectionIndex importsByInstitution() {
        return new CollectionIndex(ImportDocument.COLLECTION, Indexes.descending("institutionId", "createdAt", "_id"));
    }

    @Bean
    CollectionIndex importsDue() {
        return new CollectionIndex(
                ImportDocument.COLLECTION, Indexes.ascending("dueAt"), new IndexOptions().sparse(true));
    }

    @Bean
    CollectionIndex importResults() {
        return new CollectionIndex(ResultBlock.COLLECTION, Indexes.ascending("importId", "n"));
    }

    @Bean
    CollectionIndex importParts() {
        return new CollectionIndex(FilePart.COLLECTION, Indexes.ascending("fileId"));
    }

    @Bean
    ExpiringCollection importPartsExpire() {
        return new ExpiringCollection(FilePart.COLLECTION);
    }

    @Bean
    ExpiringCollection importResultsExpire() {
        return new ExpiringCollection(ResultBlock.COLLECTION);
    }
}
