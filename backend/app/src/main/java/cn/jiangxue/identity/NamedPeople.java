package cn.jiangxue.identity;

import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.identity.PersonalVault.PersonKey;
import cn.jiangxue.identity.rules.IdentityNumber;
import cn.jiangxue.identity.rules.Login;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Documents;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the people whom an institution names. Identity number and real name together find anybody; a login and a name find people of the institution only, since
 * logins can be guessed. Whoever is not found, is named otherwise, or is erased gets the same answer, so that neither a number nor a name tells anything alone.
 */
@Component
public final class NamedPeople {

    /** Most people looked for at once. */
    public static final int AT_ONCE = 500;

    private final Claims claims;
    private final Documents<StoredPerson> people;
    private final PersonalVault vault;
    private final CivilTime time;

    NamedPeople(Claims claims, Documents<StoredPerson> people, PersonalVault vault, CivilTime time) {
        this.claims = claims;
        this.people = people;
        this.vault = vault;
        this.time = time;
    }

    /** Either an identity number or a login is set. */
    public record Named(
            @Nullable String identityNumber, @Nullable String login, String name) {

        @Override
        public String toString() {
            return "a person";
        }
    }

    /** Whom a name stands for. */
    public sealed interface Match {

        record Found(UUID personId, UUID learnerId) implements Match {}

        /** Nobody on record under both values, or nobody whom the institution may find this way. */
        record Nobody() implements Match {}

        /** No valid identity number, or nothing that could be a login. */
        record Malformed() implements Match {}
    }

    private record Asked(Named named, @Nullable String claim) {}

    /** An answer for each, in order. */
    public Mono<List<Match>> find(UUID institution, List<Named> named) {
        if (named.size() > AT_ONCE) {
            throw new IllegalArgumentException("more than " + AT_ONCE + " people at once");
        }
        List<Asked> asked =
                named.stream().map(one -> new Asked(one, claimOf(one))).toList();
        Set<String> claimed =
                asked.stream().map(Asked::claim).filter(Objects::nonNull).collect(Collectors.toSet());
        return claims.owners(claimed)
                .flatMap(owners -> known(owners.values())
                        .flatMap(persons -> vault.existing(persons.keySet())
                                .map(keys -> answers(institution, asked, owners, persons, keys))));
    }

    private @Nullable String claimOf(Named named) {
        String number = named.identityNumber();
        String login = named.login();
        return number != null
                ? IdentityNumber.parse(number, time.today()).map(claims::idOf).orElse(null)
                : login == null ? null : Login.parse(login).map(claims::idOf).orElse(null);
    }

    private Mono<Map<UUID, StoredPerson>> known(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        return people.list(in("_id", wanted), null, Math.max(1, wanted.size())).collectMap(StoredPerson::id);
    }

    private static List<Match> answers(
            UUID institution,
            List<Asked> asked,
            Map<String, UUID> owners,
            Map<UUID, StoredPerson> persons,
            Map<UUID, PersonKey> keys) {
        List<Match> answers = new ArrayList<>();
        for (Asked one : asked) {
            UUID owner = one.claim() == null ? null : owners.get(one.claim());
            StoredPerson person = owner == null ? null : persons.get(owner);
            PersonKey key = owner == null ? null : keys.get(owner);
            boolean same = person != null && key != null && isMeant(institution, one, person, key);
            answers.add(
                    one.claim() == null
                            ? new Match.Malformed()
                            : same && person != null
                                    ? new Match.Found(person.id(), person.learnerId())
                                    : new Match.Nobody());
        }
        return answers;
    }

    private static boolean isMeant(UUID institution, Asked asked, StoredPerson person, PersonKey key) {
        boolean mayBeFound =
                asked.named().identityNumber() != null || person.reach().contains(institution);
        return mayBeFound
                && person.claims().contains(asked.claim())
                && normal(nameOf(person, key)).equals(normal(asked.named().name()));
    }

    /** The real name when on record, else the name others see. */
    private static String nameOf(StoredPerson person, PersonKey key) {
        var realName = person.realName();
        return realName == null
                ? key.open(PersonViews.DISPLAY_NAME, person.displayName())
                : key.open(PersonViews.REAL_NAME, realName.name());
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
    }
}
