package cn.jiangxue.content.audit;

import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditQueue auditQueue(DocumentsFactory documents) {
        return new AuditQueue(documents.of(WaitingFact.COLLECTION, WaitingFact.class));
    }

    @Bean
    Subscription<AuditFact> factsWaitToBeFetched(AuditQueue queue) {
        return Subscription.to(AuditFact.class, "audit-queue", queue::add);
    }
}
