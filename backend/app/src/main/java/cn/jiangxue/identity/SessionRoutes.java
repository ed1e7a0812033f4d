package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.Refresh;
import cn.jiangxue.contract.IdentityApi.SignIn;
import cn.jiangxue.contract.IdentityApi.Tokens;
import cn.jiangxue.identity.rules.ClientAddress;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import java.net.InetSocketAddress;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SessionRoutes {

    private final SignIns signIns;
    private final Sessions sessions;
    private final AccountCare care;
    private final IdentityProperties properties;

    SessionRoutes(SignIns signIns, Sessions sessions, AccountCare care, IdentityProperties properties) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.care = care;
        this.properties = properties;
    }

    @PostMapping("/api/sessions")
    @Access(AccessKind.PUBLIC)
    Mono<Tokens> signIn(@RequestBody SignIn signIn, ServerHttpRequest request) {
        return signIns.signIn(signIn, addressOf(request));
    }

    @PostMapping("/api/sessions/refresh")
    @Access(AccessKind.PUBLIC)
    Mono<Tokens> refresh(@RequestBody Refresh refresh) {
        return sessions.refresh(refresh.refreshToken());
    }

    @DeleteMapping("/api/sessions/current")
    @Access(value = AccessKind.SIGNED_IN, beforePasswordChange = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> signOut(Caller caller) {
        return sessions.end(caller.sessionId());
    }

    @DeleteMapping("/api/sessions")
    @Access(value = AccessKind.SIGNED_IN, beforePasswordChange = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> signOutEverywhere(Caller caller) {
        return care.endAllSignIns(caller);
    }

    private String addressOf(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        String connected = peer == null || peer.getAddress() == null
                ? "unknown"
                : peer.getAddress().getHostAddress();
        return ClientAddress.of(
                connected, request.getHeaders().getFirst("X-Forwarded-For"), properties.trustedProxies());
    }
}
