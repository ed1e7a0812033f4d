package cn.jiangxue.auditor;

import cn.jiangxue.auditor.Exports.KeptRecord;
import cn.jiangxue.auditor.Exports.ProvenRecord;
import cn.jiangxue.auditor.Exports.Statement;
import cn.jiangxue.proof.CanonicalForm;
import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.LogAudit;
import cn.jiangxue.proof.LogAudit.Finding;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.StatedRecord;
import cn.jiangxue.proof.StatementCheck;
import cn.jiangxue.proof.StatementCheck.Stated;
import cn.jiangxue.proof.VerifierKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks files against the heads an auditor holds, of which the largest counts. */
final class Verification {

    private final Report report;
    private final Arguments arguments;
    private final List<Checkpoint> heads;
    private final Checkpoint held;
    private @Nullable List<Hash> trusted;

    private Verification(Report report, Arguments arguments, List<SignedNote> notes) {
        this.report = report;
        this.arguments = arguments;
        this.heads = notes.stream().map(SignedNote::checkpoint).toList();
        this.held =
                heads.stream().max(Comparator.comparingLong(Checkpoint::size)).orElseThrow();
    }

    static int run(Report report, Arguments arguments) {
        Path file = arguments.path("--head").orElseThrow(() -> new Unusable("usage"));
        List<SignedNote> notes = Exports.heads(file);
        Verification verification = new Verification(report, arguments, notes);
        verification.signatures(notes);
        arguments.path("--leaves").map(Exports::leaves).ifPresent(verification::leaves);
        arguments.path("--records").map(Exports::records).ifPresent(verification::records);
        List<Statement> pages = arguments.all("--statement").stream()
                .flatMap(path -> Exports.statements(Path.of(path)).stream())
                .toList();
        if (!pages.isEmpty()) {
            verification.statements(pages);
        }
        return report.conclude();
    }

    private void signatures(List<SignedNote> notes) {
        List<VerifierKey> keys =
                arguments.all("--key").stream().map(Exports::key).toList();
        if (keys.isEmpty()) {
            report.open("head.unsigned", notes.size(), held.origin(), held.size());
            return;
        }
        Optional<SignedNote> strange = notes.stream()
                .filter(note -> keys.stream().noneMatch(key -> key.signed(note)))
                .findFirst();
        strange.ifPresentOrElse(
                note -> report.fails("head.forged", note.checkpoint().size()),
                () -> report.holds("head.signed", notes.size(), held.origin(), held.size()));
    }

    private void leaves(List<Hash> leaves) {
        if (LogAudit.covers(held, leaves)) {
            report.holds("leaves.hold", held.size());
            trusted = leaves;
            LogAudit.broken(heads, leaves)
                    .ifPresent(stretch -> report.fails("heads.disagree", stretch.from(), stretch.end()));
            return;
        }
        Optional<List<Hash>> original = arguments
                .path("--original")
                .map(Exports::leaves)
                .filter(carried -> LogAudit.covers(held, carried))
                .map(carried -> carried.subList(0, (int) held.size()));
        original.ifPresent(carried -> trusted = carried);
        original.flatMap(carried -> LogAudit.compare(carried, leaves))
                .ifPresentOrElse(
                        finding -> name(report, finding),
                        () -> LogAudit.broken(heads, leaves)
                                .ifPresent(stretch -> report.fails("leaves.between", stretch.from(), stretch.end())));
    }

    private void records(List<KeptRecord> records) {
        List<Hash> leaves = trusted == null ? List.of() : trusted;
        if (leaves.isEmpty()) {
            fromRecordsAlone(records);
            return;
        }
        List<Optional<Hash>> now = new ArrayList<>();
        for (KeptRecord record : records) {
            while (now.size() < record.index() && now.size() < held.size()) {
                now.add(Optional.empty());
            }
            now.add(record.leaf());
        }
        LogAudit.records(leaves.subList(0, (int) held.size()), now)
                .ifPresentOrElse(
                        finding -> {
                            name(report, finding);
                            records.stream()
                                    .filter(record -> record.index() == finding.index())
                                    .findFirst()
                                    .ifPresent(this::describe);
                        },
                        () -> report.holds("records.hold", held.size()));
    }

    private void fromRecordsAlone(List<KeptRecord> records) {
        Optional<KeptRecord> gone =
                records.stream().filter(record -> record.leaf().isEmpty()).findFirst();
        if (gone.isPresent()) {
            report.fails("change.DROPPED", gone.get().index(), 0);
            describe(gone.get());
            return;
        }
        List<Hash> leaves =
                records.stream().map(KeptRecord::leaf).flatMap(Optional::stream).toList();
        LogAudit.broken(heads, leaves)
                .ifPresentOrElse(
                        stretch -> report.fails("leaves.between", stretch.from(), stretch.end()),
                        () -> report.holds("records.hold", held.size()));
    }

    private void describe(KeptRecord record) {
        String form = Objects.requireNonNullElse(record.canonical(), "");
        report.open(
                "record.is",
                record.id(),
                CanonicalForm.value(form, "learner")
                        .or(() -> CanonicalForm.value(form, "action"))
                        .orElse("?"),
                CanonicalForm.value(form, "seq").orElse("?"));
    }

    private void statements(List<Statement> pages) {
        Checkpoint head = SignedNote.parse(pages.getFirst().head().note()).checkpoint();
        if (pages.stream()
                .anyMatch(page ->
                        !page.head().note().equals(pages.getFirst().head().note()))) {
            throw new Unusable("unusable.heads.mixed");
        }
        under(head);
        pages.stream().map(Statement::record).filter(Objects::nonNull).forEach(record -> single(head, record.stated()));
        List<Statement> statement = pages.stream()
                .filter(page -> page.entries() != null)
                .sorted(Comparator.comparingLong(page -> orZero(page.afterSeq())))
                .toList();
        if (!statement.isEmpty()) {
            whole(head, stated(statement));
        }
    }

    /** The statement's head must be one of the log whose head is held. */
    private void under(Checkpoint head) {
        List<Hash> leaves = trusted;
        if (!head.origin().equals(held.origin())) {
            report.fails("statement.elsewhere", head.origin());
        } else if (heads.contains(head)) {
            report.holds("statement.head", head.size());
        } else if (heads.stream().anyMatch(one -> one.size() == head.size())) {
            report.fails("statement.split", head.size());
        } else if (leaves != null && head.size() <= leaves.size()) {
            if (LogAudit.covers(head, leaves)) {
                report.holds("statement.head", head.size());
            } else {
                report.fails("statement.split", head.size());
            }
        } else {
            report.open("statement.newer", head.size(), held.size());
        }
    }

    private void single(Checkpoint head, StatedRecord record) {
        if (record.isUnder(head)) {
            report.holds("proof.holds", record.index(), head.size());
        } else {
            report.fails("proof.fails", record.index(), head.size());
        }
    }

    private void whole(Checkpoint head, Stated stated) {
        List<StatementCheck.Finding> findings = StatementCheck.check(head, stated);
        findings.forEach(finding -> report.fails("statement." + finding.fault(), finding.seq()));
        if (findings.isEmpty()) {
            report.holds(
                    "statement.holds",
                    stated.learnerId(),
                    stated.entries().size(),
                    stated.availableMilli() / 1000.0,
                    stated.heldMilli() / 1000.0);
        }
        if (!stated.waiting().isEmpty()) {
            report.open("statement.waiting", stated.waiting().size());
        }
    }

    private static Stated stated(List<Statement> pages) {
        Statement last = pages.getLast();
        return new Stated(
                Objects.requireNonNullElse(last.learnerId(), ""),
                orZero(last.seq()),
                orZero(last.availableMilli()),
                orZero(last.heldMilli()),
                pages.stream()
                        .flatMap(page -> stream(page.entries()))
                        .map(ProvenRecord::stated)
                        .toList(),
                pages.stream().flatMap(page -> stream(page.waitingSeqs())).toList());
    }

    private static <T> Stream<T> stream(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    static void name(Report report, Finding finding) {
        Long elsewhere = finding.elsewhere();
        report.fails("change." + finding.change(), finding.index(), elsewhere == null ? 0 : elsewhere);
    }
}
