package cn.jiangxue.credit;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.TransparencyApi.Head;
import cn.jiangxue.contract.TransparencyApi.ProvenRecord;
import cn.jiangxue.credit.PrintedStatement.Row;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.identity.People;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.PlatformProperties;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.transparency.TransparencyLogs;
import cn.jiangxue.transparency.TransparencyLogs.Proven;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Statements on paper. A file holds at most {@link #MOST} entries; a longer account comes as several files. */
@Component
class StatementPrinting {

    /** Most entries of one file: some 90 pages, about a second of one processor. */
    static final int MOST = 2_000;

    private static final int PAGE = 100;

    private final CreditLedger ledger;
    private final TransparencyLogs logs;
    private final People people;
    private final StatementPdf pdf;
    private final String checkAt;

    StatementPrinting(CreditLedger ledger, TransparencyLogs logs, People people, PlatformProperties platform) {
        this.ledger = ledger;
        this.logs = logs;
        this.people = people;
        this.pdf = new StatementPdf(ledger.time().zone());
        this.checkAt = platform.publicBaseUrl().replaceFirst("/+$", "") + "/proof";
    }

    /** The file with this number, from 1. A new account has one file without entries; beyond the last is INVALID_FIELDS. */
    Mono<byte[]> file(LearnerId learner, int number) {
        return ledger.store()
                .account(learner)
                .filter(account -> number >= 1 && (number == 1 || (number - 1L) * MOST < account.seq()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.INVALID_FIELDS)
                        .field("file", new LocalText("没有这一份", "There is no such file"))))
                .flatMap(account -> collected(learner, account, (number - 1L) * MOST))
                .flatMap(statement -> Blocking.call(() -> pdf.print(statement)));
    }

    /** What was read so far; all of it is proved under the head of the first page. */
    private record Reading(
            long after, List<Row> rows, @Nullable Head head) {}

    private Mono<PrintedStatement> collected(LearnerId learner, AccountState account, long after) {
        long until = Math.min(after + MOST, account.seq());
        return Mono.just(new Reading(after, List.of(), null))
                .expand(reading -> reading.head() != null && reading.after() >= until
                        ? Mono.empty()
                        : more(learner, reading, until))
                .last()
                .zipWith(people.holderName(learner.value()).defaultIfEmpty(""))
                .map(both -> statement(account, both.getT1(), Objects.requireNonNull(both.getT2())));
    }

    private Mono<Reading> more(LearnerId learner, Reading reading, long until) {
        long to = Math.min(reading.after() + PAGE, until);
        Head head = reading.head();
        return ledger.store()
                .since(learner, reading.after(), PAGE)
                .map(entries ->
                        entries.stream().filter(entry -> entry.seq() <= to).toList())
                .flatMap(entries -> logs.prove(
                                LedgerLeaves.LOG,
                                head == null ? null : head.size(),
                                entries.stream().map(LedgerLeaves::record).toList())
                        .map(proven -> new Reading(to, joined(reading.rows(), entries, proven), proven.head())));
    }

    private static List<Row> joined(List<Row> before, List<EntryDocument> entries, Proven proven) {
        List<Row> rows = new ArrayList<>(before);
        for (EntryDocument entry : entries) {
            ProvenRecord record = proven.records().get(entry.id());
            rows.add(new Row(entry.view(), record == null ? null : record.index()));
        }
        return rows;
    }

    private PrintedStatement statement(AccountState account, Reading reading, String holder) {
        return new PrintedStatement(
                holder,
                account.learner().value(),
                account.available().milli(),
                account.held().milli(),
                account.seq(),
                reading.rows(),
                Objects.requireNonNull(reading.head()),
                ledger.time().clock().instant(),
                checkAt);
    }
}
