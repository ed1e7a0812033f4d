package cn.jiangxue.stating;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.ImportState;
import cn.jiangxue.contract.StatingApi.NewImport;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.contract.StatingApi.RowResult;
import cn.jiangxue.identity.People;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of outcomes, for recognition officers and administrators of the institution that states them, or of one above it. */
@Component
public class OutcomeImports {

    private static final Role[] MAY_STATE = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR};
    private static final int PAGE = 20;
    private static final int OPEN_MOST = 5;
    private static final int BLOCKS_AT_ONCE = 10;
    private static final int ROWS_SHOWN = 100;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    private final ImportRecord record;
    private final FileStore files;
    private final Organisations organisations;
    private final People people;

    OutcomeImports(ImportRecord record, FileStore files, Organisations organisations, People people) {
        this.record = record;
        this.files = files;
        this.organisations = organisations;
        this.people = people;
    }

    /** The same id with the same content answers the same import. */
    Mono<Import> announce(Caller caller, UUID id, NewImport asked) {
        requireGood(asked);
        return organisations
                .require(caller, asked.institutionId(), MAY_STATE)
                .then(record.current(id))
                .switchIfEmpty(Mono.defer(() -> begin(caller, id, asked)))
                .flatMap(known -> same(known, asked))
                .flatMap(this::view);
    }

    private static void requireGood(NewImport asked) {
        ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        if (!NAME.matcher(asked.fileName()).matches()) {
            refusal.field("fileName", new LocalText("文件名为1至200字", "A file name has 1 to 200 characters"));
        }
        if (!HASH.matcher(asked.sha256()).matches()) {
            refusal.field("sha256", new LocalText("64位小写十六进制", "64 hexadecimal digits in lower case"));
        }
        if (asked.bytes() < 1) {
            refusal.field("bytes", new LocalText("文件是空的", "The file is empty"));
        }
        if (!refusal.fields().isEmpty()) {
            throw refusal;
        }
        if (asked.bytes() > StatingApi.MOST_BYTES) {
            throw new ProblemException(ProblemCode.TOO_LARGE, "64 MiB");
        }
    }

    private Mono<ImportDocument> begin(Caller caller, UUID id, NewImport asked) {
        return record.open(asked.institutionId())
                .filter(open -> open < OPEN_MOST)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.UPLOADS_AT_LIMIT, OPEN_MOST)
                        .retryAfter(Duration.ofMinutes(1))))
                .then(Mono.zip(file(id, asked), organisations.name(asked.institutionId())))
                .map(both -> new ImportDocument(
                        id,
                        ImportDocument.SCHEMA,
                        1,
                        asked.institutionId(),
                        both.getT2(),
                        caller.personId(),
                        both.getT1(),
                        asked.dryRun(),
                        ImportState.RECEIVING,
                        0,
                        0,
                        ImportDocument.Counts.NONE,
                        null,
                        record.now(),
                        null,
                        null,
                        List.of(),
                        null))
                .flatMap(record::insert)
                .then(record.current(id));
    }

    private Mono<ImportDocument.File> file(UUID id, NewImport asked) {
        UUID again = asked.fileOf();
        if (again == null) {
            return Mono.just(new ImportDocument.File(
                    id,
                    asked.fileName(),
                    asked.format(),
                    asked.bytes(),
                    asked.sha256(),
                    record.now().plus(ImportDocument.FILE_KEPT)));
        }
        return record.current(again)
                .filter(there -> there.institutionId().equals(asked.institutionId()))
                .map(ImportDocument::file)
                .filter(there -> record.now().isBefore(there.until()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private static Mono<ImportDocument> same(ImportDocument known, NewImport asked) {
        boolean same = known.institutionId().equals(asked.institutionId())
                && known.dryRun() == asked.dryRun()
                && known.file().sha256().equals(asked.sha256())
                && known.file().format() == asked.format()
                && known.file().bytes() == asked.bytes();
        return same ? Mono.just(known) : Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, known.id()));
    }

    /** One part; its length follows from its number. */
    Mono<Import> part(Caller caller, UUID id, int n, byte[] bytes) {
        return mine(caller, id)
                .flatMap(known -> requireFits(known, n, bytes))
                .delayUntil(known -> files.keep(known.file(), n, bytes))
                .flatMap(this::view);
    }

    private static Mono<ImportDocument> requireFits(ImportDocument known, int n, byte[] bytes) {
        if (known.state() != ImportState.RECEIVING || !known.file().id().equals(known.id())) {
            return Mono.error(new ProblemException(ProblemCode.UPLOAD_CLOSED));
        }
        boolean fits = n >= 0
                && n < known.file().parts()
                && bytes.length == known.file().length(n);
        return fits
                ? Mono.just(known)
                : Mono.error(new ProblemException(ProblemCode.INVALID_FIELDS)
                        .field("n", new LocalText("除最后一段外，每段正好 1 MiB", "Every part but the last has exactly 1 MiB")));
    }

    /** A repeat answers how it stands. */
    Mono<Import> start(Caller caller, UUID id) {
        return Tries.of(() -> mine(caller, id)
                        .flatMap(known -> known.state() == ImportState.RECEIVING
                                ? whole(known).flatMap(record::waiting)
                                : Mono.just(known)))
                .flatMap(this::view);
    }

    private Mono<ImportDocument> whole(ImportDocument known) {
        int parts = known.file().parts();
        return files.received(known.file())
                .flatMap(received -> received == parts
                        ? Mono.just(known)
                        : Mono.error(new ProblemException(ProblemCode.UPLOAD_INCOMPLETE, parts - received)));
    }

    /** What was recorded stays. A repeat answers how it stands. */
    Mono<Import> cancel(Caller caller, UUID id) {
        return Tries.of(() -> mine(caller, id)
                        .flatMap(known ->
                                known.isOpen() ? record.ended(known, ImportState.CANCELLED, null) : Mono.just(known)))
                .flatMap(this::view);
    }

    Mono<Import> find(Caller caller, UUID id) {
        return mine(caller, id).flatMap(this::view);
    }

    /** Newest first, 20 at a time. */
    Mono<Page<Import>> page(Caller caller, UUID institution, @Nullable String cursor) {
        return organisations
                .require(caller, institution, MAY_STATE)
                .thenMany(record.page(institution, cursor, PAGE + 1))
                .collectList()
                .flatMap(found -> Flux.fromIterable(found.subList(0, Math.min(PAGE, found.size())))
                        .concatMap(this::view)
                        .collectList()
                        .map(shown -> new Page<>(shown, next(found))));
    }

    private static @Nullable String next(List<ImportDocument> found) {
        if (found.size() <= PAGE) {
            return null;
        }
        ImportDocument last = found.get(PAGE - 1);
        return Cursors.encode(last.createdAt(), last.id());
    }

    /** Some hundred rows in the order of the file. */
    Mono<Page<Row>> rows(Caller caller, UUID id, boolean refusedOnly, @Nullable String cursor) {
        int after = cursor == null
                ? -1
                : Math.toIntExact((Long) Cursors.decode(cursor, Long.class).getFirst());
        return mine(caller, id)
                .flatMap(known -> record.results(known.id(), after, refusedOnly, BLOCKS_AT_ONCE)
                        .collectList())
                .map(blocks -> rowPage(blocks, refusedOnly));
    }

    /** Whole blocks until there are enough rows. */
    private static Page<Row> rowPage(List<ResultBlock> blocks, boolean refusedOnly) {
        List<Row> rows = new ArrayList<>();
        String next = null;
        for (ResultBlock block : blocks) {
            if (rows.size() >= ROWS_SHOWN) {
                break;
            }
            block.rows().stream()
                    .map(ResultBlock.StoredRow::view)
                    .filter(row -> !refusedOnly || row.result() == RowResult.REFUSED)
                    .forEach(rows::add);
            next = Cursors.encode((long) block.n());
        }
        boolean more = blocks.size() == BLOCKS_AT_ONCE || rows.size() >= ROWS_SHOWN;
        return new Page<>(List.copyOf(rows), more ? next : null);
    }

    /** Every row, for a file; read a few blocks at a time as the reader takes them. */
    Flux<Row> allRows(Caller caller, UUID id) {
        return mine(caller, id)
                .flatMapMany(known -> blocksAfter(known.id(), -1)
                        .expand(last -> last.isEmpty()
                                ? Mono.empty()
                                : blocksAfter(known.id(), last.getLast().n()))
                        .concatMapIterable(blocks -> blocks, 1)
                        .concatMapIterable(block -> block.rows().stream()
                                .map(ResultBlock.StoredRow::view)
                                .toList()));
    }

    private Mono<List<ResultBlock>> blocksAfter(UUID id, int after) {
        return record.results(id, after, false, BLOCKS_AT_ONCE).collectList();
    }

    /** One the caller may see, else NOT_FOUND. */
    private Mono<ImportDocument> mine(Caller caller, UUID id) {
        return record.current(id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .delayUntil(known -> organisations.require(caller, known.institutionId(), MAY_STATE));
    }

    private Mono<Import> view(ImportDocument known) {
        Mono<Integer> received = known.state() == ImportState.RECEIVING
                ? files.received(known.file())
                : Mono.just(known.file().parts());
        return Mono.zip(
                received,
                people.displayName(known.startedBy()).defaultIfEmpty(""),
                (parts, name) -> known.view(parts, Objects.requireNonNull(name), record.now()));
    }
}
