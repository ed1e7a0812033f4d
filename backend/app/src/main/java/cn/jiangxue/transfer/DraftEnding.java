package cn.jiangxue.transfer;

import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.contract.RuleBookApi.BookEntry;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.transfer.rules.DraftLife;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** When a version has the number of a draft, the draft has ended: published, or overtaken by other content. May be repeated. */
@Component
class DraftEnding {

    private final ProgrammeDraftShelf drafts;
    private final ProgrammeShelf programmes;
    private final Clock clock;

    DraftEnding(ProgrammeDraftShelf drafts, ProgrammeShelf programmes, Clock clock) {
        this.drafts = drafts;
        this.programmes = programmes;
        this.clock = clock;
    }

    Mono<Void> follow(RuleBookChanged change) {
        return change.entry() == BookEntry.PROGRAMME
                ? end(change.entryId(), change.version()).then()
                : Mono.empty();
    }

    /** The draft as it stands now, or empty when there is none. */
    Mono<ProgrammeDraftDocument> end(String programmeId, int version) {
        return drafts.find(programmeId, version)
                .flatMap(found -> isOpen(found)
                        ? Tries.of(() -> drafts.find(programmeId, version).flatMap(this::ended))
                        : Mono.just(found));
    }

    private static boolean isOpen(ProgrammeDraftDocument draft) {
        return draft.state() == ProgrammeDraftState.DRAFT || draft.state() == ProgrammeDraftState.REVIEW;
    }

    /** Empty when somebody came between. */
    private Mono<ProgrammeDraftDocument> ended(ProgrammeDraftDocument draft) {
        return programmes
                .find(draft.programmeId(), draft.version())
                .map(published -> DraftLife.ended(draft.hash(), published.hash()))
                .defaultIfEmpty(draft.state())
                .flatMap(state -> state == draft.state() || !isOpen(draft)
                        ? Mono.just(draft)
                        : drafts.save(draft.moved(
                                state, draft.reason(), clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }
}
