package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.Credential;
import cn.jiangxue.contract.CredentialApi.DisclosureEdit;
import cn.jiangxue.contract.CredentialApi.StateEdit;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CredentialRoutes {

    private static final String CREDENTIAL = "application/vc+json";

    private final Credentials credentials;

    CredentialRoutes(Credentials credentials) {
        this.credentials = credentials;
    }

    @GetMapping("/api/me/credentials")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<Credential>> mine(Caller caller) {
        return credentials.mine(caller);
    }

    @GetMapping("/api/credentials/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Credential> credential(Caller caller, @PathVariable UUID id) {
        return credentials.find(caller, id);
    }

    @GetMapping("/api/credentials/{id}/document")
    @Access(AccessKind.SIGNED_IN)
    @ApiResponse(
            responseCode = "200",
            description = "The signed credential, byte for byte.",
            content = @Content(mediaType = CREDENTIAL, schema = @Schema(type = "object")))
    Mono<ResponseEntity<byte[]>> document(Caller caller, @PathVariable UUID id) {
        return credentials
                .document(caller, id)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(CREDENTIAL))
                        .body(bytes));
    }

    @GetMapping("/api/credentials/{id}/pdf")
    @Access(AccessKind.SIGNED_IN)
    Mono<ResponseEntity<byte[]>> pdf(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable String lang) {
        return credentials
                .print(caller, id)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .body(bytes));
    }

    @PutMapping("/api/credentials/{id}/disclosure")
    @Access(AccessKind.SIGNED_IN)
    Mono<Credential> disclose(Caller caller, @PathVariable UUID id, @RequestBody DisclosureEdit edit) {
        return credentials.disclose(caller, id, edit);
    }

    @PutMapping("/api/credentials/{id}/state")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Credential> changeState(Caller caller, @PathVariable UUID id, @RequestBody StateEdit edit) {
        return credentials.change(caller, id, edit);
    }

    @GetMapping("/api/recognition/credentials")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Page<Credential>> issued(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return credentials.issued(caller, cursor);
    }
}
