package cn.jiangxue.evaluation;

import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.OutboxSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvaluationConfiguration {

    @Bean
    OutboxSource evaluationPlansTell() {
        return new OutboxSource(PlanDocument.COLLECTION);
    }

    @Bean
    CollectionIndex plansByEmployer() {
        return PlanStore.INDEXES.get(0);
    }

    @Bean
    CollectionIndex plansByOccupation() {
        return PlanStore.INDEXES.get(1);
    }

    @Bean
    CollectionIndex plansThatWait() {
        return PlanStore.INDEXES.get(2);
    }

    @Bean
    CollectionIndex plansByState() {
        return PlanStore.INDEXES.get(3);
    }

    @Bean
    CollectionIndex plansBySupervisor() {
        return PlanStore.INDEXES.get(4);
    }
}
