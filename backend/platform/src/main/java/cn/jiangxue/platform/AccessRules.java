package cn.jiangxue.platform;

import cn.jiangxue.contract.ProblemCode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;

/** Holds every request against the {@link Access} rule of the route that would answer it. */
final class AccessRules implements ReactiveAuthorizationManager<AuthorizationContext> {

    private final RequestMappingHandlerMapping routes;

    AccessRules(RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> who, AuthorizationContext request) {
        return routes.getHandler(request.getExchange())
                .flatMap(handler -> decide(handler, who))
                // No route: let the request through to its 404, there is nothing to protect.
                .defaultIfEmpty(new AuthorizationDecision(true));
    }

    private static Mono<AuthorizationResult> decide(Object handler, Mono<Authentication> who) {
        Access rule = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Access.class) : null;
        if (rule == null) {
            return Mono.just(new AuthorizationDecision(false));
        }
        if (Arrays.asList(rule.value()).contains(AccessKind.PUBLIC)) {
            return Mono.just(new AuthorizationDecision(true));
        }
        return who.filter(Authentication::isAuthenticated)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Actor.class)
                .map(actor -> (AuthorizationResult) new AuthorizationDecision(allows(rule, actor)))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    /** Whether the rule lets this actor in. */
    static boolean allows(Access rule, @Nullable Actor actor) {
        var kinds = Arrays.asList(rule.value());
        return switch (actor) {
            case null -> kinds.contains(AccessKind.PUBLIC);
            case ServiceCaller ignored -> kinds.contains(AccessKind.SERVICE);
            case StudyGrant ignored -> kinds.contains(AccessKind.STUDY_GRANT);
            case PreviewGrant ignored -> kinds.contains(AccessKind.PREVIEW_GRANT);
            case Caller caller -> {
                if (caller.mustChangePassword() && !rule.beforePasswordChange()) {
                    throw new ProblemException(ProblemCode.PASSWORD_CHANGE_NEEDED);
                }
                yield kinds.contains(AccessKind.SIGNED_IN)
                        || Arrays.stream(rule.roles()).anyMatch(caller::has);
            }
        };
    }
}
