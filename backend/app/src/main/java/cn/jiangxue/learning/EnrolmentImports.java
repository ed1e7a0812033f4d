package cn.jiangxue.learning;

import cn.jiangxue.catalog.Catalog;
import cn.jiangxue.contract.LearningApi.EnrolmentImport;
import cn.jiangxue.contract.LearningApi.ImportResult;
import cn.jiangxue.contract.LearningApi.ImportRow;
import cn.jiangxue.contract.LearningApi.RowOutcome;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.People;
import cn.jiangxue.identity.People.Person;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Enrols the people a file names, those of one organisation only. Every enrolment has an id that follows from the import and the learner, so an import that a crash
 * cut short is simply sent again.
 */
final class EnrolmentImports {

    private static final int ROWS_AT_ONCE = 16;

    /** The same answer for nobody and for somebody else's: a file is no way to find out who has an account. */
    private static final LocalText NOT_OF_THIS_ORGANISATION =
            new LocalText("本单位没有这个账号", "Nobody of this organisation has this login");

    private final Documents<ImportDocument> imports;
    private final Enrolling enrolling;
    private final Organisations organisations;
    private final People people;
    private final Catalog catalog;
    private final CivilTime time;
    private final Clock clock;

    EnrolmentImports(
            Documents<ImportDocument> imports,
            Enrolling enrolling,
            Organisations organisations,
            People people,
            Catalog catalog,
            CivilTime time,
            Clock clock) {
        this.imports = imports;
        this.enrolling = enrolling;
        this.organisations = organisations;
        this.people = people;
        this.catalog = catalog;
        this.time = time;
        this.clock = clock;
    }

    /** For trainers and administrators of the organisation. The same id again answers the same result; with another file it is refused. */
    Mono<ImportResult> run(Caller caller, UUID id, EnrolmentImport asked) {
        return organisations
                .require(caller, asked.organisationId(), Role.TRAINER, Role.ADMINISTRATOR)
                .then(imports.find(id))
                .switchIfEmpty(Mono.defer(() -> begin(caller, id, asked)))
                .flatMap(known -> same(caller, known, asked))
                .flatMap(known -> known.finished() ? Mono.just(known) : work(caller, known, asked))
                .map(ImportDocument::view);
    }

    private Mono<ImportDocument> begin(Caller caller, UUID id, EnrolmentImport asked) {
        requireFuture(asked.dueOn());
        var begun = new ImportDocument(
                id,
                ImportDocument.SCHEMA,
                1,
                caller.personId(),
                asked.organisationId(),
                asked.courseId(),
                fingerprint(asked),
                asked.dryRun(),
                false,
                List.of(),
                Instant.ofEpochMilli(clock.millis()));
        return requireOpen(asked.courseId())
                .then(entries(asked))
                .then(imports.insert(begun))
                .then(imports.find(id));
    }

    private Mono<Void> requireOpen(UUID courseId) {
        return catalog.published(courseId)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.COURSE_NOT_OPEN)))
                .then();
    }

    private void requireFuture(@Nullable LocalDate dueOn) {
        if (dueOn != null && dueOn.isBefore(time.today())) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field("dueOn", new LocalText("截止日期已过", "This date has passed"));
        }
    }

    private static Mono<ImportDocument> same(Caller caller, ImportDocument known, EnrolmentImport asked) {
        if (!known.personId().equals(caller.personId())) {
            return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }
        return known.fingerprint().equals(fingerprint(asked))
                ? Mono.just(known)
                : Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, known.id()));
    }

    private static Mono<List<RosterFile.Entry>> entries(EnrolmentImport asked) {
        return Blocking.call(() -> RosterFile.read(asked.format(), bytes(asked.fileBase64())));
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field("fileBase64", new LocalText("文件内容不是 Base64", "The file is not in Base64"));
        }
    }

    /** A row and whom it is about; {@code personId} null when nobody. */
    private record Looked(ImportRow row, @Nullable UUID personId) {}

    private Mono<ImportDocument> work(Caller caller, ImportDocument begun, EnrolmentImport asked) {
        return entries(asked)
                .flatMapMany(Flux::fromIterable)
                .flatMapSequential(entry -> row(caller, begun, asked, entry), ROWS_AT_ONCE)
                .collectList()
                .map(looked -> begun.finished(eachPersonOnce(looked)))
                .flatMap(done -> imports.replace(done.id(), begun.revision(), done))
                .then(imports.find(begun.id()));
    }

    private Mono<Looked> row(Caller caller, ImportDocument begun, EnrolmentImport asked, RosterFile.Entry entry) {
        return people.byLogin(entry.login())
                .filter(person -> person.isWithin(asked.organisationId()))
                .flatMap(person -> outcome(caller, begun, asked, person)
                        .map(outcome -> new Looked(
                                new ImportRow(entry.line(), entry.login(), outcome, null), person.personId())))
                .defaultIfEmpty(new Looked(
                        new ImportRow(entry.line(), entry.login(), RowOutcome.REFUSED, NOT_OF_THIS_ORGANISATION),
                        null));
    }

    private Mono<RowOutcome> outcome(Caller caller, ImportDocument begun, EnrolmentImport asked, Person person) {
        if (asked.dryRun()) {
            return enrolling
                    .isEnrolled(person.learnerId(), asked.courseId())
                    .map(enrolled -> enrolled ? RowOutcome.ALREADY_ENROLLED : RowOutcome.WILL_ENROL);
        }
        var wanted = new Enrolling.Wanted(
                person.personId(),
                person.learnerId(),
                asked.courseId(),
                asked.organisationId(),
                Set.copyOf(person.reach()),
                asked.dueOn(),
                caller.personId());
        return enrolling
                .enrol(enrolmentId(begun.id(), person.learnerId()), wanted)
                .map(result -> switch (result) {
                    case Enrolling.Result.Enrolled ignored -> RowOutcome.ENROLLED;
                    case Enrolling.Result.Already ignored -> RowOutcome.ALREADY_ENROLLED;
                });
    }

    /** Who stands in the file twice is enrolled once. */
    private static List<ImportRow> eachPersonOnce(List<Looked> looked) {
        Set<UUID> seen = new HashSet<>();
        List<ImportRow> rows = new ArrayList<>();
        for (Looked one : looked) {
            boolean repeated = one.personId() != null && !seen.add(one.personId());
            ImportRow row = one.row();
            rows.add(repeated ? new ImportRow(row.line(), row.login(), RowOutcome.ALREADY_ENROLLED, null) : row);
        }
        return rows;
    }

    private static UUID enrolmentId(UUID importId, UUID learnerId) {
        return UUID.nameUUIDFromBytes((importId + "/" + learnerId).getBytes(StandardCharsets.UTF_8));
    }

    private static String fingerprint(EnrolmentImport asked) {
        String all = String.join(
                "\n",
                asked.organisationId().toString(),
                asked.courseId().toString(),
                String.valueOf(asked.dueOn()),
                asked.format().name(),
                String.valueOf(asked.dryRun()),
                asked.fileBase64());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
