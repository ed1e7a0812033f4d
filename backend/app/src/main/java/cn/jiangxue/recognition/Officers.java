package cn.jiangxue.recognition;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RecognitionApi.CaseAct;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.Colleagues;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.recognition.rules.Actor;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.recognition.rules.Menu;
import cn.jiangxue.recognition.rules.Needs;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For whom somebody acts today, which cases they see, and what they share with an applicant. */
@Component
class Officers {

    /** Officers of one institution who are looked at. */
    private static final int ASKED = 50;

    private final Persons people;
    private final StandIns standIns;
    private final CivilTime time;

    Officers(Persons people, StandIns standIns, CivilTime time) {
        this.people = people;
        this.standIns = standIns;
        this.time = time;
    }

    /** Where the caller is a recognition officer, and where they stand in for one today. */
    Mono<Set<UUID>> offices(Caller caller) {
        Set<UUID> own = caller.organisationsAs(Role.RECOGNITION_OFFICER);
        return standIns.heldBy(caller.personId(), time.today()).map(held -> {
            Set<UUID> all = new HashSet<>(own);
            held.forEach(one -> all.add(one.organisationId()));
            return Set.copyOf(all);
        });
    }

    /** The caller and those they stand in for today. */
    Mono<Set<UUID>> hands(Caller caller) {
        return standIns.heldBy(caller.personId(), time.today()).map(held -> {
            Set<UUID> hands = new HashSet<>(Set.of(caller.personId()));
            held.forEach(one -> hands.add(one.officerId()));
            return Set.copyOf(hands);
        });
    }

    Mono<Actor> actor(Caller caller, CaseDocument stored) {
        return Mono.zip(
                offices(caller),
                shared(caller, stored),
                (offices, shared) -> new Actor(caller.personId(), offices, shared));
    }

    /** Organisations where both hold a role, but for those that handle the case and the unions above: they would leave nobody. */
    private Mono<Set<UUID>> shared(Caller caller, CaseDocument stored) {
        return people.organisations(stored.personId())
                .map(places -> Colleagues.shared(
                        caller, places, handling(stored.proceeding().needs())));
    }

    private static Set<UUID> handling(Needs needs) {
        Set<UUID> handling = new HashSet<>(needs.parties());
        handling.add(needs.institution());
        if (needs.higher() != null) {
            handling.add(needs.higher());
        }
        return handling;
    }

    /** Officers who could take a case that nobody looks after, at most so many. */
    Flux<UUID> whoMayTake(CaseDocument stored, Day day, int limit) {
        Needs needs = stored.proceeding().needs();
        Set<UUID> handling = handling(needs);
        UUID institution = needs.institution();
        return people.organisations(stored.personId())
                .flatMapMany(places -> people.officersOf(institution, ASKED)
                        .concatMap(officer -> people.organisations(officer)
                                .map(own -> new Actor(
                                        officer, Set.of(institution), Colleagues.shared(own, places, handling)))))
                .filter(actor -> Menu.of(stored.proceeding(), actor, day).contains(CaseAct.TAKE))
                .mapNotNull(Actor::person)
                .take(limit);
    }

    /** Completes when the caller may see the case: their own, or one on a desk they sit at; else NOT_FOUND. */
    Mono<CaseDocument> visible(Caller caller, CaseDocument stored) {
        if (stored.learnerId().equals(caller.learnerId())) {
            return Mono.just(stored);
        }
        return offices(caller)
                .filter(offices -> stored.desks().stream().anyMatch(offices::contains))
                .map(offices -> stored)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /** Names to show, by person id; unknown people are left out. */
    Mono<Map<UUID, String>> names(Collection<UUID> personIds) {
        return people.names(personIds);
    }
}
