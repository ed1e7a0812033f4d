package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.frameworks.RuleBookData;
import cn.jiangxue.organisation.Organisations;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What institutions are called: as they are registered, else as the sample data calls them, else by their id. */
@Component
class InstitutionNames {

    private final Organisations organisations;
    private final Map<UUID, LocalText> sample;

    InstitutionNames(Organisations organisations, RuleBookData sample) {
        this.organisations = organisations;
        this.sample = sample.institutions().stream()
                .collect(Collectors.toMap(RuleBookData.Institution::id, RuleBookData.Institution::name));
    }

    /** Names found for the ids that were asked for; others are called by their id. */
    record Named(Map<UUID, LocalText> names) {

        NamedInstitution of(UUID id) {
            return new NamedInstitution(id, names.getOrDefault(id, new LocalText(id.toString(), id.toString())));
        }
    }

    Mono<Named> of(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        if (wanted.isEmpty()) {
            return Mono.just(new Named(Map.of()));
        }
        return organisations.names(wanted).map(registered -> {
            Map<UUID, LocalText> names = new HashMap<>(sample);
            names.putAll(registered);
            return new Named(names);
        });
    }

    /** Those of them that are registered. */
    Mono<Set<UUID>> registered(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        return wanted.isEmpty()
                ? Mono.just(Set.of())
                : organisations.names(wanted).map(Map::keySet);
    }
}
