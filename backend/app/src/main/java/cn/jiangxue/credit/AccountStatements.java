package cn.jiangxue.credit;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.TransparencyApi.ProvenRecord;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.contract.TransparencyApi.Statement;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.transparency.LoggedRecord;
import cn.jiangxue.transparency.TransparencyLogs;
import cn.jiangxue.transparency.TransparencyLogs.Proven;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an account holds, with the proof of every entry in it. A page costs the same however long the account is. */
@Component
class AccountStatements {

    private static final String FORM = "jiangxue-statement/1";
    private static final int PAGE = 100;

    private final LedgerStore store;
    private final TransparencyLogs logs;

    AccountStatements(CreditLedger ledger, TransparencyLogs logs) {
        this.store = ledger.store();
        this.logs = logs;
    }

    /** NOT_FOUND when the learner has no such entry, NOT_YET_LOGGED when no head covers it. */
    Mono<RecordProof> proof(LearnerId learner, long seq) {
        return store.entry(learner, seq)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(entry -> logs.proof(LedgerLeaves.LOG, LedgerLeaves.record(entry)));
    }

    /**
     * What all pages of one statement have in common, and where the next one begins.
     *
     * @param headSize of the head all proofs are under; null until the first page has chosen it
     */
    private record Course(
            long after,
            long until,
            long availableMilli,
            long heldMilli,
            @Nullable Long headSize) {

        static Course read(String cursor) {
            List<Object> values = Cursors.decode(cursor, Long.class, Long.class, Long.class, Long.class, Long.class);
            List<Long> numbers = values.stream().map(Long.class::cast).toList();
            return new Course(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
        }

        long last() {
            return Math.min(after + PAGE, until);
        }

        @Nullable
        String next(long head) {
            return last() < until ? Cursors.encode(last(), until, availableMilli, heldMilli, head) : null;
        }
    }

    Mono<Statement> statement(LearnerId learner, @Nullable String cursor) {
        Mono<Course> course = cursor == null
                ? store.account(learner)
                        .map(account -> new Course(
                                0,
                                account.seq(),
                                account.available().milli(),
                                account.held().milli(),
                                null))
                : Mono.fromSupplier(() -> Course.read(cursor));
        return course.flatMap(page -> store.since(learner, page.after(), PAGE)
                .flatMap(entries -> logs.prove(LedgerLeaves.LOG, page.headSize(), records(entries))
                        .map(proven -> statement(learner, page, entries, proven))));
    }

    private static List<LoggedRecord> records(List<EntryDocument> entries) {
        return entries.stream().map(LedgerLeaves::record).toList();
    }

    private static Statement statement(LearnerId learner, Course page, List<EntryDocument> entries, Proven proven) {
        Map<Long, UUID> ids = entries.stream().collect(Collectors.toMap(EntryDocument::seq, EntryDocument::id));
        List<ProvenRecord> covered = new ArrayList<>();
        List<Long> waiting = new ArrayList<>();
        LongStream.rangeClosed(page.after() + 1, page.last())
                .forEach(seq -> Optional.ofNullable(ids.get(seq))
                        .map(proven.records()::get)
                        .ifPresentOrElse(covered::add, () -> waiting.add(seq)));
        return new Statement(
                FORM,
                proven.log(),
                proven.head(),
                learner.value(),
                page.after(),
                page.until(),
                page.availableMilli(),
                page.heldMilli(),
                covered,
                waiting,
                page.next(proven.head().size()));
    }
}
