package cn.jiangxue.reexamination;

import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.identity.Superiors;
import cn.jiangxue.identity.Superiors.Above;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.reexamination.ReexaminationDocument.Happened;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Marks re-examinations whose day is over for the organisation above and tells its officers, but for those who had a part. They stand on its list from the draw on;
 * whoever had to act still has to.
 */
@Component
class OverdueReexaminations {

    private static final int BATCH = 100;

    private final ReexaminationStore store;
    private final Superiors superiors;
    private final CivilTime time;

    OverdueReexaminations(ReexaminationStore store, Superiors superiors, CivilTime time) {
        this.store = store;
        this.superiors = superiors;
        this.time = time;
    }

    /** Some of those that are overdue; how many. */
    Mono<Long> batch() {
        LocalDate today = time.today();
        return superiors.escalate(
                store.overdue(today, BATCH),
                stored -> Mono.justOrEmpty(stored.above()),
                (stored, above) -> save(stored, withoutParts(above, stored), today));
    }

    private static Above withoutParts(Above above, ReexaminationDocument stored) {
        List<UUID> others = above.officers().stream()
                .filter(officer -> !stored.tookPart().contains(officer))
                .toList();
        return new Above(above.organisation(), others);
    }

    private Mono<ReexaminationDocument> save(ReexaminationDocument stored, Above above, LocalDate today) {
        Happened event = new Happened(time.clock().instant().truncatedTo(ChronoUnit.MILLIS), above.said(), null, null);
        return store.save(
                stored.escalated(above.on(today), event),
                above.told(
                        "reexamination.escalated",
                        stored.graded().institutionId(),
                        "reexamination:" + stored.id(),
                        stored.state(),
                        officer -> overdue(officer, stored)));
    }

    private static PersonTold overdue(UUID officer, ReexaminationDocument stored) {
        return new PersonTold(
                officer,
                MessageKind.REEXAMINATION_OVERDUE,
                stored.id(),
                stored.graded().what(),
                stored.graded().institutionName(),
                stored.actBy());
    }
}
