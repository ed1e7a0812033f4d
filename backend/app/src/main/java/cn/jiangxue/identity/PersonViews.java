package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.Consent;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.identity.PersonalVault.PersonKey;
import cn.jiangxue.identity.rules.Masking;
import cn.jiangxue.organisation.Organisations;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** People as others may see them: opened by their keys, masked where clear values are not needed. */
@Component
final class PersonViews {

    static final String DISPLAY_NAME = "display-name";
    static final String PHONE = "phone";
    static final String REAL_NAME = "real-name";
    static final String IDENTITY_NUMBER = "identity-number";

    /** What stands where a name was, once the person's key is erased. */
    static final String ERASED = "（已注销）";

    private static final LocalText UNKNOWN = new LocalText("未知单位", "Unknown organisation");

    private final PersonalVault vault;
    private final Organisations organisations;
    private final SignInAttempts attempts;

    PersonViews(PersonalVault vault, Organisations organisations, SignInAttempts attempts) {
        this.vault = vault;
        this.organisations = organisations;
        this.attempts = attempts;
    }

    Mono<Me> me(StoredPerson person, boolean mustChangePassword) {
        return Mono.zip(vault.existing(List.of(person.id())), organisations.names(organisationsOf(List.of(person))))
                .map(both -> {
                    PersonKey key = both.getT1().get(person.id());
                    return new Me(
                            person.id(),
                            person.learnerId(),
                            person.userName(),
                            displayName(person, key),
                            phone(person, key),
                            identityNumber(person, key),
                            roles(person, both.getT2()),
                            consents(person),
                            mustChangePassword);
                });
    }

    Mono<PersonView> view(StoredPerson person) {
        return views(List.of(person)).map(List::getFirst);
    }

    /** In the order given. */
    Mono<List<PersonView>> views(List<StoredPerson> people) {
        List<UUID> ids = people.stream().map(StoredPerson::id).toList();
        return Mono.zip(vault.existing(ids), organisations.names(organisationsOf(people)), attempts.blocked(ids))
                .map(all -> people.stream()
                        .map(person -> view(person, all.getT1().get(person.id()), all.getT2(), all.getT3()))
                        .toList());
    }

    /** Display names by person. */
    Mono<Map<UUID, String>> displayNames(List<StoredPerson> people) {
        return vault.existing(people.stream().map(StoredPerson::id).toList())
                .map(keys -> people.stream()
                        .collect(Collectors.toMap(
                                StoredPerson::id, person -> displayName(person, keys.get(person.id())))));
    }

    private static PersonView view(
            StoredPerson person, @Nullable PersonKey key, Map<UUID, LocalText> names, Set<UUID> blocked) {
        return new PersonView(
                person.id(),
                person.userName(),
                displayName(person, key),
                phone(person, key),
                identityNumber(person, key),
                roles(person, names),
                blocked.contains(person.id()),
                person.createdAt());
    }

    static String displayName(StoredPerson person, @Nullable PersonKey key) {
        return key == null ? ERASED : key.open(DISPLAY_NAME, person.displayName());
    }

    private static @Nullable String phone(StoredPerson person, @Nullable PersonKey key) {
        var sealed = person.phone();
        return key == null || sealed == null ? null : Masking.phone(key.open(PHONE, sealed));
    }

    private static @Nullable String identityNumber(StoredPerson person, @Nullable PersonKey key) {
        var realName = person.realName();
        return key == null || realName == null
                ? null
                : Masking.identityNumber(key.open(IDENTITY_NUMBER, realName.identityNumber()));
    }

    private static List<HeldRole> roles(StoredPerson person, Map<UUID, LocalText> names) {
        return person.roles().stream()
                .map(held -> new HeldRole(
                        held.role(), held.organisationId(), names.getOrDefault(held.organisationId(), UNKNOWN)))
                .toList();
    }

    private static List<Consent> consents(StoredPerson person) {
        return Arrays.stream(ConsentForms.values())
                .map(form -> {
                    var decided = person.consented(form.kind());
                    return new Consent(
                            form.kind(),
                            form.version(),
                            form.text(),
                            decided.filter(StoredPerson.Consented::given)
                                    .map(StoredPerson.Consented::version)
                                    .orElse(null),
                            decided.map(StoredPerson.Consented::at).orElse(null));
                })
                .toList();
    }

    private static Set<UUID> organisationsOf(List<StoredPerson> people) {
        return people.stream()
                .flatMap(person -> person.roles().stream())
                .map(StoredPerson.HeldRole::organisationId)
                .collect(Collectors.toSet());
    }
}
