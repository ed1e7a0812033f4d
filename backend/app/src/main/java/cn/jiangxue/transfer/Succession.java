package cn.jiangxue.transfer;

import cn.jiangxue.contract.RuleBookApi.BookChange;
import cn.jiangxue.contract.RuleBookApi.BookEntry;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.transfer.rules.Lifecycle.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When a version is signed by all, the older ones of its rule end where it begins. May be repeated; awards made under them stay. */
@Component
class Succession {

    private final RuleShelf rules;
    private final Clock clock;

    Succession(RuleShelf rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    Mono<Void> follow(RuleBookChanged change) {
        boolean begins = change.what() == BookChange.PUBLISHED || change.what() == BookChange.IMPORTED;
        if (!begins || change.entry() != BookEntry.RULE) {
            return Mono.empty();
        }
        return rules.find(change.entryId(), change.version())
                .filter(newer -> newer.publishedOn() != null)
                .flatMapMany(newer -> rules.versions(newer.ruleId())
                        .flatMapMany(Flux::fromIterable)
                        .filter(older -> isFollowed(older, newer))
                        .concatMap(older -> Tries.of(() -> end(older.version(), newer))))
                .then();
    }

    private static boolean isFollowed(RuleDocument older, RuleDocument newer) {
        return older.version() < newer.version()
                && older.stage() == Stage.PUBLISHED
                && older.until().isAfter(newer.from());
    }

    private Mono<RuleDocument> end(int version, RuleDocument newer) {
        return rules.find(newer.ruleId(), version)
                .flatMap(older -> isFollowed(older, newer)
                        ? rules.save(
                                older.moved(older.stage(), older.reason(), now())
                                        .ending(newer.from()),
                                superseded(older, newer))
                        : Mono.just(older));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RuleBookChanged superseded(RuleDocument older, RuleDocument newer) {
        return new RuleBookChanged(
                BookChange.SUPERSEDED,
                BookEntry.RULE,
                older.ruleId(),
                older.version(),
                older.content().name(),
                newer.author(),
                null);
    }
}
