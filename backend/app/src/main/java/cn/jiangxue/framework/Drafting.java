package cn.jiangxue.framework;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.StandardsApi.ContentCheck;
import cn.jiangxue.contract.StandardsApi.ContentEdit;
import cn.jiangxue.contract.StandardsApi.ContentFault;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.contract.StandardsApi.VersionKind;
import cn.jiangxue.framework.rules.Lifecycle;
import cn.jiangxue.framework.rules.Lifecycle.Answer;
import cn.jiangxue.framework.rules.Lifecycle.Stage;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writing drafts. A subject has one open version at a time: the next version is made once, for its number is its key. */
@Component
class Drafting {

    /** Most bytes of a version in its fixed form. */
    static final int BYTES = 256 * 1024;

    private static final Pattern OCCUPATION = Pattern.compile("\\d-\\d{2}-\\d{2}-\\d{2}");

    private final VersionShelf shelf;
    private final Standards standards;
    private final NationalBody national;
    private final Clock clock;

    Drafting(VersionShelf shelf, Standards standards, NationalBody national, Clock clock) {
        this.shelf = shelf;
        this.standards = standards;
        this.national = national;
        this.clock = clock;
    }

    /** Makes or changes a draft, which may be unfinished; the same again changes nothing. */
    Mono<VersionDocument> save(Caller caller, String subject, int version, ContentEdit edit) {
        return national.require(caller)
                .then(Mono.fromCallable(() -> bounded(subject, version, edit.content())))
                .flatMap(kind -> Tries.of(() -> edit.revision() == 0
                        ? create(caller, kind, subject, version, edit.content())
                        : change(caller, subject, version, edit)));
    }

    /** What would keep this content from being sent to consultation. */
    Mono<ContentCheck> check(Caller caller, VersionContent content) {
        return national.require(caller)
                .then(Mono.fromCallable(() -> bounded(null, 1, content)))
                .flatMap(kind -> shelf.versions(Contents.subject(content))
                        .map(versions -> new ContentCheck(
                                faults(kind, Contents.text(content), Contents.edition(content), versions))));
    }

    /** {@code expected}: the subject that it must be about; null when any will do. */
    private VersionKind bounded(@Nullable String expected, int version, VersionContent content) {
        VersionKind kind = Contents.kind(content)
                .orElseThrow(
                        () -> invalid("content", "请提交一份职业标准或一份资历框架", "One standard or one framework was expected"));
        if (version < 1 || version > VersionShelf.VERSIONS) {
            throw invalid("version", "版本号为1至1000", "A version is 1 to 1000");
        }
        String subject = Contents.subject(content);
        if ((expected != null && !expected.equals(subject)) || !isSubject(kind, subject)) {
            throw invalid(
                    "content",
                    "职业编码应如6-18-01-01并与地址一致；资历框架只有一份，编号不变",
                    "An occupation code such as 6-18-01-01, the same as in the address; there is one framework, whose id stays");
        }
        if (Contents.text(content).getBytes(StandardCharsets.UTF_8).length > BYTES) {
            throw new ProblemException(ProblemCode.TOO_LARGE, "256 KiB");
        }
        return kind;
    }

    private boolean isSubject(VersionKind kind, String subject) {
        return switch (kind) {
            case STANDARD -> OCCUPATION.matcher(subject).matches();
            case FRAMEWORK -> subject.equals(standards.framework().id());
        };
    }

    private static ProblemException invalid(String path, String zh, String en) {
        return new ProblemException(ProblemCode.INVALID_FIELDS).field(path, new LocalText(zh, en));
    }

    private Mono<VersionDocument> create(
            Caller caller, VersionKind kind, String subject, int version, VersionContent content) {
        VersionDocument created =
                VersionDocument.draft(kind, subject, version, content, List.of(caller.personId()), now());
        return shelf.versions(subject)
                .flatMap(all -> all.stream()
                        .filter(stored -> stored.version() == version)
                        .findFirst()
                        .map(stored -> Mono.just(repeated(stored, created)))
                        .orElseGet(() -> insert(caller, created, all)));
    }

    /** Empty when another made it first. */
    private Mono<VersionDocument> insert(Caller caller, VersionDocument created, List<VersionDocument> earlier) {
        requireNext(earlier, created.version());
        return shelf.insert(created, saved(caller, created))
                .filter(Boolean::booleanValue)
                .map(inserted -> created);
    }

    private static VersionDocument repeated(VersionDocument stored, VersionDocument created) {
        boolean same = stored.hash().equals(created.hash())
                && stored.writers().equals(created.writers())
                && stored.revision() == 1;
        if (!same) {
            throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, stored.id());
        }
        return stored;
    }

    /** The number that the next version has; refuses while another is open. */
    static int next(List<VersionDocument> earlier) {
        if (earlier.isEmpty()) {
            return 1;
        }
        VersionDocument newest = earlier.getLast();
        if (!Lifecycle.maySucceed(newest.stage())) {
            throw new ProblemException(ProblemCode.STANDARD_VERSION_OPEN, newest.version());
        }
        return newest.version() + 1;
    }

    private static void requireNext(List<VersionDocument> earlier, int version) {
        int next = next(earlier);
        if (version != next) {
            throw new ProblemException(ProblemCode.STANDARD_VERSION_NOT_NEXT, next);
        }
    }

    private Mono<VersionDocument> change(Caller caller, String subject, int version, ContentEdit edit) {
        return shelf.find(subject, version)
                .switchIfEmpty(Mono.error(VersionShelf::notFound))
                .flatMap(stored -> switch (Lifecycle.edit(stored.standing(LocalDate.EPOCH), edit.revision())) {
                    case Answer.Accepted ignored -> write(caller, stored, edit);
                    case Answer.ChangedMeanwhile ignored when isWritten(stored, edit) -> Mono.just(stored);
                    case Answer answer -> Mono.error(StepRefusals.of(answer, stored));
                });
    }

    private static boolean isWritten(VersionDocument stored, ContentEdit edit) {
        String hash = Contents.hash(stored.subject(), stored.version(), Contents.text(edit.content()));
        return stored.revision() == edit.revision() + 1 && stored.hash().equals(hash);
    }

    private Mono<VersionDocument> write(Caller caller, VersionDocument stored, ContentEdit edit) {
        VersionDocument next = stored.edited(edit.content(), caller.personId(), now());
        return shelf.save(next, saved(caller, next));
    }

    /** What keeps a draft from being sent to consultation, all of it. */
    List<ContentFault> faults(VersionKind kind, String text, String edition, List<VersionDocument> versions) {
        List<ContentFault> found = Contents.faults(kind, text, standards.creditUnits());
        boolean taken = versions.stream()
                .anyMatch(
                        each -> each.stage() == Stage.ADOPTED && each.edition().equals(edition));
        return taken
                ? Stream.concat(Stream.of(editionTaken(kind)), found.stream()).toList()
                : found;
    }

    private static ContentFault editionTaken(VersionKind kind) {
        return new ContentFault(
                kind == VersionKind.STANDARD ? "/edition" : "/version",
                new LocalText("已发布的版本用过这个名称，请换一个", "An adopted version has this name already; choose another"));
    }

    private static AuditFact saved(Caller caller, VersionDocument document) {
        return Steps.fact("standard.saved", caller, document, Map.of("hash", document.hash()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
