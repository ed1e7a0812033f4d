package cn.jiangxue.content.media;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.contract.MediaApi.MediaState;
import cn.jiangxue.content.media.MediaLibrary.NewMedia;
import cn.jiangxue.content.media.rules.WorkRules;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.PlatformConfiguration;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Who works on what, when workers die, dawdle and race. */
class WorkQueueTest {

    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-11-20T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void passes(Duration time) {
            now = now.plus(time);
        }
    }

    private final Watch watch = new Watch();
    private DocumentStore store;
    private MongoClient client;
    private MediaCollections collections;
    private WorkQueue queue;
    private MediaLibrary library;

    @BeforeEach
    void open() {
        store = DocumentStore.temporary();
        client = MongoClients.create(PlatformConfiguration.clientSettings(store.uri()));
        var database = client.getDatabase("queue");
        collections = MediaCollections.of(new DocumentsFactory(database));
        queue = new WorkQueue(collections, watch);
        var events = new Events(database.getCodecRegistry(), watch);
        library = new MediaLibrary(
                collections, queue, events, new Outbox(database, events, watch, List.of(), List.of()), watch);
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void the_longest_waiting_is_taken_first_and_by_one_worker_only() {
        UUID first = queued();
        watch.passes(Duration.ofSeconds(1));
        UUID second = queued();

        List<Job> taken = Flux.range(0, 8)
                .flatMap(i -> queue.take(UUID.randomUUID()))
                .collectList()
                .block();

        assertThat(taken).extracting(Job::mediaId).containsExactlyInAnyOrder(first, second);
        assertThat(queue.take(UUID.randomUUID()).block()).isNull();
    }

    @Test
    void work_of_a_dead_worker_is_taken_over_and_the_dead_one_has_no_say_any_more() {
        UUID id = queued();
        Job lost = queue.take(UUID.randomUUID()).block();
        watch.passes(WorkRules.LEASE.plusMillis(1));

        Job again = queue.take(UUID.randomUUID()).block();

        assertThat(again.mediaId()).isEqualTo(id);
        assertThat(again.tries()).isEqualTo(2);
        assertThat(queue.renew(lost, 50).block()).isFalse();
        assertThat(queue.finish(lost, made()).block()).isFalse();
        queue.fail(lost, MediaFailure.BROKEN).block();
        assertThat(media(id).state()).isEqualTo(MediaState.RUNNING);
        assertThat(queue.finish(again, made()).block()).isTrue();
        assertThat(media(id).state()).isEqualTo(MediaState.READY);
    }

    @Test
    void a_worker_that_says_it_lives_keeps_its_work() {
        queued();
        Job job = queue.take(UUID.randomUUID()).block();
        for (int i = 0; i < 10; i++) {
            watch.passes(WorkRules.RENEWAL);
            assertThat(queue.renew(job, i).block()).isTrue();
            assertThat(queue.take(UUID.randomUUID()).block()).isNull();
        }
        assertThat(media(job.mediaId()).progressPercent()).isEqualTo(9);
    }

    @Test
    void after_three_workers_died_on_it_a_film_fails_and_does_not_block_the_next() {
        UUID deadly = queued();
        watch.passes(Duration.ofMillis(1));
        for (int i = 0; i < WorkRules.MOST_TRIES; i++) {
            assertThat(queue.take(UUID.randomUUID()).block().mediaId()).isEqualTo(deadly);
            watch.passes(WorkRules.LEASE.plusMillis(1));
        }
        UUID next = queued();

        assertThat(queue.take(UUID.randomUUID()).block().mediaId()).isEqualTo(next);
        assertThat(media(deadly).state()).isEqualTo(MediaState.FAILED);
        assertThat(media(deadly).failure()).isEqualTo(MediaFailure.WORKER_LOST);
    }

    @Test
    void a_fault_of_the_file_is_final_and_any_other_is_tried_three_times_with_pauses() {
        UUID broken = queued();
        queue.fail(queue.take(UUID.randomUUID()).block(), MediaFailure.BROKEN).block();
        assertThat(media(broken).state()).isEqualTo(MediaState.FAILED);

        UUID unlucky = queued();
        for (int tries = 1; tries <= WorkRules.MOST_TRIES; tries++) {
            queue.fail(queue.take(UUID.randomUUID()).block(), MediaFailure.STORE)
                    .block();
            assertThat(queue.take(UUID.randomUUID()).block()).as("not at once").isNull();
            watch.passes(WorkRules.pauseAfter(tries));
        }
        assertThat(media(unlucky).state()).isEqualTo(MediaState.FAILED);
        assertThat(media(unlucky).failure()).isEqualTo(MediaFailure.STORE);
        assertThat(queue.take(UUID.randomUUID()).block()).isNull();
    }

    @Test
    void work_given_back_is_as_if_never_taken() {
        UUID id = queued();
        queue.giveBack(queue.take(UUID.randomUUID()).block()).block();

        assertThat(media(id).tries()).isZero();
        assertThat(queue.take(UUID.randomUUID()).block().tries()).isEqualTo(1);
    }

    private UUID queued() {
        UUID id = UUID.randomUUID();
        library.queue(new NewMedia(id, UUID.randomUUID(), UUID.randomUUID(), "a.mp4", "source/" + id, 5))
                .block();
        return id;
    }

    private MediaDocument media(UUID id) {
        return collections.media().find(id).block();
    }

    private static Made made() {
        return new Made(UUID.randomUUID(), "00", 1_000, List.of());
    }
}
