package cn.jiangxue.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.proof.Tile;
import cn.jiangxue.proof.TileId;
import cn.jiangxue.transparency.LogState.PendingLeaf;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class SequencerTest {

    private static final Duration PATIENCE = LogFixture.PATIENCE;

    @TempDir
    Path folder;

    private final AtomicReference<Asleep> reached = new AtomicReference<>();
    private Ground ground;
    private LogFixture log;

    @BeforeEach
    void open() {
        ground = new Ground();
        log = new LogFixture(ground, folder, false);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    @Test
    void leaves_stand_in_the_order_they_came_under_heads_that_are_signed_outside_too() {
        Sequencer sequencer = log.sequencer();
        for (int batch = 0; batch < 5; batch++) {
            log.offer(batch * 150, (batch + 1) * 150);
            sequencer.round().block(PATIENCE);
        }

        log.assertWhole(750);
        assertThat(log.publicLeaves())
                .startsWith(
                        Kept.note(0).leaf(), Kept.note(1).leaf(), Kept.note(2).leaf());
        assertThat(log.headsOutside())
                .extracting(head -> head.checkpoint().size())
                .containsExactly(0L, 150L, 300L, 450L, 600L, 750L);
    }

    @Test
    void more_than_a_batch_is_appended_in_one_round() {
        log.offer(0, 2 * Sequencer.BATCH + 10);

        log.sequencer().round().block(PATIENCE);

        log.assertWhole(2 * Sequencer.BATCH + 10);
    }

    @Test
    void a_leaf_handed_over_again_stands_once() {
        Sequencer sequencer = log.sequencer();
        log.offer(0, 10);
        sequencer.round().block(PATIENCE);
        log.offer(0, 12);
        log.offer(5, 12);
        sequencer.round().block(PATIENCE);

        log.assertWhole(12);
    }

    @Test
    void what_earlier_releases_kept_is_taken_in_a_page_at_a_time_and_goes_on_after_a_restart() {
        log.kept.keep(0, 11_000);
        Sequencer first = log.sequencer();
        first.round().block(PATIENCE);
        first.release().block(PATIENCE);
        assertThat(log.store.state().block(PATIENCE).cursor()).isEqualTo("9999");

        Sequencer second = log.sequencer();
        second.round().block(PATIENCE);

        log.assertWhole(11_000);
        assertThat(log.store.state().block(PATIENCE).lapEndedAt()).isNotNull();
    }

    @Test
    void what_was_never_handed_over_is_found_a_day_later() {
        Sequencer sequencer = log.sequencer();
        sequencer.round().block(PATIENCE);
        log.kept.keep(0, 3);
        sequencer.round().block(PATIENCE);
        assertThat(log.store.newestHead().block(PATIENCE).size()).isZero();

        ground.clock.advanceSeconds(Duration.ofHours(24).toSeconds());
        sequencer.round().block(PATIENCE);

        log.assertWhole(3);
    }

    @Test
    void a_source_that_grows_at_its_end_is_followed_at_every_round() {
        LogFixture following = new LogFixture(ground, folder, true);
        Sequencer sequencer = following.sequencer();
        for (int round = 1; round <= 4; round++) {
            following.kept.keep((round - 1) * 300, round * 300);
            sequencer.round().block(PATIENCE);

            following.assertWhole(round * 300);
        }
    }

    @Test
    void a_record_that_is_not_what_was_logged_is_noticed() {
        Sequencer sequencer = log.sequencer();
        log.kept.keep(0, 5);
        sequencer.round().block(PATIENCE);
        LoggedRecord true3 = Kept.note(3);
        log.kept.records.set(3, new LoggedRecord(true3.id(), true3.salt(), "note/1\nnumber=33\n", true3.cursor()));

        ground.clock.advanceSeconds(Duration.ofHours(25).toSeconds());
        sequencer.round().block(PATIENCE);

        assertThat(sequencer.altered()).hasValue(true3.id().toString());
        log.assertWhole(5);
    }

    @Test
    void another_waits_while_the_first_shows_signs_of_life_and_takes_over_when_it_does_not() {
        Sequencer first = log.sequencer();
        Sequencer second = log.sequencer();
        for (int round = 0; round < 3 * Sequencer.PATIENCE; round++) {
            first.round().block(PATIENCE);
            second.round().block(PATIENCE);
        }
        assertThat(first.isInForce()).isTrue();
        assertThat(second.isInForce()).isFalse();

        log.offer(0, 10);
        LogFixture.run(second);

        log.assertWhole(10);
        first.round().block(PATIENCE);
        assertThat(first.isInForce()).isFalse();
    }

    @Test
    void one_that_ends_by_itself_is_succeeded_at_once() {
        Sequencer first = log.sequencer();
        first.round().block(PATIENCE);
        first.release().block(PATIENCE);
        log.offer(0, 10);

        log.sequencer().round().block(PATIENCE);

        log.assertWhole(10);
    }

    @Test
    void many_at_once_lose_and_double_nothing() {
        List<Sequencer> racing = List.of(log.sequencer(), log.sequencer(), log.sequencer());
        Mono<Void> offering = Flux.range(0, 40)
                .concatMap(i -> Mono.fromRunnable(() -> log.offer(i * 50, i * 50 + 50))
                        .subscribeOn(Schedulers.boundedElastic()))
                .then();
        Flux<Void> rounds =
                Flux.fromIterable(racing).flatMap(one -> Flux.range(0, 60).concatMap(i -> one.round()), racing.size());

        Mono.when(offering, rounds).block(PATIENCE);
        racing.forEach(one -> one.round().block(PATIENCE));
        Sequencer last = log.sequencer();
        LogFixture.run(last);

        log.assertWhole(2_000);
    }

    /** Where a sequencer may fall asleep. */
    enum Asleep {
        BEFORE_DECIDING,
        BEFORE_TILES,
        BEFORE_PLACES,
        BEFORE_HEAD,
        BEFORE_SETTLING,
        BEFORE_FORGETTING_PARCELS
    }

    @ParameterizedTest
    @EnumSource
    void one_that_slept_and_wakes_after_another_went_on_changes_nothing(Asleep where) {
        Sinks.One<Boolean> alarm = Sinks.one();
        Sequencer sleeper = log.sequencer(sleeping(where, alarm));
        log.offer(0, 300);
        Disposable asleep = sleeper.round().subscribe();
        awaitAsleep(where);

        Sequencer other = log.sequencer();
        LogFixture.run(other);
        log.offer(300, 1_000);
        other.round().block(PATIENCE);
        alarm.tryEmitValue(true);
        await(asleep);
        log.offer(1_000, 1_010);
        sleeper.round().block(PATIENCE);
        other.round().block(PATIENCE);

        assertThat(sleeper.isInForce()).isFalse();
        log.assertWhole(1_010);
    }

    @Test
    void what_an_earlier_release_left_waiting_gets_one_place_also_where_its_batch_was_decided() {
        log.offer(0, 100);
        Disposable asleep = log.sequencer(sleeping(Asleep.BEFORE_PLACES, Sinks.one()))
                .round()
                .subscribe();
        awaitAsleep(Asleep.BEFORE_PLACES);
        asleep.dispose();
        Mono.from(ground.database.getCollection("log_notes_parcels").drop()).block(PATIENCE);
        leftByAnEarlierRelease(0, 700);
        log.offer(650, 800);

        LogFixture.run(log.sequencer());

        log.assertWhole(800);
        assertThat(log.publicLeaves().subList(100, 700))
                .isEqualTo(IntStream.range(100, 700)
                        .mapToObj(number -> Kept.note(number).leaf())
                        .toList());
    }

    /** Of a node that has not been replaced yet. */
    @Test
    void what_an_earlier_release_still_leaves_beside_this_one_gets_its_place_in_the_next_round() {
        Sequencer sequencer = log.sequencer();
        sequencer.round().block(PATIENCE);
        leftByAnEarlierRelease(0, 10);
        log.offer(5, 15);

        sequencer.round().block(PATIENCE);

        log.assertWhole(15);
    }

    private void leftByAnEarlierRelease(int from, int to) {
        List<Document> waiting = IntStream.range(from, to)
                .mapToObj(number -> new Document("_id", Kept.note(number).id())
                        .append("schema", 1)
                        .append("hash", new Binary(Kept.note(number).leaf().bytes()))
                        .append("waiting", "0000019a%016x".formatted(number)))
                .toList();
        Mono.from(ground.database.getCollection("log_notes_leaves").insertMany(waiting))
                .block(PATIENCE);
    }

    @Test
    void a_leaf_that_waits_is_asked_for_again_and_one_nobody_handed_over_is_not_there() {
        Sequencer sequencer = log.sequencer();
        sequencer.round().block(PATIENCE);
        log.offer(0, 10);

        assertThat(refused(3)).isEqualTo(ProblemCode.NOT_YET_LOGGED);
        assertThat(refused(10)).isEqualTo(ProblemCode.NOT_FOUND);

        sequencer.round().block(PATIENCE);
        assertThat(log.logs()
                        .inclusion(Kept.LOG, Kept.note(3).leaf(), null)
                        .block(PATIENCE)
                        .index())
                .isEqualTo(3);
        assertThat(refused(10)).isEqualTo(ProblemCode.NOT_FOUND);
    }

    private ProblemCode refused(int note) {
        return assertThrows(
                        ProblemException.class,
                        () -> log.logs()
                                .inclusion(Kept.LOG, Kept.note(note).leaf(), null)
                                .block(PATIENCE))
                .code();
    }

    @Test
    void a_log_that_contradicts_its_newest_head_outside_signs_no_more() {
        Sequencer sequencer = log.sequencer();
        log.offer(0, 300);
        sequencer.round().block(PATIENCE);
        sequencer.release().block(PATIENCE);
        byte[] other = log.store
                .tiles(List.of(new TileId(0, 1)))
                .block(PATIENCE)
                .values()
                .iterator()
                .next()
                .bytes();
        other[40] ^= 1;
        changeTile("0/1", other);

        assertDoubted("the tiles do not make the tree");
    }

    @Test
    void a_database_older_than_its_newest_head_signs_no_more() {
        Sequencer sequencer = log.sequencer();
        log.offer(0, 300);
        sequencer.round().block(PATIENCE);
        Mono.from(ground.database.getCollection("logs").deleteMany(Filters.empty()))
                .block(PATIENCE);

        assertDoubted("a head of 300 leaves was signed");
    }

    @Test
    void a_tree_rewritten_as_a_whole_does_not_pass_for_the_one_that_was_signed() throws Exception {
        Sequencer sequencer = log.sequencer();
        log.offer(0, 300);
        sequencer.round().block(PATIENCE);
        Mono.from(ground.database.drop()).block(PATIENCE);
        LeafQueue.indexes(Kept.LOG).forEach(ground::make);
        Path honest = folder.resolve("tree-heads/notes.heads");
        Path aside = folder.resolve("honest");
        Files.move(honest, aside);
        Files.delete(folder.resolve("tree-heads/notes.leaves"));
        log.offer(1, 301);
        Sequencer forger = log.sequencer();
        forger.round().block(PATIENCE);
        forger.release().block(PATIENCE);
        Files.move(aside, honest, StandardCopyOption.REPLACE_EXISTING);

        assertDoubted("the first 300 leaves are not those whose head was signed");
    }

    @Test
    void a_head_torn_by_an_interrupted_write_is_cut_off() throws Exception {
        Sequencer sequencer = log.sequencer();
        log.offer(0, 10);
        sequencer.round().block(PATIENCE);
        Files.writeString(
                folder.resolve("tree-heads/notes.heads"),
                "jiangxue.example/logs/notes\n999\nAAAA",
                StandardOpenOption.APPEND);

        log.offer(10, 20);
        sequencer.round().block(PATIENCE);

        log.assertWhole(20);
        assertThat(log.headsOutside()).hasSize(3);
    }

    @Test
    void the_files_outside_are_filled_up_where_another_node_appended_meanwhile() throws Exception {
        Sequencer here = log.sequencer();
        log.offer(0, 700);
        here.round().block(PATIENCE);
        Path leaves = folder.resolve("tree-heads/notes.leaves");
        byte[] all = Files.readAllBytes(leaves);
        here.release().block(PATIENCE);
        Files.write(leaves, Arrays.copyOf(all, 300 * 32));

        log.sequencer().round().block(PATIENCE);

        assertThat(Files.readAllBytes(leaves)).isEqualTo(all);
    }

    private void assertDoubted(String why) {
        Sequencer next = log.sequencer();
        for (int round = 0; round < 2 * Sequencer.PATIENCE; round++) {
            next.round().block(PATIENCE);
        }
        int heads = log.headsOutside().size();
        log.offer(2_000, 2_010);
        next.round().block(PATIENCE);

        assertThat(next.isInForce()).isFalse();
        assertThat(next.doubt()).hasValueSatisfying(text -> assertThat(text).startsWith(why));
        assertThat(log.headsOutside()).hasSize(heads);
    }

    private void changeTile(String id, byte[] hashes) {
        Mono.from(ground.database
                        .getCollection("log_notes_tiles")
                        .updateOne(Filters.eq("_id", id), Updates.set("hashes", new Binary(hashes))))
                .block(PATIENCE);
    }

    private void awaitAsleep(Asleep where) {
        Awaitility.await().atMost(PATIENCE).until(() -> reached.get() == where);
    }

    private static void await(Disposable asleep) {
        Awaitility.await().atMost(PATIENCE).until(asleep::isDisposed);
    }

    /** A store that lets the alarm ring before one of its writes. */
    private LogStore sleeping(Asleep where, Sinks.One<Boolean> alarm) {
        return new LogStore(ground.documents, Kept.LOG) {
            private <T> Mono<T> after(Asleep point, Mono<T> write) {
                return point == where
                        ? Mono.defer(() -> {
                            reached.set(point);
                            return alarm.asMono().then(write);
                        })
                        : write;
            }

            @Override
            Mono<Boolean> append(LogState own, LogState grown) {
                return after(Asleep.BEFORE_DECIDING, super.append(own, grown));
            }

            @Override
            Mono<Void> putTiles(List<Tile> grown) {
                return after(Asleep.BEFORE_TILES, super.putTiles(grown));
            }

            @Override
            Mono<Void> place(long first, List<PendingLeaf> batch) {
                return after(Asleep.BEFORE_PLACES, super.place(first, batch));
            }

            @Override
            Mono<Void> putHead(HeadDocument head) {
                return after(Asleep.BEFORE_HEAD, super.putHead(head));
            }

            @Override
            Mono<Boolean> settle(LogState own) {
                return after(Asleep.BEFORE_SETTLING, super.settle(own));
            }

            @Override
            Mono<Void> remove(List<LeafParcel> done) {
                return after(Asleep.BEFORE_FORGETTING_PARCELS, super.remove(done));
            }
        };
    }
}
