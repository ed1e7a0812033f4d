package cn.jiangxue.reexamination;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.promotion.DecidedCases.Parts;
import cn.jiangxue.promotion.GradeDecided;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a page of a list costs does not grow with what was drawn before: documents the store had to look at. */
class ReexaminationCostTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final LocalText NAME = new LocalText("车工", "Turner");
    private static final Instant THEN = Instant.parse("2026-11-20T04:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 18);
    private static final int PAGE = 21;
    private static final int LONG = 3_000;
    private static final String PERIOD = "2026-Q4";

    private final UUID union = UUID.randomUUID();
    private final UUID brief = UUID.randomUUID();
    private final UUID longer = UUID.randomUUID();
    private DocumentStore documents;
    private MongoClient client;
    private ReexaminationStore store;

    @BeforeEach
    void open() {
        documents = DocumentStore.temporary();
        client = MongoClients.create(PlatformConfiguration.clientSettings(documents.uri()));
        MongoDatabase database = client.getDatabase("cost");
        Clock clock = Clock.systemUTC();
        Events events = new Events(database.getCodecRegistry(), clock);
        store = new ReexaminationStore(
                new DocumentsFactory(database),
                events,
                new Outbox(database, events, clock, List.of(), List.of()),
                clock);
        Flux.fromIterable(ReexaminationStore.INDEXES)
                .concatMap(index -> database.getCollection(index.collection()).createIndex(index.keys()))
                .then()
                .block(PATIENCE);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        documents.close();
    }

    @Test
    void pages_cost_the_same_after_thirty_grades_and_after_three_thousand() {
        fill(brief, 30);
        fill(longer, LONG);

        same(who -> store.drawn(who, PERIOD, null, PAGE));
        same(who -> store.draws(who, PERIOD, null, PAGE));
        assertThat(examined(() -> store.open(union, UUID.randomUUID(), null, PAGE)))
                .as("what is closed is not looked at")
                .isEqualTo(10);
    }

    private void same(Function<UUID, Mono<?>> read) {
        assertThat(examined(() -> read.apply(brief))).isEqualTo(PAGE);
        assertThat(examined(() -> read.apply(longer))).isEqualTo(PAGE);
    }

    private long examined(Supplier<Mono<?>> read) {
        long before = documents.documentsExamined();
        read.get().block(PATIENCE);
        return documents.documentsExamined() - before;
    }

    /** All but five are closed. */
    private void fill(UUID institution, int grades) {
        Flux.range(0, grades)
                .flatMap(
                        i -> {
                            GradeDecided grade = grade(institution);
                            List<UUID> within = List.of(union, institution);
                            var drawn = ReexaminationDocument.drawn(
                                    grade,
                                    within,
                                    new Parts(grade.personId(), Set.of(grade.officerId()), Set.of()),
                                    PERIOD,
                                    DUE,
                                    THEN.plusSeconds(i));
                            return store.insert(DrawDocument.of(grade, PERIOD, 7, true))
                                    .then(store.insert(
                                            i < 5 ? drawn : drawn.next(ReexaminationState.UPHELD, drawn.file(), null)));
                        },
                        16)
                .then()
                .block(PATIENCE);
    }

    private static GradeDecided grade(UUID institution) {
        return new GradeDecided(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "6-18-01-01",
                NAME,
                "2026",
                Grade.INTERMEDIATE,
                NAME,
                NAME,
                institution,
                NAME,
                UUID.randomUUID(),
                UUID.randomUUID(),
                LocalDate.of(2026, 11, 20),
                THEN);
    }
}
