package cn.jiangxue.contract;

import java.util.Locale;

/**
 * Every way a request can be refused, with its HTTP status. Texts are in {@code problems/problems*.properties} under
 * {@code CODE.title}, {@code CODE.detail} (with {0}, {1}… for the values) and {@code CODE.next}; a test holds them complete in both languages.
 */
public enum ProblemCode {
    // ── common ──
    BAD_REQUEST(400),
    INVALID_FIELDS(400),
    NOT_SIGNED_IN(401),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    UNSUPPORTED_MEDIA_TYPE(415),
    CONFLICTING_REPEAT(409),
    CHANGED_MEANWHILE(409),
    TOO_LARGE(413),
    TOO_MANY_REQUESTS(429),
    BUSY(429),
    UNAVAILABLE(503),
    INTERNAL(500),

    // ── identity, organisation ──
    SIGN_IN_REFUSED(401),
    SIGN_IN_LIMITED(429),
    SESSION_ENDED(401),
    PASSWORD_CHANGE_NEEDED(403),
    CURRENT_PASSWORD_WRONG(403),
    LOGIN_TAKEN(409),
    CONSENT_NEEDED(409),
    REAL_NAME_FIXED(409),
    IDENTITY_NUMBER_TAKEN(409),
    NO_REAL_NAME(409),
    OWN_ADMINISTRATION(409),
    BEYOND_YOUR_ORGANISATION(403),
    FIRST_ADMINISTRATOR_EXISTS(409),
    ONE_TIME_TOKEN_WRONG(403),
    ORGANISATION_MISPLACED(422),
    ORGANISATION_PLACE_FIXED(409),

    // ── catalog ──
    COURSE_NOT_READY(409),
    COURSE_NEVER_PUBLISHED(409),

    // ── assessment ──
    ATTEMPT_OPEN(409),
    ATTEMPT_CLOSED(409),
    ATTEMPTS_USED_UP(409),
    TOO_MANY_VERSIONS(409),

    // ── learning ──
    ALREADY_ENROLLED(409),
    COURSE_NOT_OPEN(409),
    STUDY_CONSENT_NEEDED(403),
    STREAM_TAKEN_OVER(409),

    // ── transparency ──
    NOT_YET_LOGGED(409),

    // ── stating ──
    SIGNATURE_MISSING(401),
    SIGNATURE_NOT_ACCEPTED(401),
    SIGNATURE_WRONG(401),
    SIGNATURE_REPLAYED(409),
    DIGEST_WRONG(400),
    KEYS_AT_LIMIT(409),

    // ── framework, credit, outcome ──
    CREDIT_NOT_ENOUGH(409),
    CREDIT_ALREADY_COUNTED(409),
    CREDIT_TAKEN_BACK(409),
    CREDIT_SPENT(409),
    CREDIT_LAPSED(409),
    CREDIT_STILL_USABLE(409),
    CREDIT_DATES_LIMIT(409),
    HOLD_NOT_OPEN(409),
    HOLD_NOT_WHOLE(409),
    HOLDS_AT_LIMIT(409),
    APPLICATION_NOT_OPEN(409),
    ENTRY_NOT_CORRECTABLE(409),
    CORRECTION_OPEN(409),
    CORRECTION_DECIDED(409),
    SECOND_PERSON_NEEDED(403),
    OWN_ACCOUNT(403),

    // ── transfer ──
    RULE_NOT_OPEN(409),
    RULE_OTHER_CONTENT(409),
    RULE_VERSION_OPEN(409),
    RULE_VERSION_NOT_NEXT(409),

    // ── framework ──
    STANDARD_IN_USE(409),
    STANDARD_NOT_OPEN(409),
    STANDARD_VERSION_OPEN(409),
    STANDARD_VERSION_NOT_NEXT(409),
    STANDARD_STILL_CONSULTED(409),
    STANDARD_OTHER_CONTENT(409),
    STANDARD_SECOND_PERSON(403),
    STANDARD_COMMENTS_CLOSED(409),

    // ── promotion, recognition ──
    NOT_ELIGIBLE(422),
    CASE_ALREADY_OPEN(409),
    CASE_CLOSED(409),
    ALREADY_DECIDED(409),
    OWN_CASE(403),
    MARKS_MISSING(409),
    EVIDENCE_NEEDED(409),
    SECOND_OFFICER_NEEDED(403),
    ASSESSED_HERE(403),
    DECIDED_HERE(403),
    PART_PASSED(409),
    SITTING_NOT_OPEN(409),
    SITTINGS_USED_UP(409),
    MARKED_ALREADY(409),
    MARK_NOT_CORRECTABLE(409),
    EVIDENCE_LIMIT(409),
    EVIDENCE_NOT_READY(409),
    WORK_RECORD_CONFIRMED(409),
    WORK_RECORD_LIMIT(409),
    QUALIFICATION_CONFIRMED(409),
    QUALIFICATION_LIMIT(409),
    RECOGNITION_GRANTS_NOTHING(422),
    PROGRAMME_NOT_OPEN(409),
    NOT_AT_THIS_STEP(409),
    CONFLICT_OF_INTEREST(403),
    VOTES_COMPLETE(409),
    NOT_AGREED(409),
    OBJECTIONS_UNANSWERED(409),
    APPEAL_TOO_LATE(409),
    NO_HIGHER_BODY(409),
    CASE_AT_LIMIT(409),

    // ── evaluation by enterprises ──
    PLAN_NOT_OPEN(409),
    PLAN_VERSION_OPEN(409),
    PLAN_VERSION_NOT_NEXT(409),
    PLAN_AT_LIMIT(409),
    PLAN_FILED_BY_YOU(403),
    PLAN_INTEREST(403),
    PLAN_SUPERVISOR_NEEDED(409),
    PLAN_NOT_IN_FORCE(409),
    NOT_IN_PLAN(403),
    SUPERVISES_HERE(403),
    SUPERVISOR_AWAITED(409),
    SITTING_NOT_COMPLETE(409),
    SITTING_CONFIRMED(409),

    // ── prior learning ──
    CLAIM_ALREADY_OPEN(409),
    CLAIMS_AT_LIMIT(409),
    ASSESSED_BY_YOU(403),
    UNIT_NOT_SUPPORTED(422),
    UNIT_AWARDED_BEFORE(409),

    // ── credential ──
    CREDENTIAL_REVOKED(409),

    // ── re-examination ──
    HAD_A_PART(403),
    REEXAMINATION_TAKEN(409),
    NOT_THE_REVIEWER(403),
    FOUND_BY_YOU(403),
    RULED_BEFORE(409),
    LEARNER_NOT_HEARD(409),
    STATED_BEFORE(409),

    // ── content: uploads and media ──
    UPLOADS_AT_LIMIT(429),
    UPLOAD_CLOSED(409),
    UPLOAD_INCOMPLETE(409),
    MEDIA_NOT_READY(409),
    MEDIA_NOT_FAILED(409),
    ;

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The HTTP status this refusal travels with. */
    public int status() {
        return status;
    }

    /** The stable {@code type} of the problem document. */
    public String type() {
        return Problem.TYPE_PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
