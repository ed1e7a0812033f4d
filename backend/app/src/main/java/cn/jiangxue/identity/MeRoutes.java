package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.ConsentDecision;
import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.contract.IdentityApi.PasswordChange;
import cn.jiangxue.contract.IdentityApi.RealName;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class MeRoutes {

    private final PeopleRecord people;
    private final PersonViews views;
    private final AccountCare care;
    private final RealNames realNames;
    private final Consents consents;

    MeRoutes(PeopleRecord people, PersonViews views, AccountCare care, RealNames realNames, Consents consents) {
        this.people = people;
        this.views = views;
        this.care = care;
        this.realNames = realNames;
        this.consents = consents;
    }

    @GetMapping("/api/me")
    @Access(value = AccessKind.SIGNED_IN, beforePasswordChange = true)
    Mono<Me> me(Caller caller) {
        return people.find(caller.personId())
                .switchIfEmpty(PeopleRecord.notFound())
                .flatMap(person -> view(caller, person));
    }

    @PutMapping("/api/me/password")
    @Access(value = AccessKind.SIGNED_IN, beforePasswordChange = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> changePassword(Caller caller, @RequestBody PasswordChange change) {
        return care.changePassword(caller, change);
    }

    @PutMapping("/api/me/real-name")
    @Access(AccessKind.SIGNED_IN)
    Mono<Me> registerRealName(Caller caller, @RequestBody RealName realName) {
        return realNames.register(caller, realName).flatMap(person -> view(caller, person));
    }

    @PutMapping("/api/me/consents/{kind}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Me> decideConsent(Caller caller, @PathVariable ConsentKind kind, @RequestBody ConsentDecision decision) {
        return consents.decide(caller, kind, decision).flatMap(person -> view(caller, person));
    }

    /** Whether the password must change is asked of the account: the token may be older. */
    private Mono<Me> view(Caller caller, StoredPerson person) {
        return care.account(caller).flatMap(account -> views.me(person, account.mustChangePassword()));
    }
}
