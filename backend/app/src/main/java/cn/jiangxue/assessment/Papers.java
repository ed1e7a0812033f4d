package cn.jiangxue.assessment;

import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.assessment.rules.PaperRules;
import cn.jiangxue.assessment.rules.VersionStep;
import cn.jiangxue.contract.AssessmentApi.Paper;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.AssessmentApi.PaperEdit;
import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.NewestFirst;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The papers of an organisation, put together from versions of its questions. */
final class Papers {

    static final String COLLECTION = "papers";

    private static final int PAGE = 20;

    private final Documents<PaperDocument> papers;
    private final NewestFirst<PaperDocument> newest;
    private final QuestionBank bank;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    Papers(Documents<PaperDocument> papers, QuestionBank bank, Events events, Outbox outbox, Clock clock) {
        this.papers = papers;
        this.newest = new NewestFirst<>(papers, "changedAt", PAGE, PaperDocument::changedAt, PaperDocument::id);
        this.bank = bank;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Paper> save(Caller caller, UUID id, PaperEdit edit) {
        if (!caller.has(Role.TRAINER, edit.organisationId())) {
            return Mono.error(new ProblemException(ProblemCode.NOT_ALLOWED));
        }
        return bank.known(edit.organisationId(), edit.content().questions())
                .map(known -> PaperRules.flaws(edit.content(), known))
                .flatMap(flaws -> flaws.isEmpty() ? store(caller, id, edit) : Mono.error(VersionRefusals.of(flaws)));
    }

    Mono<Paper> find(Caller caller, UUID id) {
        return papers.find(id)
                .filter(paper -> caller.has(Role.TRAINER, paper.organisationId()))
                .map(PaperDocument::view)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    Mono<Page<Paper>> list(Caller caller, UUID organisationId, @Nullable String cursor) {
        if (!caller.has(Role.TRAINER, organisationId)) {
            return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }
        return newest.page(eq("organisationId", organisationId), cursor, PaperDocument::view);
    }

    /** The paper's version, or empty. */
    Mono<PaperContent> version(PaperRef ref) {
        return papers.find(ref.paperId())
                .filter(paper -> paper.hasVersion(ref.version()))
                .map(paper -> paper.version(ref.version()));
    }

    /** Whether the organisation has this version of the paper. */
    Mono<Boolean> has(UUID organisationId, PaperRef ref) {
        return papers.find(ref.paperId())
                .map(paper -> paper.organisationId().equals(organisationId) && paper.hasVersion(ref.version()))
                .defaultIfEmpty(false);
    }

    private Mono<Paper> store(Caller caller, UUID id, PaperEdit edit) {
        return papers.find(id)
                .flatMap(known -> change(caller, known, edit))
                .switchIfEmpty(Mono.defer(() -> create(caller, id, edit)));
    }

    private Mono<Paper> create(Caller caller, UUID id, PaperEdit edit) {
        VersionStep step = VersionStep.decide(0, edit.version(), false);
        if (step != VersionStep.CREATE) {
            return Mono.error(VersionRefusals.of(step, id));
        }
        PaperDocument made = version(caller, id, edit, List.of());
        return saved(papers.insert(made), made);
    }

    private Mono<Paper> change(Caller caller, PaperDocument known, PaperEdit edit) {
        if (!known.organisationId().equals(edit.organisationId())) {
            return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }
        boolean same = known.version(known.newest()).equals(edit.content());
        VersionStep step = VersionStep.decide(known.newest(), edit.version(), same);
        if (step == VersionStep.REPEAT) {
            return Mono.just(known.view());
        }
        if (step != VersionStep.APPEND) {
            return Mono.error(VersionRefusals.of(step, known.id()));
        }
        PaperDocument next = version(caller, known.id(), edit, known.versions());
        return saved(papers.replace(known.id(), known.revision(), next), next);
    }

    private Mono<Paper> saved(Mono<Boolean> write, PaperDocument document) {
        return write.filter(stored -> stored)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.CHANGED_MEANWHILE)))
                .doOnSuccess(stored -> outbox.wake(COLLECTION))
                .thenReturn(document.view());
    }

    private PaperDocument version(Caller caller, UUID id, PaperEdit edit, List<PaperContent> before) {
        var versions = new ArrayList<>(before);
        versions.add(edit.content());
        Instant now = clock.instant();
        var fact = AssessmentAudit.saved("paper", caller, edit.organisationId(), id, versions.size());
        return new PaperDocument(
                id,
                PaperDocument.SCHEMA,
                versions.size(),
                edit.organisationId(),
                List.copyOf(versions),
                now,
                List.of(events.store(fact)),
                now);
    }
}
