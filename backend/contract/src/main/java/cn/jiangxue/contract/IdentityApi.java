package cn.jiangxue.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** People, their sign-in, their roles and what they agreed to. */
@HttpExchange(accept = "application/json")
public interface IdentityApi {

    /** {@code login} is a user name or a phone number. {@code device} is shown in the list of sign-ins, never trusted. */
    record SignIn(String login, String password, String device) {}

    /** Access tokens live minutes; a refresh token is used once and answered by a new pair. */
    record Tokens(String accessToken, int accessExpiresInSeconds, String refreshToken, Me me) {}

    record Refresh(String refreshToken) {}

    /** A role in an organisation. */
    record HeldRole(Role role, UUID organisationId, LocalText organisationName) {}

    /**
     * The signed-in person. {@code phone} and {@code identityNumber} are masked; null when not on record.
     *
     * @param learnerId the key of the lifelong learning account; differs from {@code personId} so that accounts can be merged
     */
    record Me(
            UUID personId,
            UUID learnerId,
            String userName,
            String displayName,
            @Nullable String phone,
            @Nullable String identityNumber,
            List<HeldRole> roles,
            List<Consent> consents,
            boolean mustChangePassword) {}

    record PasswordChange(String currentPassword, String newPassword) {}

    /** A resident identity number of 18 characters with a right check digit; date of birth is read from it. */
    record RealName(String name, String identityNumber) {}

    /** {@code REAL_NAME}: keeping name and identity number. {@code STUDY_RECORD}: recording study by the second. */
    enum ConsentKind {
        TERMS,
        REAL_NAME,
        STUDY_RECORD
    }

    /** What is asked, in which version, and whether this person gave it. {@code decidedAt} null: never asked. */
    record Consent(
            ConsentKind kind,
            int currentVersion,
            LocalText text,
            @Nullable Integer givenVersion,
            @Nullable Instant decidedAt) {}

    record ConsentDecision(int version, boolean given) {}

    /** A person as administrators see them; personal values masked. */
    record PersonView(
            UUID personId,
            String userName,
            String displayName,
            @Nullable String phone,
            @Nullable String identityNumber,
            List<HeldRole> roles,
            boolean locked,
            Instant createdAt) {}

    /** A new person with a first role. The first password must be changed at the first sign-in. */
    record NewPerson(
            String userName,
            String displayName,
            @Nullable String phone,
            String initialPassword,
            boolean mustChangePassword,
            Role role,
            UUID organisationId) {}

    record TemporaryPassword(String temporaryPassword) {}

    record UnmaskRequest(String reason) {}

    /** Given once, and written in the audit record with the reason. */
    record Unmasked(String name, String identityNumber, LocalDate dateOfBirth) {}

    record IdentityLookup(String identityNumber) {}

    record FirstAdministrator(String oneTimeToken, String userName, String displayName, String password) {}

    @PostExchange("/api/sessions")
    Tokens signIn(@RequestBody SignIn signIn);

    @PostExchange("/api/sessions/refresh")
    Tokens refresh(@RequestBody Refresh refresh);

    /** Ends this sign-in. */
    @DeleteExchange("/api/sessions/current")
    void signOut();

    /** Ends every sign-in of this person. */
    @DeleteExchange("/api/sessions")
    void signOutEverywhere();

    @GetExchange("/api/me")
    Me me();

    @PutExchange("/api/me/password")
    void changePassword(@RequestBody PasswordChange change);

    /** Asks {@link ConsentKind#REAL_NAME} first. */
    @PutExchange("/api/me/real-name")
    Me registerRealName(@RequestBody RealName realName);

    @PutExchange("/api/me/consents/{kind}")
    Me decideConsent(@PathVariable ConsentKind kind, @RequestBody ConsentDecision decision);

    /** People with a role in the organisation or below it, by name; {@code text} narrows by user name. Administrators. */
    @GetExchange("/api/people")
    Page<PersonView> people(
            @RequestParam UUID organisation,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/people/{personId}")
    PersonView person(@PathVariable UUID personId);

    @PutExchange("/api/people/{personId}")
    PersonView createPerson(@PathVariable UUID personId, @RequestBody NewPerson person);

    @PutExchange("/api/people/{personId}/roles/{role}/{organisationId}")
    PersonView giveRole(@PathVariable UUID personId, @PathVariable Role role, @PathVariable UUID organisationId);

    @DeleteExchange("/api/people/{personId}/roles/{role}/{organisationId}")
    PersonView takeRole(@PathVariable UUID personId, @PathVariable Role role, @PathVariable UUID organisationId);

    /** A new temporary password; every sign-in of the person ends. */
    @PostExchange("/api/people/{personId}/password-resets")
    TemporaryPassword resetPassword(@PathVariable UUID personId);

    /** Administrators and recognition officers in scope of the person; each call is an audit record. */
    @PostExchange("/api/people/{personId}/unmaskings")
    Unmasked unmask(@PathVariable UUID personId, @RequestBody UnmaskRequest request);

    /** Finds a person by the keyed hash of the number. Administrators. */
    @PostExchange("/api/people/lookups")
    PersonView findByIdentityNumber(@RequestBody IdentityLookup lookup);

    /** Outside demo mode the token is printed once at the first start. */
    @PostExchange("/api/bootstrap/administrator")
    PersonView createFirstAdministrator(@RequestBody FirstAdministrator administrator);
}
