package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.rules.Lifecycle;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rule book out of the store. A version stops where a newer one of the same rule begins, whether or not that was written down already. */
@Component
class StoredRuleBook implements RuleBook {

    private final ProgrammeShelf programmes;
    private final RuleShelf rules;
    private final RuleContents contents;

    StoredRuleBook(ProgrammeShelf programmes, RuleShelf rules, RuleContents contents) {
        this.programmes = programmes;
        this.rules = rules;
        this.contents = contents;
    }

    @Override
    public Mono<Programme> programme(String id, LocalDate asOf) {
        return programmes.inForce(id, asOf).map(ProgrammeDocument::programme);
    }

    @Override
    public Mono<Programme> programme(String id, int version) {
        return programmes.find(id, version).map(ProgrammeDocument::programme);
    }

    @Override
    public Flux<Programme> programmes(LocalDate asOf) {
        return programmes.inForce(asOf).map(ProgrammeDocument::programme);
    }

    @Override
    public Mono<List<RuleVersion>> rules(Programme programme) {
        return rules.published(programme.id(), Request.RULES_LIMIT).map(this::versions);
    }

    @Override
    public Mono<Map<String, LocalText>> categories(Programme programme) {
        return programmes
                .find(programme.id(), programme.version())
                .map(document -> document.content().categories())
                .defaultIfEmpty(Map.of());
    }

    private List<RuleVersion> versions(List<RuleDocument> published) {
        Map<String, LocalDate> ends = new HashMap<>();
        return published.stream()
                .sorted(Comparator.comparing(RuleDocument::ruleId)
                        .thenComparing(RuleDocument::version, Comparator.reverseOrder()))
                .map(document -> version(document, ends))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(RuleVersion::ref))
                .toList();
    }

    /** Newest first; null for one that never holds on any day. */
    private @Nullable RuleVersion version(RuleDocument document, Map<String, LocalDate> ends) {
        LocalDate next = ends.getOrDefault(document.ruleId(), Lifecycle.NEVER);
        LocalDate until = document.until().isBefore(next) ? document.until() : next;
        if (!until.isAfter(document.from())) {
            return null;
        }
        ends.put(document.ruleId(), document.from());
        return contents.version(
                new RuleRef(document.ruleId(), document.version()),
                document.content(),
                document.signedBy(),
                document.from(),
                until.equals(Lifecycle.NEVER) ? null : until);
    }
}
