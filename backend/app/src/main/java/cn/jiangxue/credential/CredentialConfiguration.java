package cn.jiangxue.credential;

import cn.jiangxue.credential.rules.DidWeb;
import cn.jiangxue.identity.People;
import cn.jiangxue.outcome.Withdrawals;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.PlatformProperties;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.promotion.GradeDecided;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {

    @Bean
    IssuerKeys issuerKeys(KeyFolder folder, PlatformProperties properties) {
        return new IssuerKeys(folder, new DidWeb(properties.publicBaseUrl()));
    }

    @Bean
    DataIntegrity dataIntegrity(IssuerKeys keys) {
        return new DataIntegrity(keys);
    }

    @Bean
    CertificatePdf certificatePdf(CivilTime time) {
        return new CertificatePdf(time);
    }

    @Bean
    Holders holders(People people) {
        return learnerId -> people.holderName(learnerId).defaultIfEmpty("—");
    }

    @Bean
    HolderPersons holderPersons(People people) {
        return people::personId;
    }

    @Bean
    OutboxSource credentialsTell() {
        return new OutboxSource(CredentialDocument.COLLECTION);
    }

    @Bean
    Subscription<GradeDecided> credentialsForGrades(Issuing issuing) {
        return Subscription.to(GradeDecided.class, "credential", (event, meta) -> issuing.issue(event));
    }

    @Bean
    Subscription<CredentialRevoked> gradesOfRevokedCredentials(RevokedGrades grades) {
        return Subscription.to(CredentialRevoked.class, "credential", grades::hear);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    EarlierRevocations earlierRevocations(CredentialRegister register, Withdrawals withdrawals, CivilTime time) {
        return new EarlierRevocations(register, withdrawals, time.clock());
    }

    @Bean
    CollectionIndex credentialsByLearner() {
        return CredentialRegister.INDEXES.get(0);
    }

    @Bean
    CollectionIndex credentialsByInstitution() {
        return CredentialRegister.INDEXES.get(1);
    }

    @Bean
    CollectionIndex credentialsByState() {
        return CredentialRegister.INDEXES.get(2);
    }
}
