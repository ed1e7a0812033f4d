package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeEdit;
import cn.jiangxue.contract.RuleBookApi.EntryResult;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.frameworks.RuleBookData.ProgrammeVersion;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.transfer.rules.DraftLife;
import cn.jiangxue.transfer.rules.DraftLife.Answer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A programme that comes by file becomes the draft of the next version, or takes the place of what that draft said. From there it goes the way of every draft: whoever
 * brought it in has written it, and somebody else publishes.
 */
@Component
class ProgrammeUploads {

    private final ProgrammeDraftShelf drafts;
    private final ProgrammeShelf programmes;
    private final ProgrammeDrafting drafting;
    private final ProgrammeSteps steps;

    ProgrammeUploads(
            ProgrammeDraftShelf drafts, ProgrammeShelf programmes, ProgrammeDrafting drafting, ProgrammeSteps steps) {
        this.drafts = drafts;
        this.programmes = programmes;
        this.drafting = drafting;
        this.steps = steps;
    }

    /**
     * Only what has no faults is taken: a file is mended where it is written.
     *
     * @throws EntryRefused inside the answer, with the reason
     */
    Mono<EntryResult> draft(Caller caller, UUID institution, ProgrammeVersion entry, boolean dryRun) {
        return programmes
                .find(entry.id(), entry.version())
                .map(published -> ProgrammePublishing.same(published, entry))
                .switchIfEmpty(Mono.defer(() -> next(caller, institution, entry, dryRun)))
                .onErrorMap(ProblemException.class, EntryRefused::of);
    }

    private Mono<EntryResult> next(Caller caller, UUID institution, ProgrammeVersion entry, boolean dryRun) {
        if (!entry.content().institution().equals(institution)) {
            return Mono.error(new EntryRefused(
                    new LocalText("培养方案只能由授予机构自己起草", "A programme is drafted by the institution that awards")));
        }
        return drafting.foresee(caller, entry.id(), entry.version(), entry.content())
                .then(Mono.defer(() -> steps.faults(entry.content())))
                .doOnNext(ProgrammeUploads::requireSound)
                .then(Mono.defer(() -> drafts.find(entry.id(), entry.version())))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(stored -> write(caller, entry, stored, dryRun));
    }

    private static void requireSound(List<RuleFault> faults) {
        if (!faults.isEmpty()) {
            throw EntryRefused.of(faults);
        }
    }

    private Mono<EntryResult> write(
            Caller caller, ProgrammeVersion entry, Optional<ProgrammeDraftDocument> stored, boolean dryRun) {
        EntryResult result = stored.map(draft -> filling(caller, entry, draft)).orElse(EntryResult.ADDED);
        if (dryRun || result == EntryResult.SAME) {
            return Mono.just(result);
        }
        int revision = result == EntryResult.FILLED ? (int) stored.orElseThrow().revision() : 0;
        return drafting.save(caller, entry.id(), entry.version(), new ProgrammeEdit(entry.content(), revision))
                .thenReturn(result);
    }

    private static EntryResult filling(Caller caller, ProgrammeVersion entry, ProgrammeDraftDocument draft) {
        if (!draft.institution().equals(entry.content().institution())) {
            throw new ProblemException(ProblemCode.PROGRAMME_ID_TAKEN, entry.id());
        }
        if (DraftLife.mayBeginAnew(draft.state())) {
            return EntryResult.ADDED;
        }
        if (draft.hash().equals(ContentHash.ofProgramme(entry.id(), entry.version(), entry.content()))) {
            return EntryResult.SAME;
        }
        Answer answer = DraftLife.edit(draft.standing(), Reach.of(caller), draft.revision());
        if (!(answer instanceof Answer.Accepted)) {
            throw DraftRefusals.of(answer, draft);
        }
        return EntryResult.FILLED;
    }
}
