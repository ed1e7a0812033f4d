package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeEdit;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.FixedForm;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.transfer.rules.DraftLife;
import cn.jiangxue.transfer.rules.DraftLife.Answer;
import cn.jiangxue.transfer.rules.ProgrammeCheck;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writing drafts of programmes: the next version is drafted once, for its number is its key. */
@Component
class ProgrammeDrafting {

    /** Most bytes of a programme in its fixed form. */
    private static final int BYTES = 256 * 1024;

    private static final int VERSIONS = 10_000;

    private final ProgrammeDraftShelf drafts;
    private final ProgrammeShelf programmes;
    private final Clock clock;

    ProgrammeDrafting(ProgrammeDraftShelf drafts, ProgrammeShelf programmes, Clock clock) {
        this.drafts = drafts;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Makes or changes a draft, which may be unfinished; the same again changes nothing. */
    Mono<ProgrammeDraftDocument> save(Caller caller, String programmeId, int version, ProgrammeEdit edit) {
        return Mono.fromRunnable(() -> requireBounds(caller, programmeId, version, edit.content()))
                .then(Tries.of(() -> edit.revision() == 0
                        ? create(caller, programmeId, version, edit.content())
                        : change(caller, programmeId, version, edit)));
    }

    /** Completes when {@link #save} would make this the draft of a next version, else fails as it would; writes nothing. */
    Mono<Void> foresee(Caller caller, String programmeId, int version, ProgrammeContent content) {
        return Mono.fromRunnable(() -> requireBounds(caller, programmeId, version, content))
                .then(programmes.versions(programmeId))
                .doOnNext(published -> requireNext(
                        published,
                        ProgrammeDraftDocument.draft(programmeId, version, content, caller.personId(), now())))
                .then();
    }

    private static void requireBounds(Caller caller, String programmeId, int version, ProgrammeContent content) {
        if (!ProgrammeCheck.isId(programmeId) || version < 1 || version > VERSIONS) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field(
                            "programmeId",
                            new LocalText("编号为2至80个小写字母、数字或连字符", "An id is 2 to 80 small letters, digits and hyphens"));
        }
        if (!Reach.of(caller).contains(content.institution())) {
            throw RuleShelf.notFound();
        }
        requireLimits(content);
    }

    /** What even a draft, or a reading of it, has to keep. */
    static void requireLimits(ProgrammeContent content) {
        if (FixedForm.json(content).getBytes(StandardCharsets.UTF_8).length > BYTES) {
            throw new ProblemException(ProblemCode.TOO_LARGE, "256 KiB");
        }
        requireSound(ProgrammeCheck.limits(content));
    }

    static void requireSound(List<RuleFault> faults) {
        if (!faults.isEmpty()) {
            ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
            faults.forEach(fault -> refusal.field("content." + fault.path(), fault.message()));
            throw refusal;
        }
    }

    private Mono<ProgrammeDraftDocument> create(
            Caller caller, String programmeId, int version, ProgrammeContent content) {
        ProgrammeDraftDocument created =
                ProgrammeDraftDocument.draft(programmeId, version, content, caller.personId(), now());
        return programmes
                .versions(programmeId)
                .doOnNext(published -> requireNext(published, created))
                .then(drafts.find(programmeId, version))
                .flatMap(stored -> again(caller, stored, created))
                .switchIfEmpty(Mono.defer(() -> drafts.insert(created, saved(caller, created))
                        .filter(Boolean::booleanValue)
                        .map(inserted -> created)));
    }

    private static void requireNext(List<ProgrammeDocument> published, ProgrammeDraftDocument created) {
        boolean foreign = published.stream()
                .anyMatch(stored -> !stored.content().institution().equals(created.institution()));
        if (foreign) {
            throw new ProblemException(ProblemCode.PROGRAMME_ID_TAKEN, created.programmeId());
        }
        int next = next(published);
        if (created.version() < next) {
            throw new ProblemException(ProblemCode.PROGRAMME_IN_USE, created.version());
        }
        if (created.version() != next) {
            throw new ProblemException(ProblemCode.PROGRAMME_VERSION_NOT_NEXT, next);
        }
    }

    static int next(List<ProgrammeDocument> published) {
        return published.isEmpty() ? 1 : published.getLast().version() + 1;
    }

    private Mono<ProgrammeDraftDocument> again(
            Caller caller, ProgrammeDraftDocument stored, ProgrammeDraftDocument created) {
        if (!stored.institution().equals(created.institution())) {
            return Mono.error(new ProblemException(ProblemCode.PROGRAMME_ID_TAKEN, stored.programmeId()));
        }
        if (DraftLife.mayBeginAnew(stored.state())) {
            ProgrammeDraftDocument anew = stored.anew(created.content(), caller.personId(), now());
            return drafts.save(anew, saved(caller, anew));
        }
        boolean same = stored.revision() == 1
                && stored.hash().equals(created.hash())
                && stored.writers().equals(created.writers());
        return same
                ? Mono.just(stored)
                : Mono.error(new ProblemException(
                        ProblemCode.CONFLICTING_REPEAT, new RuleRef(stored.programmeId(), stored.version())));
    }

    private Mono<ProgrammeDraftDocument> change(Caller caller, String programmeId, int version, ProgrammeEdit edit) {
        return drafts.find(programmeId, version)
                .filter(stored -> stored.institution().equals(edit.content().institution()))
                .switchIfEmpty(Mono.error(RuleShelf::notFound))
                .flatMap(stored -> switch (DraftLife.edit(stored.standing(), Reach.of(caller), edit.revision())) {
                    case Answer.Accepted ignored -> write(caller, stored, edit);
                    case Answer.ChangedMeanwhile ignored when isWritten(stored, edit) -> Mono.just(stored);
                    case Answer answer -> Mono.error(DraftRefusals.of(answer, stored));
                });
    }

    private static boolean isWritten(ProgrammeDraftDocument stored, ProgrammeEdit edit) {
        return stored.revision() == edit.revision() + 1
                && stored.hash()
                        .equals(ContentHash.ofProgramme(stored.programmeId(), stored.version(), edit.content()));
    }

    private Mono<ProgrammeDraftDocument> write(Caller caller, ProgrammeDraftDocument stored, ProgrammeEdit edit) {
        ProgrammeDraftDocument next = stored.edited(edit.content(), caller.personId(), now());
        return drafts.save(next, saved(caller, next));
    }

    private static AuditFact saved(Caller caller, ProgrammeDraftDocument document) {
        return fact("programme.saved", caller, document, Map.of("hash", document.hash()));
    }

    static AuditFact fact(String action, Caller caller, ProgrammeDraftDocument document, Map<String, String> facts) {
        return new AuditFact(
                action,
                caller.personId(),
                document.institution(),
                "programme:" + new RuleRef(document.programmeId(), document.version()),
                facts);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
