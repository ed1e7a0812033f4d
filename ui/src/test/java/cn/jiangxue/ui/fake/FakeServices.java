package cn.jiangxue.ui.fake;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Puts the fakes in the place of the clients. */
@TestConfiguration
@Import(FakeStore.class)
public class FakeServices {

    @Bean
    @Order(0)
    SecurityFilterChain fakeStoreIsOpen(HttpSecurity http) throws Exception {
        return http.securityMatcher("/fake-store/**")
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Primary
    FakeIdentity fakeIdentity() {
        return new FakeIdentity();
    }

    @Bean
    @Primary
    FakeCatalog fakeCatalog() {
        return new FakeCatalog();
    }

    @Bean
    @Primary
    FakeLearning fakeLearning(FakeIdentity identity, FakeCatalog catalog) {
        return new FakeLearning(identity, catalog);
    }

    @Bean
    @Primary
    FakeAssessment fakeAssessment() {
        return new FakeAssessment();
    }

    @Bean
    @Primary
    FakeCredit fakeCredit(FakeIdentity identity) {
        return new FakeCredit(identity);
    }

    @Bean
    @Primary
    FakePromotion fakePromotion(FakeIdentity identity) {
        return new FakePromotion(identity);
    }

    @Bean
    @Primary
    FakeCredential fakeCredential(FakeIdentity identity) {
        return new FakeCredential(identity);
    }

    @Bean
    @Primary
    FakeRest.Audit fakeAudit() {
        return new FakeRest.Audit();
    }

    @Bean
    @Primary
    FakeRest.Messages fakeMessages() {
        return new FakeRest.Messages();
    }

    @Bean
    @Primary
    FakeRest.Organisations fakeOrganisations() {
        return new FakeRest.Organisations();
    }

    @Bean
    @Primary
    FakeRest.Frameworks fakeFrameworks() {
        return new FakeRest.Frameworks();
    }

    @Bean
    @Primary
    FakeRest.Media fakeMedia() {
        return new FakeRest.Media();
    }
}
