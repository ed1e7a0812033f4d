package cn.jiangxue.recognition;

import cn.jiangxue.outcome.OutcomeWithdrawn;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.platform.SweepLease;
import cn.jiangxue.platform.TokenIssuer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecognitionProperties.class)
class RecognitionConfiguration {

    @Bean
    EvidenceFiles evidenceFiles(
            WebClient.Builder clients,
            TokenIssuer tokens,
            @Value("${jiangxue.content.base-url}") String contentBaseUrl) {
        return new ContentEvidenceFiles(clients.baseUrl(contentBaseUrl).build(), tokens);
    }

    @Bean
    OutboxSource recognitionCasesTell() {
        return new OutboxSource(CaseDocument.COLLECTION);
    }

    @Bean
    OutboxSource declaredOutcomesTell() {
        return new OutboxSource(DeclaredDocument.COLLECTION);
    }

    @Bean
    Subscription<EvidenceExamined> recognitionOfExaminedEvidence(Examining examining) {
        return Subscription.to(EvidenceExamined.class, "recognition", (told, meta) -> examining.hear(told));
    }

    @Bean
    Subscription<RecognitionDecided> recognitionPosted(CasePosting posting) {
        return Subscription.to(RecognitionDecided.class, "recognition", (decided, meta) -> posting.hear(decided));
    }

    @Bean
    Subscription<OutcomeWithdrawn> recognitionOfWithdrawnOutcomes(WithdrawalHearing hearing) {
        return Subscription.to(OutcomeWithdrawn.class, "recognition", (told, meta) -> hearing.hear(told));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    CaseSweep recognitionSweep(
            Cases cases, CasePosting posting, Officers officers, DocumentsFactory documents, CivilTime time) {
        return new CaseSweep(cases, posting, officers, new SweepLease(documents, "recognition", time.clock()), time);
    }

    @Bean
    CollectionIndex recognitionCasesByOpenKey() {
        return Cases.INDEXES.get(0);
    }

    @Bean
    CollectionIndex recognitionCasesByLearner() {
        return Cases.INDEXES.get(1);
    }

    @Bean
    CollectionIndex recognitionCasesOpenOnDesk() {
        return Cases.INDEXES.get(2);
    }

    @Bean
    CollectionIndex recognitionCasesOnDeskByStage() {
        return Cases.INDEXES.get(3);
    }

    @Bean
    CollectionIndex recognitionCasesByStage() {
        return Cases.INDEXES.get(4);
    }

    @Bean
    CollectionIndex recognitionCasesByWaking() {
        return Cases.INDEXES.get(5);
    }

    @Bean
    CollectionIndex recognitionCasesByDay() {
        return Cases.INDEXES.get(6);
    }

    @Bean
    CollectionIndex recognitionCasesByAppealDay() {
        return Cases.INDEXES.get(7);
    }

    @Bean
    CollectionIndex declaredOutcomesOnce() {
        return DeclaredRecord.INDEXES.get(0);
    }

    @Bean
    CollectionIndex declaredOutcomesByLearner() {
        return DeclaredRecord.INDEXES.get(1);
    }

    @Bean
    CollectionIndex standInsHeld() {
        return StandIns.INDEXES.get(0);
    }

    @Bean
    CollectionIndex standInsNamed() {
        return StandIns.INDEXES.get(1);
    }
}
