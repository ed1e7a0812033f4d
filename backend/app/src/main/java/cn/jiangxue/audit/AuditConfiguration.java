package cn.jiangxue.audit;

import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.platform.TokenIssuer;
import cn.jiangxue.transparency.TransparencyLogs;
import com.mongodb.client.model.Indexes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    Documents<StoredRecord> storedAuditRecords(DocumentsFactory documents, KeyFolder keys) {
        return documents.of(StoredRecord.COLLECTION, StoredRecord.class, RecordSalt.upgrade(keys));
    }

    @Bean
    AuditLeaves auditLeaves(Documents<StoredRecord> records) {
        return new AuditLeaves(records);
    }

    @Bean
    CollectionIndex auditLeavesWaiting() {
        return TransparencyLogs.indexes(AuditLeaves.LOG).get(0);
    }

    @Bean
    CollectionIndex auditLeavesByPlace() {
        return TransparencyLogs.indexes(AuditLeaves.LOG).get(1);
    }

    @Bean
    CollectionIndex auditLeavesByHash() {
        return TransparencyLogs.indexes(AuditLeaves.LOG).get(2);
    }

    @Bean
    Subscription<AuditFact> factsAreKept(AuditRecord record) {
        return Subscription.to(AuditFact.class, "audit", record::keep);
    }

    @Bean
    ContentFacts contentFacts(
            AuditRecord record,
            WebClient.Builder http,
            TokenIssuer tokens,
            @Value("${jiangxue.content.base-url}") String content) {
        return new ContentFacts(record, http.clone().baseUrl(content).build(), tokens);
    }

    @Bean
    CollectionIndex auditOncePerEvent() {
        return CollectionIndex.unique(StoredRecord.COLLECTION, Indexes.ascending("eventId"));
    }

    @Bean
    CollectionIndex auditByPlace() {
        return new CollectionIndex(
                StoredRecord.COLLECTION, Indexes.compoundIndex(Indexes.ascending("within"), Indexes.descending("_id")));
    }

    @Bean
    CollectionIndex auditByAction() {
        return new CollectionIndex(
                StoredRecord.COLLECTION, Indexes.compoundIndex(Indexes.ascending("action"), Indexes.descending("_id")));
    }

    @Bean
    CollectionIndex auditByActor() {
        return new CollectionIndex(
                StoredRecord.COLLECTION,
                Indexes.compoundIndex(Indexes.ascending("actorId"), Indexes.descending("_id")));
    }

    @Bean
    CollectionIndex auditBySubject() {
        return new CollectionIndex(
                StoredRecord.COLLECTION,
                Indexes.compoundIndex(Indexes.ascending("subject"), Indexes.descending("_id")));
    }
}
