package cn.jiangxue.promotion;

import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.PromotionPaths;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.LeasedSweep;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.platform.SweepLease;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class PromotionConfiguration {

    @Bean
    PromotionPaths promotionPaths() {
        return Frameworks.promotionPaths();
    }

    @Bean
    OutboxSource promotionCasesTell() {
        return new OutboxSource(CaseDocument.COLLECTION);
    }

    @Bean
    OutboxSource careersTell() {
        return new OutboxSource(CareerDocument.COLLECTION);
    }

    @Bean
    Subscription<GradeDecided> gradesOnRecord(Promotions promotions) {
        return Subscription.to(GradeDecided.class, "promotion", (event, meta) -> promotions.record(event));
    }

    @Bean
    Subscription<ActTaken> burstsOfActs(Bursts bursts) {
        return Subscription.to(ActTaken.class, "promotion-bursts", (event, meta) -> bursts.take(event));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LeasedSweep promotionSweep(
            CaseReminders reminders, Escalations escalations, DocumentsFactory documents, CivilTime time) {
        return new LeasedSweep(
                "the calendar of promotion cases",
                new SweepLease(documents, "promotion", time.clock()),
                () -> Mono.zip(reminders.batch(), escalations.batch(), Long::sum));
    }

    @Bean
    CollectionIndex actsByPerson() {
        return Bursts.INDEXES.get(0);
    }

    @Bean
    CollectionIndex burstsByInstitution() {
        return Bursts.INDEXES.get(1);
    }

    @Bean
    CollectionIndex casesByOpenKey() {
        return Cases.INDEXES.get(0);
    }

    @Bean
    CollectionIndex casesByLearner() {
        return Cases.INDEXES.get(1);
    }

    @Bean
    CollectionIndex casesOpenByInstitution() {
        return Cases.INDEXES.get(2);
    }

    @Bean
    CollectionIndex casesByState() {
        return Cases.INDEXES.get(3);
    }

    @Bean
    CollectionIndex casesByEnterprise() {
        return Cases.INDEXES.get(4);
    }

    @Bean
    CollectionIndex casesThatAwaitSupervisors() {
        return Cases.INDEXES.get(5);
    }

    @Bean
    CollectionIndex casesByDay() {
        return Cases.INDEXES.get(6);
    }

    @Bean
    CollectionIndex casesEscalated() {
        return Cases.INDEXES.get(7);
    }
}
