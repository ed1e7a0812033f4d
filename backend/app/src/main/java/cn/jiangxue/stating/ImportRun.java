package cn.jiangxue.stating;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StatingApi.ImportState;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.contract.StatingApi.RowResult;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.stating.RowRecording.Batch;
import cn.jiangxue.stating.RowRecording.Raw;
import cn.jiangxue.stating.RowSource.NoSuchTable;
import cn.jiangxue.tables.UnreadableTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Runs one import from where it stands to its end. Rows are read from a copy on disk, a block at a time, and never held: a block's outcomes are put on record, then
 * its results, then the import says that the block is done. A run that dies anywhere is taken up at the block it was at; what was on record of it is known again
 * by import and line.
 */
@Component
class ImportRun {

    /** Rows worked on together. */
    static final int BLOCK = 200;

    /** How long the results of rows can be read. */
    private static final Duration RESULTS_KEPT = Duration.ofDays(180);

    private static final LocalText FILE_GONE = new LocalText(
            "文件不完整、与声明的不符，或已过保存期限（24小时）。请重新发送。",
            "The file is incomplete, differs from what was announced, or is no longer kept (24 hours). Send it again.");

    private final ImportRecord record;
    private final FileStore files;
    private final RowRecording rows;

    ImportRun(ImportRecord record, FileStore files, RowRecording rows) {
        this.record = record;
        this.files = files;
        this.rows = rows;
    }

    /** Completes when the import ended, or when somebody else goes on with it or stopped it. */
    Mono<Void> go(ImportDocument leased) {
        return Mono.usingWhen(
                Blocking.call(() -> Files.createTempFile("outcomes", ".rows")),
                copy -> files.copy(leased.file(), copy)
                        .flatMap(whole -> whole ? read(leased, copy) : fail(leased, FILE_GONE))
                        .onErrorResume(UnreadableTable.class, e -> fail(leased, e.why()))
                        .onErrorResume(NoSuchTable.class, e -> fail(leased, e.why())),
                ImportRun::remove);
    }

    private static Mono<Void> remove(Path copy) {
        return Blocking.call(() -> Files.deleteIfExists(copy)).then();
    }

    private Mono<Void> read(ImportDocument leased, Path copy) {
        return counted(leased, copy)
                .flatMap(job -> Mono.usingWhen(
                        Blocking.call(() -> opened(job, copy)),
                        source -> blocks(job, source),
                        source -> Blocking.call(() -> {
                                    source.close();
                                    return true;
                                })
                                .then()));
    }

    private Mono<ImportDocument> counted(ImportDocument leased, Path copy) {
        return leased.rows() > 0
                ? Mono.just(leased)
                : Blocking.call(() -> RowSource.count(leased.file().format(), copy))
                        .flatMap(count -> record.counted(leased, count));
    }

    /** The copy names people: once it is open, its name goes, and with the process the rest. */
    private static RowSource opened(ImportDocument job, Path copy) throws IOException {
        RowSource source = RowSource.open(job.file().format(), copy);
        Files.delete(copy);
        return source.skip((long) job.blocks() * BLOCK);
    }

    private Mono<Void> blocks(ImportDocument job, RowSource source) {
        return Mono.just(job).expand(now -> step(now, source)).then();
    }

    /** Empty at the end, or when the import is no longer this run's. */
    private Mono<ImportDocument> step(ImportDocument job, RowSource source) {
        return Blocking.call(() -> source.next(BLOCK))
                .flatMap(block -> block.isEmpty() ? finish(job).then(Mono.empty()) : take(job, block));
    }

    private Mono<ImportDocument> take(ImportDocument job, List<Raw> block) {
        Batch batch = new Batch(job.institutionId(), job.institution(), job.id(), job.dryRun());
        return rows.take(batch, block)
                .delayUntil(results -> record.keep(ResultBlock.of(
                        job.id(), job.blocks(), results, job.createdAt().plus(RESULTS_KEPT))))
                .flatMap(results -> record.advanced(job, counts(results)));
    }

    private static ImportDocument.Counts counts(List<Row> results) {
        return new ImportDocument.Counts(
                count(results, RowResult.ACCEPTED),
                count(results, RowResult.ALREADY),
                count(results, RowResult.REFUSED));
    }

    private static int count(List<Row> results, RowResult result) {
        return (int) results.stream().filter(row -> row.result() == result).count();
    }

    private Mono<Void> finish(ImportDocument job) {
        Mono<Void> forgotten = job.dryRun() ? Mono.empty() : files.forget(job.file());
        return record.ended(job, ImportState.DONE, null).flatMap(done -> forgotten);
    }

    private Mono<Void> fail(ImportDocument job, LocalText why) {
        return record.current(job.id())
                .flatMap(now -> record.ended(now, ImportState.FAILED, why))
                .then();
    }
}
