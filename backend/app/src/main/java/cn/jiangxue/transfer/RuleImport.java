package cn.jiangxue.transfer;

import cn.jiangxue.contract.RuleBookApi.BookChange;
import cn.jiangxue.contract.RuleBookApi.BookEntry;
import cn.jiangxue.frameworks.RuleBookData;
import cn.jiangxue.frameworks.RuleBookData.AgreedRule;
import cn.jiangxue.frameworks.RuleBookData.ProgrammeVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings in a rule book that a file vouches for, signatures and all. What is there already stays as it is, so that it may be done at every start. */
@Component
class RuleImport {

    private static final int AT_ONCE = 8;

    private final ProgrammeShelf programmes;
    private final RuleShelf rules;
    private final Clock clock;

    RuleImport(ProgrammeShelf programmes, RuleShelf rules, Clock clock) {
        this.programmes = programmes;
        this.rules = rules;
        this.clock = clock;
    }

    /** How many versions were added. */
    Mono<Long> bringIn(RuleBookData data) {
        Set<String> programmeKeys = data.programmes().stream()
                .map(entry -> ProgrammeDocument.key(entry.id(), entry.version()))
                .collect(Collectors.toSet());
        Set<String> ruleKeys = data.rules().stream()
                .map(entry -> RuleDocument.key(entry.id(), entry.version()))
                .collect(Collectors.toSet());
        Mono<Long> first = programmes
                .there(programmeKeys)
                .flatMap(there -> Flux.fromIterable(data.programmes())
                        .filter(entry -> !there.contains(ProgrammeDocument.key(entry.id(), entry.version())))
                        .concatMap(this::programme)
                        .filter(Boolean::booleanValue)
                        .count());
        Mono<Long> then = rules.there(ruleKeys)
                .flatMap(there -> Flux.fromIterable(data.rules())
                        .filter(entry -> !there.contains(RuleDocument.key(entry.id(), entry.version())))
                        .flatMap(this::rule, AT_ONCE)
                        .filter(Boolean::booleanValue)
                        .count());
        return first.flatMap(added -> then.map(more -> added + more));
    }

    private Mono<Boolean> programme(ProgrammeVersion entry) {
        return programmes.insert(
                ProgrammeDocument.published(
                        entry.id(),
                        entry.version(),
                        entry.content(),
                        entry.content().effectiveFrom(),
                        now()),
                new RuleBookChanged(
                        BookChange.IMPORTED,
                        BookEntry.PROGRAMME,
                        entry.id(),
                        entry.version(),
                        entry.content().name(),
                        entry.content().institution(),
                        null));
    }

    private Mono<Boolean> rule(AgreedRule entry) {
        RuleDocument document =
                RuleDocument.imported(entry.id(), entry.version(), entry.signed(), entry.content(), now());
        return rules.insert(
                document,
                new RuleBookChanged(
                        BookChange.IMPORTED,
                        BookEntry.RULE,
                        entry.id(),
                        entry.version(),
                        entry.content().name(),
                        document.author(),
                        null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
