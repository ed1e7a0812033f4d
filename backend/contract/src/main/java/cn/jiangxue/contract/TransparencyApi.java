package cn.jiangxue.contract;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Tamper-evident logs: every ledger entry and every audit record is a leaf of an append-only Merkle tree (RFC 9162). A leaf is its salt followed by its canonical
 * bytes, so that a leaf hash says nothing to those who do not hold the record. Hashes and salts are hexadecimal; heads are C2SP checkpoints as signed notes.
 */
@HttpExchange(accept = "application/json")
public interface TransparencyApi {

    /**
     * @param origin first line of every head of the log
     * @param keys that sign its heads, as C2SP verifier keys; the last one is in force
     * @param mergeDelaySeconds within which a record that was acknowledged is covered by a head
     */
    record Log(String name, String origin, List<String> keys, int mergeDelaySeconds) {}

    /** {@code note}: the signed head; size and root stand in it too. */
    record Head(String log, long size, String rootHash, String note) {}

    record InclusionProof(String log, long index, String leafHash, List<String> path, Head head) {}

    /** That the tree of {@code to} leaves begins with the tree of {@code from}. */
    record ConsistencyProof(String log, long from, long to, List<String> path) {}

    /** Leaf hashes from the index {@code from} on; {@code next} is absent at the newest head. */
    record LeafPage(
            String log,
            long from,
            List<String> leafHashes,
            @Nullable Long next) {}

    /**
     * A record with its place in a tree.
     *
     * @param canonical its canonical bytes, which are UTF-8 text
     */
    record ProvenRecord(long index, String salt, String canonical, List<String> path) {}

    /** All that is needed to check one record without asking anybody; {@code form} names this form and its version. */
    record RecordProof(String form, Log log, Head head, ProvenRecord record) {}

    /** A record as it is kept now; {@code canonical} is absent when it is gone. */
    record KeptRecord(
            long index,
            UUID id,
            @Nullable String salt,
            @Nullable String canonical) {}

    record RecordPage(
            String log,
            long from,
            List<KeptRecord> records,
            @Nullable Long next) {}

    /**
     * What an account holds, provably. The amounts are sums of the entries; a long account takes several pages, all under one head.
     *
     * @param afterSeq the entry before the first one here; 0 on the first page
     * @param seq the newest entry of the account
     * @param waitingSeqs newest entries that no head covers yet
     * @param next the cursor of the following page
     */
    record Statement(
            String form,
            Log log,
            Head head,
            UUID learnerId,
            long afterSeq,
            long seq,
            long availableMilli,
            long heldMilli,
            List<ProvenRecord> entries,
            List<Long> waitingSeqs,
            @Nullable String next) {}

    @GetExchange("/api/public/logs")
    List<Log> logs();

    /** Public. The newest head. */
    @GetExchange("/api/public/logs/{log}/head")
    Head head(@PathVariable String log);

    /** Public. The head of a tree of this size, if one was signed. */
    @GetExchange("/api/public/logs/{log}/heads/{size}")
    Head headOfSize(@PathVariable String log, @PathVariable long size);

    /** Public: says nothing to those who do not hold the leaf hash. {@code size}: of a signed head; the newest when absent. */
    @GetExchange("/api/public/logs/{log}/inclusion")
    InclusionProof inclusion(
            @PathVariable String log, @RequestParam String leaf, @RequestParam(required = false) @Nullable Long size);

    /** Public. Both sizes at most that of the newest head. */
    @GetExchange("/api/public/logs/{log}/consistency")
    ConsistencyProof consistency(@PathVariable String log, @RequestParam long from, @RequestParam long to);

    /** Public. At most 256, up to the next multiple of 256. */
    @GetExchange("/api/public/logs/{log}/leaves")
    LeafPage leaves(@PathVariable String log, @RequestParam long from);

    /** National administrators: at most 256 records in the order of the log, for auditors. */
    @GetExchange("/api/logs/{log}/records")
    RecordPage records(@PathVariable String log, @RequestParam long from);

    /** The caller's entry. NOT_YET_LOGGED until a head covers it. */
    @GetExchange("/api/me/account/entries/{seq}/proof")
    RecordProof entryProof(@PathVariable long seq);

    /** For officers and administrators who may see the entry; each time it stands on the audit record. */
    @GetExchange("/api/ledger-entries/{entryId}/proof")
    RecordProof entryProofOfOthers(@PathVariable UUID entryId);

    /** The caller's account, oldest entry first, at most 100 entries a page. */
    @GetExchange("/api/me/account/statement")
    Statement statement(@RequestParam(required = false) @Nullable String cursor);

    /** Administrators who may read the record. */
    @GetExchange("/api/audit/{seq}/proof")
    RecordProof auditProof(@PathVariable long seq);
}
