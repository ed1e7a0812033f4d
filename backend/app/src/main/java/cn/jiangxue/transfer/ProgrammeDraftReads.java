package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeComparison;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftSummary;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeReading;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeSentence;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.transfer.InstitutionNames.Named;
import cn.jiangxue.transfer.rules.DraftLife;
import cn.jiangxue.transfer.rules.PlainProgramme;
import cn.jiangxue.transfer.rules.ProgrammeCheck;
import cn.jiangxue.transfer.rules.ProgrammesCompared;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Drafts of programmes as their institution sees them, and two versions side by side. */
@Component
class ProgrammeDraftReads {

    private static final int PAGE = 20;

    private final ProgrammeDraftShelf drafts;
    private final ProgrammeShelf programmes;
    private final DraftEnding ending;
    private final ProgrammeSteps steps;
    private final InstitutionNames institutions;
    private final CivilTime time;

    ProgrammeDraftReads(
            ProgrammeDraftShelf drafts,
            ProgrammeShelf programmes,
            DraftEnding ending,
            ProgrammeSteps steps,
            InstitutionNames institutions,
            CivilTime time) {
        this.drafts = drafts;
        this.programmes = programmes;
        this.ending = ending;
        this.steps = steps;
        this.institutions = institutions;
        this.time = time;
    }

    Mono<Page<ProgrammeDraftSummary>> page(Caller caller, @Nullable String cursor) {
        return drafts.list(Reach.of(caller), Cut.after(cursor), PAGE + 1).flatMap(found -> {
            Cut<ProgrammeDraftDocument> cut = Cut.of(found, PAGE, ProgrammeDraftDocument::id);
            return institutions
                    .of(cut.shown().stream()
                            .map(ProgrammeDraftDocument::institution)
                            .toList())
                    .map(named -> cut.as(draft -> summary(draft, named)));
        });
    }

    /** A draft of an institution of the caller's, else NOT_FOUND. */
    Mono<ProgrammeDraft> find(Caller caller, String programmeId, int version) {
        return own(caller, programmeId, version).flatMap(draft -> view(caller, draft));
    }

    private Mono<ProgrammeDraftDocument> own(Caller caller, String programmeId, int version) {
        return ending.end(programmeId, version)
                .filter(draft -> Reach.of(caller).contains(draft.institution()))
                .switchIfEmpty(Mono.error(RuleShelf::notFound));
    }

    Mono<ProgrammeDraft> view(Caller caller, ProgrammeDraftDocument draft) {
        return Mono.zip(
                        institutions.of(mentioned(draft.content())),
                        steps.faults(draft.content()),
                        programmes.versions(draft.programmeId()))
                .map(known -> view(caller, draft, known.getT1(), known.getT2(), known.getT3()));
    }

    private ProgrammeDraft view(
            Caller caller,
            ProgrammeDraftDocument draft,
            Named named,
            List<RuleFault> faults,
            List<ProgrammeDocument> published) {
        return new ProgrammeDraft(
                summary(draft, named),
                draft.content(),
                (int) draft.revision(),
                draft.hash(),
                draft.standing().earliestFrom(time.today()),
                draft.reason(),
                draft.writers().contains(caller.personId()),
                PlainProgramme.of(draft.content(), named.names()),
                faults,
                published.stream().map(ProgrammeDocument::version).toList(),
                DraftLife.acts(draft.standing(), Reach.of(caller), caller.personId()));
    }

    private static ProgrammeDraftSummary summary(ProgrammeDraftDocument draft, Named named) {
        return new ProgrammeDraftSummary(
                draft.programmeId(),
                draft.version(),
                draft.content().name(),
                named.of(draft.institution()),
                draft.state(),
                draft.changedAt());
    }

    private static Set<UUID> mentioned(ProgrammeContent content) {
        Set<UUID> ids = new HashSet<>(ProgrammeCheck.institutions(content));
        ids.add(content.institution());
        return ids;
    }

    /** In plain words, with what is still wrong. */
    Mono<ProgrammeReading> read(ProgrammeContent content) {
        return Mono.fromRunnable(() -> ProgrammeDrafting.requireLimits(content))
                .then(Mono.zip(
                        sentences(content),
                        Mono.defer(() -> steps.faults(content)),
                        (sentences, faults) -> new ProgrammeReading(sentences, faults)));
    }

    private Mono<List<ProgrammeSentence>> sentences(ProgrammeContent content) {
        return Mono.defer(() -> institutions.of(mentioned(content)))
                .map(named -> PlainProgramme.of(content, named.names()));
    }

    /** A draft of an institution of the caller's beside what was published. */
    Mono<ProgrammeComparison> compareDraft(Caller caller, String programmeId, int older, int version) {
        return own(caller, programmeId, version)
                .flatMap(draft -> published(programmeId, older)
                        .flatMap(before -> compared(older, before, version, draft.content())));
    }

    Mono<ProgrammeComparison> compare(String programmeId, int older, int newer) {
        return Mono.zip(published(programmeId, older), published(programmeId, newer))
                .flatMap(both -> compared(older, both.getT1(), newer, both.getT2()));
    }

    private Mono<ProgrammeContent> published(String programmeId, int version) {
        return programmes
                .find(programmeId, version)
                .map(ProgrammeDocument::content)
                .switchIfEmpty(Mono.error(RuleShelf::notFound));
    }

    private Mono<ProgrammeComparison> compared(int older, ProgrammeContent before, int newer, ProgrammeContent now) {
        LocalText name = now.name();
        return Mono.zip(sentences(before), sentences(now), ProgrammesCompared::of)
                .map(result -> new ProgrammeComparison(older, newer, name, result.rows(), result.same()));
    }
}
