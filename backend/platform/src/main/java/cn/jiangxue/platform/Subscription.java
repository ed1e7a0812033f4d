package cn.jiangxue.platform;

import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/**
 * A consumer of one kind of event, declared as a bean. It is called at least once and must be idempotent by {@link EventMeta#eventId()} or by a cause inside the
 * event. An error makes the event come again, later and later.
 */
public record Subscription<E extends Record>(
        Class<E> event, String consumer, BiFunction<E, EventMeta, Mono<Void>> handler) {

    public static <E extends Record> Subscription<E> to(
            Class<E> event, String consumer, BiFunction<E, EventMeta, Mono<Void>> handler) {
        return new Subscription<>(event, consumer, handler);
    }

    Mono<Void> deliver(Events events, StoredEvent stored) {
        return Mono.defer(() -> handler.apply(events.read(stored, event), new EventMeta(stored.id(), stored.at())));
    }
}
