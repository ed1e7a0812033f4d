package cn.jiangxue.framework;

import cn.jiangxue.contract.Role;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Standards are the national body's: its recognition officers and administrators draft and adopt them. */
@Component
class NationalBody {

    private final Organisations organisations;

    NationalBody(Organisations organisations) {
        this.organisations = organisations;
    }

    Mono<Boolean> actsFor(Caller caller) {
        return organisations
                .nationalUnion()
                .map(national ->
                        caller.has(Role.RECOGNITION_OFFICER, national) || caller.has(Role.ADMINISTRATOR, national))
                .defaultIfEmpty(false);
    }

    /** Completes for those, else NOT_FOUND. */
    Mono<Void> require(Caller caller) {
        return actsFor(caller)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(VersionShelf::notFound))
                .then();
    }
}
