package cn.jiangxue.ui.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.web.SecurityFilterChain;

/** Who may load what. Pages say their own rule ({@code @PermitAll}, {@code @RolesAllowed}, {@code @AnonymousAllowed}); every object is checked by the services. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    /** Forwarded as they are: the service behind checks its own token, so the web session plays no part. */
    private static final String[] FORWARDED = {
        "/study/**", "/media/**", "/.well-known/did.json", "/credentials/status/**", "/api/public/**"
    };

    /** The number of unread messages answers nothing to nobody: sent to the sign-in page, its request would be taken for the page to go back to. */
    private static final String[] OPEN = {
        "/jx/**",
        "/webjars/**",
        "/actuator/health/**",
        "/actuator/prometheus",
        "/favicon.ico",
        "/favicon.svg",
        "/messages/unread"
    };

    /** An address that is no page is let through to the router, which says so in words; refused here it would be an empty answer. */
    @Bean
    SecurityFilterChain webSecurity(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(rules -> rules.requestMatchers(FORWARDED)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll());
        http.csrf(csrf -> csrf.ignoringRequestMatchers(FORWARDED));
        http.headers(headers -> headers.referrerPolicy(policy -> policy.policy(
                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy
                        .STRICT_ORIGIN_WHEN_CROSS_ORIGIN)));
        http.exceptionHandling(refused -> refused.authenticationEntryPoint(new SignInAgain()));
        return http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class, "/login").anyRequest(AuthorizedUrl::authenticated))
                .build();
    }

    /** Sign-in goes through {@link CurrentPerson} alone; this keeps Spring Boot from inventing a user of its own. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new ProviderNotFoundException("sign-in is by the sign-in page");
        };
    }
}
