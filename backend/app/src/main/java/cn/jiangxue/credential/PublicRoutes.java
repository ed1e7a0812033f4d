package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.Verification;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What anyone may ask without signing in. */
@RestController
class PublicRoutes {

    private final Verifying verifying;
    private final StatusLists lists;
    private final IssuerKeys keys;

    PublicRoutes(Verifying verifying, StatusLists lists, IssuerKeys keys) {
        this.verifying = verifying;
        this.lists = lists;
        this.keys = keys;
    }

    @GetMapping("/api/public/credentials/{id}")
    @Access(AccessKind.PUBLIC)
    Mono<Verification> verify(@PathVariable String id) {
        return verifying.byIdOrNumber(id);
    }

    @PostMapping("/api/public/verifications")
    @Access(AccessKind.PUBLIC)
    Mono<Verification> verifyDocument(@RequestBody String document) {
        return verifying.ofDocument(document);
    }

    @GetMapping("/.well-known/did.json")
    @Access(AccessKind.PUBLIC)
    Map<String, Object> didDocument() {
        return keys.didDocument();
    }

    @GetMapping("/credentials/status/{listId}")
    @Access(AccessKind.PUBLIC)
    Mono<ResponseEntity<String>> statusList(@PathVariable String listId) {
        return lists.list(listId)
                .map(signed -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/vc+json"))
                        .body(signed));
    }
}
