package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.HoldWaiting;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.credit.CreditApplications.Application;
import cn.jiangxue.credit.CreditApplications.Listed;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.identity.People;
import cn.jiangxue.identity.People.Person;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Cut;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is set aside for the applications on which an officer's institutions decide, found by the applications: the ledger keeps no list of its own. */
@Component
class HoldsWaiting {

    /** Applications looked at for one page; each costs one read of an account. */
    private static final int LOOKED_AT = 50;

    private static final int PAGES_AT_ONCE = 20;

    private static final LocalText NAMELESS = new LocalText("—", "—");

    private final LedgerStore store;
    private final List<CreditApplications> applications;
    private final People people;
    private final Organisations organisations;

    HoldsWaiting(
            CreditLedger ledger, List<CreditApplications> applications, People people, Organisations organisations) {
        this.store = ledger.store();
        this.applications = List.copyOf(applications);
        this.people = people;
        this.organisations = organisations;
    }

    /** Never the officer's own: somebody else uses that. Goes on where applications have nothing set aside, some pages at a time. */
    Mono<Page<HoldWaiting>> of(Caller officer, boolean granted, @Nullable String cursor) {
        return once(officer, granted, cursor)
                .expand(page -> page.items().isEmpty() && page.next() != null
                        ? once(officer, granted, page.next())
                        : Mono.empty())
                .take(PAGES_AT_ONCE)
                .last();
    }

    private Mono<Page<HoldWaiting>> once(Caller officer, boolean granted, @Nullable String cursor) {
        Set<UUID> institutions = officer.organisationsAs(Role.RECOGNITION_OFFICER);
        String after = Cut.after(cursor);
        return Flux.fromIterable(applications)
                .flatMap(known -> known.decidedBy(institutions, granted, after, LOOKED_AT + 1))
                .flatMapIterable(found -> found)
                .sort(Comparator.comparing(Listed::key))
                .take(LOOKED_AT + 1)
                .collectList()
                .flatMap(found -> page(officer, Cut.of(found, LOOKED_AT, Listed::key)));
    }

    private Mono<Page<HoldWaiting>> page(Caller officer, Cut<Listed> cut) {
        List<Application> shown = cut.shown().stream()
                .map(Listed::application)
                .filter(application -> !application.learnerId().equals(officer.learnerId()))
                .toList();
        Set<UUID> learners = shown.stream().map(Application::learnerId).collect(Collectors.toSet());
        Set<UUID> institutions = shown.stream().map(Application::institutionId).collect(Collectors.toSet());
        return Mono.zip(store.accounts(learners), people.allOfLearners(learners), organisations.names(institutions))
                .map(known -> shown.stream()
                        .flatMap(each -> views(each, known.getT1(), known.getT2(), known.getT3()))
                        .toList())
                .map(items -> new Page<>(items, cut.next()));
    }

    private static Stream<HoldWaiting> views(
            Application application,
            Map<UUID, AccountState> accounts,
            Map<UUID, Person> people,
            Map<UUID, LocalText> institutions) {
        AccountState account = accounts.get(application.learnerId());
        Person person = people.get(application.learnerId());
        return account == null
                ? Stream.empty()
                : LearningAccounts.holds(account).stream()
                        .filter(hold -> hold.applicationId().equals(application.id()))
                        .map(hold -> new HoldWaiting(
                                hold.id(),
                                application.id(),
                                application.title(),
                                person == null ? "—" : person.displayName(),
                                institutions.getOrDefault(application.institutionId(), NAMELESS),
                                hold.amountMilli(),
                                application.open()));
    }
}
