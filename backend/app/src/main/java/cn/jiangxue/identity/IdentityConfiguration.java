package cn.jiangxue.identity;

import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.ExpiringCollection;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import com.mongodb.client.model.Indexes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {

    @Bean
    Colleagues colleagues(People people, Organisations organisations) {
        return new Colleagues(people::organisations, organisations);
    }

    @Bean
    Documents<StoredPerson> storedPeople(DocumentsFactory documents) {
        return documents.of(StoredPerson.COLLECTION, StoredPerson.class);
    }

    @Bean
    Documents<StoredAccount> storedAccounts(DocumentsFactory documents) {
        return documents.of(StoredAccount.COLLECTION, StoredAccount.class);
    }

    @Bean
    Documents<StoredSession> storedSessions(DocumentsFactory documents) {
        return documents.of(StoredSession.COLLECTION, StoredSession.class);
    }

    @Bean
    Documents<StoredClaim> storedClaims(DocumentsFactory documents) {
        return documents.of(StoredClaim.COLLECTION, StoredClaim.class);
    }

    @Bean
    Documents<StoredPersonKey> storedPersonKeys(DocumentsFactory documents) {
        return documents.of(StoredPersonKey.COLLECTION, StoredPersonKey.class);
    }

    @Bean
    Documents<StoredDecision> storedDecisions(DocumentsFactory documents) {
        return documents.of(StoredDecision.COLLECTION, StoredDecision.class);
    }

    @Bean
    Documents<StoredBootstrap> storedBootstrap(DocumentsFactory documents) {
        return documents.of(StoredBootstrap.COLLECTION, StoredBootstrap.class);
    }

    @Bean
    Documents<SignInAttempts.Stored> storedAttempts(DocumentsFactory documents) {
        return documents.of(SignInAttempts.COLLECTION, SignInAttempts.Stored.class);
    }

    @Bean
    Documents<AddressWindows.Stored> storedAddressWindows(DocumentsFactory documents) {
        return documents.of(AddressWindows.COLLECTION, AddressWindows.Stored.class);
    }

    @Bean
    OutboxSource peopleTell() {
        return new OutboxSource(StoredPerson.COLLECTION);
    }

    @Bean
    OutboxSource accountsTell() {
        return new OutboxSource(StoredAccount.COLLECTION);
    }

    @Bean
    OutboxSource sessionsTell() {
        return new OutboxSource(StoredSession.COLLECTION);
    }

    @Bean
    Subscription<ConsentDecided> decisionsAreKept(Consents consents) {
        return Subscription.to(ConsentDecided.class, "identity.consents", consents::keep);
    }

    @Bean
    Subscription<RealNameWithdrawn> withdrawnClaimsAreReleased(Claims claims) {
        return Subscription.to(
                RealNameWithdrawn.class,
                "identity.claims",
                (told, meta) -> claims.release(told.claim(), told.personId()));
    }

    @Bean
    CollectionIndex peopleByPlace() {
        return new CollectionIndex(StoredPerson.COLLECTION, Indexes.ascending("reach", "userName"));
    }

    @Bean
    CollectionIndex peopleByOrganisation() {
        return new CollectionIndex(StoredPerson.COLLECTION, Indexes.ascending("roles.organisationId", "userName"));
    }

    @Bean
    CollectionIndex peopleByLearner() {
        return CollectionIndex.unique(StoredPerson.COLLECTION, Indexes.ascending("learnerId"));
    }

    @Bean
    CollectionIndex decisionsByPerson() {
        return new CollectionIndex(StoredDecision.COLLECTION, Indexes.ascending("personId", "kind", "number"));
    }

    @Bean
    ExpiringCollection sessionsExpire() {
        return new ExpiringCollection(StoredSession.COLLECTION);
    }

    @Bean
    ExpiringCollection attemptsExpire() {
        return new ExpiringCollection(SignInAttempts.COLLECTION);
    }

    @Bean
    ExpiringCollection addressWindowsExpire() {
        return new ExpiringCollection(AddressWindows.COLLECTION);
    }
}
