package cn.jiangxue.credit;

import cn.jiangxue.outcome.OutcomeAttained;
import cn.jiangxue.outcome.OutcomeWithdrawn;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.platform.SweepLease;
import cn.jiangxue.transparency.TransparencyLogs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CreditConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    CreditLedger creditLedger(DocumentsFactory documents, CivilTime time) {
        return new CreditLedger(documents, time);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    CreditExpiry creditExpiry(CreditLedger ledger, DocumentsFactory documents, CivilTime time) {
        return new CreditExpiry(ledger, new SweepLease(documents, "expiry", time.clock()));
    }

    @Bean
    CollectionIndex entriesBySeq() {
        return LedgerStore.INDEXES.get(0);
    }

    @Bean
    CollectionIndex entriesByAward() {
        return LedgerStore.INDEXES.get(1);
    }

    @Bean
    CollectionIndex entriesByExpiry() {
        return LedgerStore.INDEXES.get(2);
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
    CollectionIndex entriesByKind() {
        return LedgerStore.INDEXES.get(3);
    }

    @Bean
    CollectionIndex announcementsByTime() {
        return LedgerStore.INDEXES.get(4);
    }

    @Bean
    CollectionIndex correctionsByEntry() {
        return CorrectionRecord.INDEXES.get(0);
    }

    @Bean
    CollectionIndex correctionsByReach() {
        return CorrectionRecord.INDEXES.get(1);
    }

    @Bean
    CollectionIndex correctionsByLearner() {
        return CorrectionRecord.INDEXES.get(2);
    }

    @Bean
    CollectionIndex correctionsAskedAgain() {
        return CorrectionRecord.INDEXES.get(3);
    }

    @Bean
    OutboxSource correctionsTell() {
        return new OutboxSource(CorrectionDocument.COLLECTION);
    }

    @Bean
    Subscription<CorrectionApproved> correctionsPosted(CorrectionPosting posting) {
        return Subscription.to(CorrectionApproved.class, "credit", (approved, meta) -> posting.hear(approved));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    WithdrawnCredit withdrawnCredit(
            CreditLedger ledger,
            CorrectedEntries entries,
            CorrectionRecord record,
            CorrectionPosting posting,
            DocumentsFactory documents,
            CivilTime time) {
        return new WithdrawnCredit(
                ledger,
                entries,
                record,
                posting,
                new SweepLease(documents, "withdrawn-credit", time.clock()),
                time.clock());
    }

    @Bean
    Subscription<OutcomeWithdrawn> creditOfWithdrawnOutcomes(WithdrawnCredit withdrawn) {
        return Subscription.to(OutcomeWithdrawn.class, "credit", (told, meta) -> withdrawn.hear(told));
    }

    @Bean
    Subscription<OutcomeAttained> creditForOutcomes(CourseCreditPosting posting) {
        return Subscription.to(OutcomeAttained.class, "credit", posting::hear);
    }
}
