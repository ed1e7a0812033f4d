package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.CreditUnit;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.transfer.rules.PlainNames;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What everything in a rule is called. */
@Component
class RuleNames {

    private final InstitutionNames institutions;
    private final ProgrammeShelf programmes;
    private final Standards standards;
    private final CivilTime time;

    RuleNames(InstitutionNames institutions, ProgrammeShelf programmes, Standards standards, CivilTime time) {
        this.institutions = institutions;
        this.programmes = programmes;
        this.standards = standards;
        this.time = time;
    }

    Mono<PlainNames> of(RuleContent content) {
        Mono<Map<UUID, LocalText>> named = institutions.of(mentioned(content)).map(InstitutionNames.Named::names);
        return Mono.zip(
                named,
                programme(content.programme()),
                (names, programme) -> new PlainNames(
                        programme.map(ProgrammeDocument::content).orElse(null),
                        names,
                        occupations(content),
                        creditUnits()));
    }

    /** As it is today; before its first day, or after its last, the newest version. */
    Mono<Optional<ProgrammeDocument>> programme(String id) {
        return programmes
                .inForce(id, time.today())
                .switchIfEmpty(programmes
                        .versions(id)
                        .flatMap(all -> Mono.justOrEmpty(all.reversed().stream().findFirst())))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Parties and issuers. */
    static Set<UUID> mentioned(RuleContent content) {
        Set<UUID> ids = new HashSet<>(content.parties());
        content.sources().stream()
                .map(RuleContent.SourceAsked::issuer)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return ids;
    }

    private Map<String, LocalText> occupations(RuleContent content) {
        List<String> codes = content.sources().stream()
                .map(RuleContent.SourceAsked::occupationCode)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return codes.stream().collect(Collectors.toMap(code -> code, standards::occupationName));
    }

    private Map<String, LocalText> creditUnits() {
        return standards.creditUnits().stream().collect(Collectors.toMap(CreditUnit::id, CreditUnit::name));
    }

    Set<String> creditUnitIds() {
        return creditUnits().keySet();
    }
}
