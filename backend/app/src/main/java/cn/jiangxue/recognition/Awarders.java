package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.recognition.rules.Declaring;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Institutions that rules name, as organisations of this platform. A rule may name one that is not on it: its programmes can be looked at and not applied for. */
@Component
class Awarders {

    private final Organisations organisations;

    Awarders(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The organisation a rule means, or empty. */
    Mono<Organisation> find(String institution) {
        return Mono.justOrEmpty(idOf(institution)).flatMap(organisations::find);
    }

    /** The registered institution that is called so, in either language, or empty. */
    Mono<Organisation> named(String name) {
        String plain = Declaring.plain(name);
        return organisations
                .institutions()
                .filter(found -> plain.equals(Declaring.plain(found.name().zh()))
                        || plain.equals(Declaring.plain(found.name().en())))
                .next();
    }

    /** What an institution of a rule is called; the rule's own word when it is not on the platform. */
    Mono<LocalText> name(String institution) {
        return find(institution).map(Organisation::name).defaultIfEmpty(new LocalText(institution, institution));
    }

    /** Names of the organisations. */
    Mono<Map<UUID, LocalText>> names(Collection<UUID> ids) {
        return organisations.names(ids);
    }

    /** Names of institutions as rules name them. */
    Mono<Map<String, LocalText>> namesOf(Collection<String> institutions) {
        List<UUID> ids = institutions.stream()
                .map(Awarders::idOf)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return organisations
                .names(ids)
                .map(known -> institutions.stream()
                        .distinct()
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> idOf(name)
                                        .map(known::get)
                                        .filter(Objects::nonNull)
                                        .orElse(new LocalText(name, name)))));
    }

    /** Ids of those that are on the platform. */
    static Set<UUID> ids(Collection<String> institutions) {
        return institutions.stream()
                .map(Awarders::idOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    static Optional<UUID> idOf(String institution) {
        try {
            return Optional.of(UUID.fromString(institution));
        } catch (IllegalArgumentException notOnThePlatform) {
            return Optional.empty();
        }
    }
}
