package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credential.rules.GradeBadge;
import cn.jiangxue.credential.rules.StatusBits;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The signed status lists others read. Made from the register, kept for ten seconds. */
@Component
class StatusLists {

    /** How long a reader may rely on a copy. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final Pattern NAME = Pattern.compile("(revocation|suspension)-([1-9][0-9]{0,5})");

    private final CredentialRegister register;
    private final DataIntegrity integrity;
    private final IssuerKeys keys;
    private final Clock clock;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    private record Made(String signed, Instant at) {}

    StatusLists(CredentialRegister register, DataIntegrity integrity, IssuerKeys keys, Clock clock) {
        this.register = register;
        this.integrity = integrity;
        this.keys = keys;
        this.clock = clock;
    }

    /** The list of that name as JSON; NOT_FOUND for a list that does not exist. */
    Mono<String> list(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }
        Made kept = made.get(name);
        if (kept != null && clock.instant().isBefore(kept.at().plus(KEPT))) {
            return Mono.just(kept.signed());
        }
        int number = Integer.parseInt(parts.group(2));
        return register.lists()
                .filter(lists -> number <= lists)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(lists -> register.positions(number, stateOf(parts.group(1))))
                .flatMap(positions -> Blocking.call(() -> sign(parts.group(1), number, positions)))
                .doOnNext(signed -> made.put(name, new Made(signed, clock.instant())));
    }

    private static CredentialState stateOf(String purpose) {
        return purpose.equals("revocation") ? CredentialState.REVOKED : CredentialState.SUSPENDED;
    }

    private String sign(String purpose, int number, List<Integer> positions) {
        Instant now = clock.instant();
        return integrity
                .sign(
                        GradeBadge.statusList(keys.issuer(), purpose, number, StatusBits.encode(positions), now, (int)
                                LIFE.toSeconds()),
                        now)
                .toString();
    }
}
