package cn.jiangxue.transfer;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePublication;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.frameworks.RuleBookData.ProgrammeVersion;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.transfer.rules.DraftLife;
import cn.jiangxue.transfer.rules.DraftLife.Answer;
import cn.jiangxue.transfer.rules.ProgrammeCheck;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What becomes of a draft of a programme: handed over, given back, published by a second person, given up. */
@Component
class ProgrammeSteps {

    private final ProgrammeDraftShelf drafts;
    private final ProgrammeShelf programmes;
    private final ProgrammePublishing publishing;
    private final DraftEnding ending;
    private final InstitutionNames institutions;
    private final CivilTime time;

    ProgrammeSteps(
            ProgrammeDraftShelf drafts,
            ProgrammeShelf programmes,
            ProgrammePublishing publishing,
            DraftEnding ending,
            InstitutionNames institutions,
            CivilTime time) {
        this.drafts = drafts;
        this.programmes = programmes;
        this.publishing = publishing;
        this.ending = ending;
        this.institutions = institutions;
        this.time = time;
    }

    Mono<List<RuleFault>> faults(ProgrammeContent content) {
        return institutions
                .registered(ProgrammeCheck.institutions(content))
                .map(registered -> ProgrammeCheck.faults(content, registered));
    }

    private Mono<Void> requireSound(ProgrammeContent content) {
        return faults(content).doOnNext(ProgrammeDrafting::requireSound).then();
    }

    /** Only what has no faults is handed over; INVALID_FIELDS names every one. */
    Mono<ProgrammeDraftDocument> submit(Caller caller, String programmeId, int version, int revision) {
        return decide(programmeId, version, stored -> {
            Answer answer = DraftLife.submit(stored.standing(), Reach.of(caller), revision);
            return answer instanceof Answer.Accepted
                    ? requireSound(stored.content())
                            .then(Mono.defer(() -> moved(
                                    caller,
                                    stored,
                                    answer,
                                    "programme.submitted",
                                    null,
                                    Map.of("hash", stored.hash()))))
                    : Mono.error(DraftRefusals.of(answer, stored));
        });
    }

    Mono<ProgrammeDraftDocument> giveBack(Caller caller, String programmeId, int version, String reason) {
        String why = reason.strip();
        return decide(
                programmeId,
                version,
                stored -> moved(
                        caller,
                        stored,
                        DraftLife.giveBack(stored.standing(), Reach.of(caller), reason),
                        "programme.returned",
                        why,
                        Map.of("reason", why)));
    }

    Mono<ProgrammeDraftDocument> abandon(Caller caller, String programmeId, int version, int revision) {
        return decide(
                programmeId,
                version,
                stored -> moved(
                        caller,
                        stored,
                        DraftLife.abandon(stored.standing(), Reach.of(caller), revision),
                        "programme.abandoned",
                        stored.reason(),
                        Map.of("hash", stored.hash())));
    }

    /** What the second person read is what is published. */
    Mono<ProgrammeDraftDocument> publish(
            Caller caller, String programmeId, int version, ProgrammePublication publication) {
        return decide(programmeId, version, stored -> {
            Answer answer = DraftLife.publish(
                    stored.standing(),
                    Reach.of(caller),
                    caller.personId(),
                    publication.hash(),
                    publication.from(),
                    time.today());
            if (!(answer instanceof Answer.Accepted)) {
                Mono<ProgrammeDraftDocument> refused = Mono.error(() -> DraftRefusals.of(answer, stored));
                return answer instanceof Answer.NotOpen
                        ? repeated(stored, publication).switchIfEmpty(refused)
                        : refused;
            }
            var entry = new ProgrammeVersion(programmeId, version, stored.content());
            return requireSound(stored.content())
                    .then(Mono.defer(() -> publishing.publish(caller, stored.institution(), entry, publication.from())))
                    .onErrorMap(
                            EntryRefused.class, taken -> new ProblemException(ProblemCode.PROGRAMME_OVERTAKEN, version))
                    .then(ending.end(programmeId, version));
        });
    }

    /** It was published before, exactly so; else empty. */
    private Mono<ProgrammeDraftDocument> repeated(ProgrammeDraftDocument stored, ProgrammePublication publication) {
        return stored.state() == ProgrammeDraftState.PUBLISHED
                ? programmes
                        .find(stored.programmeId(), stored.version())
                        .filter(published -> published.hash().equals(publication.hash())
                                && published.from().equals(publication.from()))
                        .map(published -> stored)
                : Mono.empty();
    }

    private Mono<ProgrammeDraftDocument> moved(
            Caller caller,
            ProgrammeDraftDocument stored,
            Answer answer,
            String action,
            @Nullable String why,
            Map<String, String> facts) {
        if (!(answer instanceof Answer.Accepted(ProgrammeDraftState next))) {
            return Mono.error(DraftRefusals.of(answer, stored));
        }
        ProgrammeDraftDocument moved = stored.moved(next, why, now());
        return drafts.save(moved, ProgrammeDrafting.fact(action, caller, moved, facts));
    }

    /** As it stands now, with what was published meanwhile; once more when somebody came between. */
    private Mono<ProgrammeDraftDocument> decide(
            String programmeId, int version, Function<ProgrammeDraftDocument, Mono<ProgrammeDraftDocument>> decision) {
        return Tries.of(() -> ending.end(programmeId, version)
                .switchIfEmpty(Mono.error(RuleShelf::notFound))
                .flatMap(decision));
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
