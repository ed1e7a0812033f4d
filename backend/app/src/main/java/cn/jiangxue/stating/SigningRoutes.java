package cn.jiangxue.stating;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi.InstitutionKey;
import cn.jiangxue.contract.StatingApi.NewKey;
import cn.jiangxue.contract.StatingApi.SignedResult;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.PlatformProperties;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.stating.rules.SignatureBase.Message;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Keys of institutions, and what is signed with them. */
@RestController
class SigningRoutes {

    private static final int BODY_MOST = 256 * 1024;

    private final InstitutionKeys keys;
    private final SignedOutcomeIntake intake;
    private final String publicBase;

    SigningRoutes(InstitutionKeys keys, SignedOutcomeIntake intake, PlatformProperties platform) {
        this.keys = keys;
        this.intake = intake;
        this.publicBase = platform.publicBaseUrl().replaceFirst("/+$", "");
    }

    @PutMapping("/api/institution-keys/{id}")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<InstitutionKey> register(Caller caller, @PathVariable UUID id, @RequestBody NewKey key) {
        return keys.register(caller, id, key);
    }

    @PostMapping("/api/institution-keys/{id}/revocation")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<InstitutionKey> revoke(Caller caller, @PathVariable UUID id) {
        return keys.revoke(caller, id);
    }

    @GetMapping("/api/institution-keys")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<List<InstitutionKey>> keys(Caller caller, @RequestParam UUID institution) {
        return keys.of(caller, institution);
    }

    /** Answers whoever signs with the key of an institution: the signature stands for the token. */
    @PutMapping("/api/public/signed-outcomes/{id}")
    @Access(AccessKind.PUBLIC)
    Mono<SignedResult> state(@PathVariable UUID id, @RequestBody byte[] body, ServerHttpRequest request) {
        if (body.length > BODY_MOST) {
            throw new ProblemException(ProblemCode.TOO_LARGE, "256 KiB");
        }
        return intake.take(id, message(request), body);
    }

    /** With the address that the public knows: what is signed for another site is worth nothing here. */
    private Message message(ServerHttpRequest request) {
        URI asked = request.getURI();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        Map<String, List<String>> headers = new TreeMap<>();
        request.getHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new Message(request.getMethod().name(), URI.create(publicBase + asked.getRawPath() + query), headers);
    }
}
