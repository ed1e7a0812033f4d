package cn.jiangxue.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.contract.MessageApi.Message;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.platform.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages over a real store. */
class MessagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate BY = LocalDate.of(2026, 12, 11);

    private final Caller zhang = caller();
    private final Caller li = caller();
    private Ground ground;
    private Messages messages;

    @BeforeEach
    void open() {
        ground = new Ground();
        ground.make(Messages.INDEXES.toArray(CollectionIndex[]::new));
        messages = new Messages(ground.documents, ground.clock);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    @Test
    void what_is_told_often_is_one_message() {
        UUID event = UUID.randomUUID();

        Flux.range(0, 20)
                .flatMap(i -> messages.keep(told(zhang), new EventMeta(event, ground.clock.instant())), 20)
                .blockLast(PATIENCE);

        assertThat(mine(zhang)).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo(event);
            assertThat(message.kind()).isEqualTo(MessageKind.PROMOTION_MORE_ASKED);
            assertThat(message.matter().zh()).isEqualTo("车工 · 五级");
            assertThat(message.actBy()).isEqualTo(BY);
            assertThat(message.at()).isEqualTo(ground.clock.instant());
            assertThat(message.read()).isFalse();
        });
        assertThat(unread(zhang)).isEqualTo(1);
    }

    @Test
    void what_was_read_and_is_told_again_stays_read() {
        UUID event = tell(zhang);
        messages.read(zhang, event).block(PATIENCE);

        messages.keep(told(zhang), new EventMeta(event, ground.clock.instant())).block(PATIENCE);

        assertThat(mine(zhang)).extracting(Message::read).containsExactly(true);
        assertThat(unread(zhang)).isZero();
    }

    @Test
    void one_is_read_and_again_changes_nothing() {
        UUID first = tell(zhang);
        UUID second = tell(zhang);

        Message read = messages.read(zhang, first).block(PATIENCE);
        Message again = messages.read(zhang, first).block(PATIENCE);

        assertThat(read.read()).isTrue();
        assertThat(again).isEqualTo(read);
        assertThat(mine(zhang)).extracting(Message::id).containsExactly(second, first);
        assertThat(mine(zhang)).extracting(Message::read).containsExactly(false, true);
        assertThat(unread(zhang)).isEqualTo(1);
    }

    @Test
    void reading_all_does_not_swallow_one_that_came_since() {
        tell(zhang);
        UUID seen = tell(zhang);
        UUID newer = tell(zhang);

        int left = messages.readUpTo(zhang, seen).block(PATIENCE).count();

        assertThat(left).isEqualTo(1);
        assertThat(mine(zhang))
                .filteredOn(message -> !message.read())
                .extracting(Message::id)
                .containsExactly(newer);
    }

    @Test
    void one_that_happened_earlier_and_was_told_late_is_new() {
        Instant happened = ground.clock.instant();
        ground.clock.advanceSeconds(60);
        UUID seen = tell(zhang);
        UUID late = UUID.randomUUID();
        ground.clock.advanceSeconds(1);
        messages.keep(told(zhang), new EventMeta(late, happened)).block(PATIENCE);

        messages.readUpTo(zhang, seen).block(PATIENCE);

        assertThat(mine(zhang)).extracting(Message::id).containsExactly(late, seen);
        assertThat(mine(zhang)).extracting(Message::read).containsExactly(false, true);
    }

    @Test
    void of_those_that_came_in_one_instant_the_ones_above_stay_unread() {
        for (int i = 0; i < 5; i++) {
            messages.keep(told(zhang), new EventMeta(UUID.randomUUID(), ground.clock.instant()))
                    .block(PATIENCE);
        }
        Message third = mine(zhang).get(2);

        messages.readUpTo(zhang, third.id()).block(PATIENCE);

        assertThat(mine(zhang)).extracting(Message::read).containsExactly(false, false, true, true, true);
    }

    @Test
    void everybody_has_their_own_only() {
        UUID own = tell(zhang);
        tell(li);

        assertThat(mine(zhang)).extracting(Message::id).containsExactly(own);
        assertThat(refusal(messages.read(li, own))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(messages.readUpTo(li, own))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(messages.read(li, UUID.randomUUID()))).isEqualTo(ProblemCode.NOT_FOUND);
        messages.readUpTo(zhang, own).block(PATIENCE);
        assertThat(unread(li)).isEqualTo(1);
    }

    @Test
    void the_list_is_read_page_by_page_newest_first() {
        List<UUID> told = Stream.generate(() -> tell(zhang)).limit(45).toList();

        Page<Message> first = messages.mine(zhang, null).block(PATIENCE);
        Page<Message> second = messages.mine(zhang, first.next()).block(PATIENCE);
        Page<Message> third = messages.mine(zhang, second.next()).block(PATIENCE);

        assertThat(third.next()).isNull();
        assertThat(Stream.of(first, second, third)
                        .flatMap(page -> page.items().stream())
                        .map(Message::id))
                .containsExactlyElementsOf(told.reversed());
        assertThat(refusal(Mono.defer(() -> messages.mine(zhang, "x")))).isEqualTo(ProblemCode.BAD_REQUEST);
    }

    @Test
    void unread_ones_are_counted_up_to_a_limit() {
        Flux.range(0, MessageApi.COUNT_MOST + 5).concatMap(i -> keep(zhang)).blockLast(PATIENCE);

        assertThat(unread(zhang)).isEqualTo(MessageApi.COUNT_MOST);
    }

    @Test
    void a_message_says_when_it_goes() {
        UUID id = tell(zhang);

        BsonDocument stored = Mono.from(ground.database
                        .getCollection(MessageDocument.COLLECTION, BsonDocument.class)
                        .find())
                .block(PATIENCE);

        assertThat(stored.getBinary("_id").asUuid()).isEqualTo(id);
        assertThat(Instant.ofEpochMilli(stored.getDateTime("expiresAt").getValue()))
                .isEqualTo(ground.clock.instant().plus(Duration.ofDays(365)).minusSeconds(1));
    }

    /** Told, and a second passes. */
    private UUID tell(Caller to) {
        UUID id = keep(to).block(PATIENCE);
        ground.clock.advanceSeconds(1);
        return id;
    }

    private Mono<UUID> keep(Caller to) {
        UUID event = UUID.randomUUID();
        return messages.keep(told(to), new EventMeta(event, ground.clock.instant()))
                .thenReturn(event);
    }

    private static PersonTold told(Caller to) {
        return new PersonTold(
                to.personId(),
                MessageKind.PROMOTION_MORE_ASKED,
                UUID.randomUUID(),
                new LocalText("车工 · 五级", "Turner, level 5"),
                new LocalText("临江市职业技能等级认定中心", "Linjiang Skill Assessment Centre"),
                BY);
    }

    private List<Message> mine(Caller who) {
        return messages.mine(who, null).block(PATIENCE).items();
    }

    private int unread(Caller who) {
        return messages.unread(who).block(PATIENCE).count();
    }

    private static ProblemCode refusal(Mono<?> call) {
        try {
            throw new AssertionError("was not refused but answered " + call.block(PATIENCE));
        } catch (ProblemException e) {
            return e.code();
        }
    }

    private static Caller caller() {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of());
    }
}
