package cn.jiangxue.contract;

import cn.jiangxue.contract.LearningApi.ImportFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Institutions state outcomes of people: from a file in the background, or by signed requests. What is stated earns no credit by itself. Recognition officers and
 * administrators of the institution, or above it.
 */
@HttpExchange(accept = "application/json")
public interface StatingApi {

    /** Largest file, in bytes. */
    long MOST_BYTES = 64L * 1024 * 1024;

    /** Bytes of every part of a file but the last. */
    int PART_BYTES = 1024 * 1024;

    /** Most rows of a file. */
    int MOST_ROWS = 100_000;

    /**
     * A column of the table. A signed request names the same values by the same keys.
     *
     * @param name what the header may say instead of the key
     * @param form what is expected
     */
    record Column(String key, LocalText name, boolean required, LocalText form, String example) {}

    /**
     * @param sha256 of the whole file, in hex
     * @param fileOf an import of the same institution whose file is used again; then nothing is sent
     */
    record NewImport(
            UUID institutionId,
            String fileName,
            ImportFormat format,
            long bytes,
            String sha256,
            boolean dryRun,
            @Nullable UUID fileOf) {}

    enum ImportState {
        /** Its file is being sent. */
        RECEIVING,
        WAITING,
        RUNNING,
        DONE,
        /** Stopped by a person; what was recorded stays. */
        CANCELLED,
        /** The file is no such table; nothing more is read. */
        FAILED
    }

    /**
     * @param parts of the file; {@code received} are there
     * @param rows of the file; 0 until they were counted
     * @param problem why it failed
     * @param fileUntil until when the file can be used again; null when it is gone
     */
    record Import(
            UUID id,
            UUID institutionId,
            LocalText institution,
            String fileName,
            ImportFormat format,
            long bytes,
            String sha256,
            boolean dryRun,
            ImportState state,
            int parts,
            int received,
            int rows,
            int accepted,
            int already,
            int refused,
            @Nullable LocalText problem,
            String startedBy,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable Instant fileUntil) {}

    enum RowResult {
        /** It is on record, or would be. */
        ACCEPTED,
        /** The same was on record before. */
        ALREADY,
        REFUSED
    }

    /** {@code column}: the key of the one at fault; null when it is the row as a whole. */
    record RowFault(@Nullable String column, LocalText why, LocalText next) {}

    /** {@code number}: the institution's own number of the outcome, as far as it could be read. */
    record Row(int line, String number, RowResult result, List<RowFault> faults) {}

    /** At most 500, each by the keys of the columns. */
    record SignedOutcomes(List<Map<String, String>> outcomes) {}

    record SignedResult(UUID id, int accepted, int already, int refused, List<Row> rows) {}

    /** {@code publicKey}: Ed25519, as Base64 of its 32 bytes or as PEM (SubjectPublicKeyInfo). */
    record NewKey(UUID institutionId, String label, String publicKey) {}

    /**
     * A key that signs for an institution.
     *
     * @param keyId what {@code keyid} of the signature says
     * @param publicKey Base64 of its 32 bytes
     */
    record InstitutionKey(
            UUID id,
            String keyId,
            UUID institutionId,
            String label,
            String publicKey,
            String registeredBy,
            Instant registeredAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    /** An outcome that an institution stated, as its officers see it. {@code withdrawn}: set once it was taken back. */
    record StatedOutcome(
            UUID outcomeId,
            String number,
            String learnerName,
            LocalText title,
            LocalDate attainedOn,
            CreditApi.@Nullable Withdrawn withdrawn) {}

    enum WithdrawalState {
        PROPOSED,
        APPROVED,
        REFUSED
    }

    /** A reason is required, 10 to 2,000 characters. */
    record WithdrawalEdit(UUID outcomeId, String reason) {}

    /** A reason of 10 to 2,000 characters is required to refuse. */
    record WithdrawalDecision(boolean approve, String reason) {}

    /** An outcome that its institution stated by mistake and wants to take back. It takes a second person. */
    record OutcomeWithdrawal(
            UUID id,
            WithdrawalState state,
            UUID institutionId,
            UUID outcomeId,
            String number,
            LocalText title,
            String learnerName,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decisionReason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    @GetExchange("/api/outcome-imports/columns")
    List<Column> columns();

    /** Announces a file; the client makes the id. A repeat answers the same. */
    @PutExchange("/api/outcome-imports/{id}")
    Import announce(@PathVariable UUID id, @RequestBody NewImport announced);

    /** One part of the file, numbered from 0. A repeat changes nothing. */
    @PutExchange(url = "/api/outcome-imports/{id}/parts/{n}", contentType = "application/octet-stream")
    Import part(@PathVariable UUID id, @PathVariable int n, @RequestBody byte[] bytes);

    /** Lets it run once all parts are there. */
    @PostExchange("/api/outcome-imports/{id}/start")
    Import start(@PathVariable UUID id);

    /** Stops it; what was recorded stays. */
    @PostExchange("/api/outcome-imports/{id}/cancellation")
    Import cancel(@PathVariable UUID id);

    @GetExchange("/api/outcome-imports/{id}")
    Import get(@PathVariable UUID id);

    /** Of one institution, newest first. */
    @GetExchange("/api/outcome-imports")
    Page<Import> imports(@RequestParam UUID institution, @RequestParam(required = false) @Nullable String cursor);

    /** What became of the rows, in the order of the file; all, or those refused. Kept for 180 days. */
    @GetExchange("/api/outcome-imports/{id}/rows")
    Page<Row> rows(
            @PathVariable UUID id,
            @RequestParam(required = false) boolean refused,
            @RequestParam(required = false) @Nullable String cursor);

    /** What became of every row, as CSV. */
    @GetExchange(url = "/api/outcome-imports/{id}/results", accept = "text/csv")
    byte[] results(@PathVariable UUID id);

    /** The columns as a CSV file with one example. */
    @GetExchange(url = "/api/outcome-imports/template", accept = "text/csv")
    byte[] template();

    /** Administrators of the institution or above it. The client makes the id; at most five keys are in force at once. */
    @PutExchange("/api/institution-keys/{id}")
    InstitutionKey register(@PathVariable UUID id, @RequestBody NewKey key);

    /** From now on it signs nothing any more. */
    @PostExchange("/api/institution-keys/{id}/revocation")
    InstitutionKey revoke(@PathVariable UUID id);

    /** Of one institution, newest first. */
    @GetExchange("/api/institution-keys")
    List<InstitutionKey> keys(@RequestParam UUID institution);

    /** What the institution stated under this number of its own, at most 20. */
    @GetExchange("/api/stated-outcomes")
    List<StatedOutcome> stated(@RequestParam UUID institution, @RequestParam String number);

    /** Proposes to take back what the institution stated by mistake. The client makes the id; a repeat answers the same. */
    @PutExchange("/api/outcome-withdrawals/{id}")
    OutcomeWithdrawal proposeWithdrawal(@PathVariable UUID id, @RequestBody WithdrawalEdit edit);

    @GetExchange("/api/outcome-withdrawals/{id}")
    OutcomeWithdrawal withdrawal(@PathVariable UUID id);

    /** Of one institution, oldest first. */
    @GetExchange("/api/outcome-withdrawals")
    Page<OutcomeWithdrawal> withdrawals(
            @RequestParam UUID institution,
            @RequestParam(required = false) @Nullable WithdrawalState state,
            @RequestParam(required = false) @Nullable String cursor);

    /** Approves or refuses; never by the proposer or the learner. Approved, the outcome is withdrawn for good. */
    @PutExchange("/api/outcome-withdrawals/{id}/approval")
    OutcomeWithdrawal decideWithdrawal(@PathVariable UUID id, @RequestBody WithdrawalDecision decision);
}
