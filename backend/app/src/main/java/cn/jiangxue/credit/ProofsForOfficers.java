package cn.jiangxue.credit;

import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.transparency.TransparencyLogs;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The proof of one entry for those who answer for it. Each stands on the audit record before it is given out. */
@Component
class ProofsForOfficers {

    private final CorrectedEntries entries;
    private final TransparencyLogs logs;
    private final AuditTrail audit;

    ProofsForOfficers(CorrectedEntries entries, TransparencyLogs logs, AuditTrail audit) {
        this.entries = entries;
        this.logs = logs;
        this.audit = audit;
    }

    /** NOT_FOUND when the entry is none of the caller's reach, NOT_YET_LOGGED when no head covers it. */
    Mono<RecordProof> proof(Caller officer, UUID entryId) {
        return entries.reached(officer, entryId)
                .flatMap(reached -> logs.proof(LedgerLeaves.LOG, LedgerLeaves.record(reached.entry()))
                        .delayUntil(proof -> audit.record(fact(officer, reached, proof))));
    }

    private static AuditFact fact(Caller officer, CorrectedEntries.Reached reached, RecordProof proof) {
        return new AuditFact(
                "ledger-entry.proved",
                officer.personId(),
                reached.organisation(),
                "ledger-entry:" + reached.entry().id(),
                Map.of("head", Long.toString(proof.head().size())));
    }
}
