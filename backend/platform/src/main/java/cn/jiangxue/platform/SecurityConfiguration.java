package cn.jiangxue.platform;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every request: its token verified, its route's {@link Access} rule applied. No cookies, no sessions, so no cross-site forgery to guard against. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration implements WebFluxConfigurer {

    private static final String BEARER = "Bearer ";

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new ActorArguments());
    }

    @Bean
    SecurityWebFilterChain securityFilterChain(
            ServerHttpSecurity http,
            ReactiveJwtDecoder decoder,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(bearer(decoder), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(rules -> rules.pathMatchers(
                                "/actuator/health/**", "/actuator/prometheus", "/openapi/**", "/openapi")
                        .permitAll()
                        .anyExchange()
                        .access(new AccessRules(routes)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint((exchange, e) -> Mono.error(e))
                        .accessDeniedHandler((exchange, e) -> Mono.error(e)))
                .build();
    }

    private static AuthenticationWebFilter bearer(ReactiveJwtDecoder decoder) {
        var filter = new AuthenticationWebFilter(new ActorTokens(decoder));
        filter.setServerAuthenticationConverter(SecurityConfiguration::presented);
        filter.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        filter.setAuthenticationFailureHandler((exchange, e) -> Mono.error(e));
        return filter;
    }

    /** The bearer header; for players that cannot set headers, the {@code grant} query parameter of a media address. */
    private static Mono<Authentication> presented(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        String token = header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
        if (token == null && exchange.getRequest().getPath().value().startsWith("/media/")) {
            token = exchange.getRequest().getQueryParams().getFirst("grant");
        }
        return Mono.justOrEmpty(token).filter(text -> !text.isBlank()).map(BearerTokenAuthenticationToken::new);
    }

    /** The backend verifies with its own keys; other services fetch them from the backend and keep them. */
    @Bean
    ReactiveJwtDecoder tokenDecoder(PlatformProperties properties, ObjectProvider<TokenIssuer> issuer) {
        TokenIssuer own = issuer.getIfAvailable();
        NimbusReactiveJwtDecoder decoder = own != null
                ? NimbusReactiveJwtDecoder.withJwkSource(
                                token -> Flux.fromIterable(own.publicKeys().getKeys()))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build()
                : NimbusReactiveJwtDecoder.withJwkSetUri(properties.backend().baseUrl() + "/.well-known/jwks.json")
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(java.time.Duration.ofSeconds(10)),
                new JwtIssuerValidator(TokenIssuer.ISSUER)));
        return decoder;
    }
}
