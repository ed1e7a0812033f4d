package cn.jiangxue.priorlearning;

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
class PriorLearningConfiguration {

    @Bean
    OutboxSource claimsTell() {
        return new OutboxSource(ClaimDocument.COLLECTION);
    }

    @Bean
    Subscription<UnitsAwarded> unitsOnRecord(PriorLearnings claims) {
        return Subscription.to(UnitsAwarded.class, "priorlearning", (event, meta) -> claims.record(event));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LeasedSweep priorLearningSweep(
            ClaimReminders reminders, OverdueClaims overdue, DocumentsFactory documents, CivilTime time) {
        return new LeasedSweep(
                "the calendar of prior learning",
                new SweepLease(documents, "prior-learning", time.clock()),
                () -> Mono.zip(reminders.batch(), overdue.batch(), Long::sum));
    }

    @Bean
    CollectionIndex claimsByOpenKey() {
        return ClaimStore.INDEXES.get(0);
    }

    @Bean
    CollectionIndex claimsByLine() {
        return ClaimStore.INDEXES.get(1);
    }

    @Bean
    CollectionIndex claimsByLearner() {
        return ClaimStore.INDEXES.get(2);
    }

    @Bean
    CollectionIndex claimsOpenByInstitution() {
        return ClaimStore.INDEXES.get(3);
    }

    @Bean
    CollectionIndex claimsByState() {
        return ClaimStore.INDEXES.get(4);
    }

    @Bean
    CollectionIndex claimsByDay() {
        return ClaimStore.INDEXES.get(5);
    }

    @Bean
    CollectionIndex claimsEscalated() {
        return ClaimStore.INDEXES.get(6);
    }
}
