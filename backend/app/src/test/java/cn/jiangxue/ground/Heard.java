package cn.jiangxue.ground;

import cn.jiangxue.platform.Subscription;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** A consumer that keeps what it is told, each event once, as every consumer has to: on a busy machine one may be delivered again. */
public final class Heard {

    private Heard() {}

    public static <E extends Record> Subscription<E> by(Class<E> event, String consumer, Collection<? super E> kept) {
        Set<UUID> known = ConcurrentHashMap.newKeySet();
        return Subscription.to(
                event,
                consumer,
                (told, meta) -> Mono.fromRunnable(() -> {
                    if (known.add(meta.eventId())) {
                        kept.add(told);
                    }
                }));
    }
}
