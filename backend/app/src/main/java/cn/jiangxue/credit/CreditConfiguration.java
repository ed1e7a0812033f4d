package cn.jiangxue.credit;

import cn.jiangxue.outcome.OutcomeAttained;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.transparency.TransparencyLogs;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CreditConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    CreditLedger creditLedger(DocumentsFactory documents, Clock clock) {
        return new CreditLedger(documents, clock);
    }

    @Bean
    CollectionIndex entriesBySeq() {
        return LedgerStore.INDEXES.get(0);
    }

    @Bean
    CollectionIndex entriesByCause() {
        return LedgerStore.INDEXES.get(1);
    }

    @Bean
    CollectionIndex entriesByAward() {
        return LedgerStore.INDEXES.get(2);
    }

    @Bean
    CollectionIndex accountsByPending() {
        return LedgerStore.INDEXES.get(3);
    }

    @Bean
    LedgerLeaves ledgerLeaves(CreditLedger ledger) {
        return new LedgerLeaves(ledger.store());
    }

    @Bean
    CollectionIndex ledgerLeavesWaiting() {
        return TransparencyLogs.indexes(LedgerLeaves.LOG).get(0);
    }

    @Bean
    CollectionIndex ledgerLeavesByPlace() {
        return TransparencyLogs.indexes(LedgerLeaves.LOG).get(1);
    }

    @Bean
    CollectionIndex ledgerLeavesByHash() {
        return TransparencyLogs.indexes(LedgerLeaves.LOG).get(2);
    }

    @Bean
    Subscription<OutcomeAttained> creditForOutcomes(CourseCreditPosting posting) {
        return Subscription.to(OutcomeAttained.class, "credit", posting::hear);
    }
}
