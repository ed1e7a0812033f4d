package cn.jiangxue.reexamination;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What this feature asks about people. */
@FunctionalInterface
interface ReexaminationPeople {

    /** Names to show, by person id; unknown people are left out. */
    Mono<Map<UUID, String>> names(Collection<UUID> personIds);
}
