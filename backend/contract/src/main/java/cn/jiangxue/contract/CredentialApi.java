package cn.jiangxue.contract;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Signed, portable, revocable proof of a grade: Open Badges 3.0 on W3C VC 2.0, {@code eddsa-rdfc-2022}, {@code did:web}, Bitstring Status List.
 * Beside these, served as plain JSON: {@code /.well-known/did.json}, {@code /credentials/status/{listId}}.
 */
public interface CredentialApi {

    enum CredentialState {
        ACTIVE,
        SUSPENDED,
        REVOKED,
        EXPIRED
    }

    /** What the holder may let the public page show; occupation, grade, issuer and dates are always shown. */
    enum Disclosure {
        NAME,
        CREDITS,
        CASE_SUMMARY
    }

    record Credential(
            UUID id,
            String number,
            LocalText title,
            LocalText occupation,
            Grade grade,
            LocalText gradeName,
            LocalText issuer,
            CredentialState state,
            @Nullable String stateReason,
            Instant issuedAt,
            @Nullable Instant expiresAt,
            Set<Disclosure> disclosed,
            String verifyUrl) {}

    record DisclosureEdit(Set<Disclosure> disclosed) {}

    /** ACTIVE lifts a suspension; REVOKED is for ever. A reason of 10 to 2,000 characters, shown to the holder. */
    record StateEdit(CredentialState state, String reason) {}

    enum Verdict {
        VALID,
        REVOKED,
        SUSPENDED,
        EXPIRED,
        ALTERED,
        UNKNOWN
    }

    record ShownField(LocalText label, LocalText value) {}

    /** {@code checks}: what was looked at, in order. {@code localOnly}: issued on a loopback address, so it verifies here only. */
    record Verification(
            Verdict verdict,
            LocalText summary,
            List<ShownField> shown,
            List<CreditApi.Finding> checks,
            boolean localOnly,
            Instant checkedAt) {}

    @GetExchange(url = "/api/me/credentials", accept = "application/json")
    List<Credential> mine();

    @GetExchange(url = "/api/credentials/{id}", accept = "application/json")
    Credential credential(@PathVariable UUID id);

    /** The signed document itself. The holder. */
    @GetExchange(url = "/api/credentials/{id}/document", accept = "application/vc+json")
    Resource document(@PathVariable UUID id);

    /** A printable certificate with a QR code. The holder. */
    @GetExchange(url = "/api/credentials/{id}/pdf", accept = "application/pdf")
    Resource pdf(@PathVariable UUID id, @RequestParam(required = false) @Nullable String lang);

    @PutExchange(url = "/api/credentials/{id}/disclosure", accept = "application/json")
    Credential disclose(@PathVariable UUID id, @RequestBody DisclosureEdit edit);

    /** Recognition officers of the institution that issued it. */
    @PutExchange(url = "/api/credentials/{id}/state", accept = "application/json")
    Credential changeState(@PathVariable UUID id, @RequestBody StateEdit edit);

    /** Issued by the institutions where the caller is a recognition officer, newest first. */
    @GetExchange(url = "/api/recognition/credentials", accept = "application/json")
    Page<Credential> issued(@RequestParam(required = false) @Nullable String cursor);

    /** Public. {@code id}: from the QR code, or the number printed on it. */
    @GetExchange(url = "/api/public/credentials/{id}", accept = "application/json")
    Verification verify(@PathVariable String id);

    /** Public. The document as JSON text, at most 256 KiB. */
    @PostExchange(url = "/api/public/verifications", contentType = "application/json", accept = "application/json")
    Verification verifyDocument(@RequestBody String document);
}
