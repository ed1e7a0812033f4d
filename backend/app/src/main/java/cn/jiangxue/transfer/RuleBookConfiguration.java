package cn.jiangxue.transfer;

import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.RuleBookData;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuleBookConfiguration {

    /** Data that does not pass its checks keeps the service from starting. */
    @Bean
    RuleBookData sampleRuleBookData() {
        return Frameworks.ruleBook();
    }

    @Bean
    RuleContents ruleContents(Standards standards) {
        return new RuleContents(id -> standards
                .creditUnit(id)
                .orElseThrow(() -> new IllegalArgumentException("no credit unit has the id " + id)));
    }

    @Bean
    OutboxSource ruleVersionsTell() {
        return new OutboxSource(RuleDocument.COLLECTION);
    }

    @Bean
    OutboxSource programmeVersionsTell() {
        return new OutboxSource(ProgrammeDocument.COLLECTION);
    }

    @Bean
    OutboxSource programmeDraftsTell() {
        return new OutboxSource(ProgrammeDraftDocument.COLLECTION);
    }

    @Bean
    Subscription<RuleBookChanged> ruleChangesOnRecord(ChangeLog changes) {
        return Subscription.to(RuleBookChanged.class, "transfer.change-log", changes::append);
    }

    @Bean
    Subscription<RuleBookChanged> olderVersionsEnd(Succession succession) {
        return Subscription.to(
                RuleBookChanged.class, "transfer.succession", (change, meta) -> succession.follow(change));
    }

    @Bean
    Subscription<RuleBookChanged> draftsEnd(DraftEnding ending) {
        return Subscription.to(RuleBookChanged.class, "transfer.drafts", (change, meta) -> ending.follow(change));
    }

    @Bean
    CollectionIndex ruleVersionsSent() {
        return RuleShelf.INDEXES.get(0);
    }

    @Bean
    CollectionIndex ruleVersionsByParty() {
        return RuleShelf.INDEXES.get(1);
    }

    @Bean
    CollectionIndex ruleVersionsByProgramme() {
        return RuleShelf.INDEXES.get(2);
    }

    @Bean
    CollectionIndex programmeVersionsByProgramme() {
        return ProgrammeShelf.INDEXES.getFirst();
    }

    @Bean
    CollectionIndex programmeDraftsByInstitution() {
        return ProgrammeDraftShelf.INDEXES.getFirst();
    }

    @Bean
    CollectionIndex ruleChangesByTime() {
        return ChangeLog.INDEXES.get(0);
    }

    @Bean
    CollectionIndex ruleChangesByEntry() {
        return ChangeLog.INDEXES.get(1);
    }
}
