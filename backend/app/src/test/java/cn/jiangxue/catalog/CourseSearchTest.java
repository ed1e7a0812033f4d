package cn.jiangxue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.catalog.CatalogueQuery.Duration;
import cn.jiangxue.contract.CatalogApi.CatalogueResult;
import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.contract.CatalogApi.Facet;
import cn.jiangxue.contract.CatalogApi.FacetValue;
import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.local.elastic.SearchNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** Against a real node; against another cluster when {@code ELASTIC_TEST_URI} names one. */
class CourseSearchTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");
    private static final Function<String, LocalText> TRADES = code -> new LocalText("工种" + code, "Trade " + code);
    private static final Function<Grade, LocalText> GRADES = grade -> new LocalText(grade.name(), grade.name());

    private static final UUID CALIPER = id(1);
    private static final UUID LATHE = id(2);
    private static final UUID LOCKOUT = id(3);

    @TempDir
    static Path folder;

    private static SearchNode node;
    private static SearchClient client;
    private static CourseIndex index;
    private static CourseSearch search;

    @BeforeAll
    static void start() {
        String given = System.getenv("ELASTIC_TEST_URI");
        if (given == null) {
            node = SearchNode.start(folder, 0);
        }
        client = new SearchClient(given == null ? node.url() : given);
        index = new CourseIndex(client, Clock.systemUTC());
        search = new CourseSearch(client, TRADES, GRADES);
        index.rebuild(() -> Flux.fromIterable(sample()), done -> {}).block();
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        if (node != null) {
            node.close();
        }
    }

    @Test
    void a_course_is_found_by_a_chinese_word_of_its_title_and_the_word_is_marked() {
        CatalogueResult found = find("卡尺");

        assertThat(ids(found)).first().isEqualTo(CALIPER);
        assertThat(found.items().getFirst().highlightedTitle())
                .contains("<mark>")
                .contains("卡尺");
        assertThat(found.degraded()).isFalse();
    }

    @Test
    void a_course_is_found_by_english_by_its_trade_and_by_its_lessons() {
        assertThat(ids(find("lockout"))).containsExactly(LOCKOUT);
        assertThat(ids(find("车工"))).contains(CALIPER, LATHE);
        assertThat(ids(find("主轴转速"))).containsExactly(LATHE);
    }

    @Test
    void what_stands_in_a_title_can_not_become_markup() {
        var hostile = course(id(77), "<img src=x> 砂轮", "Grinding", "6-18-01-01", Grade.JUNIOR, 4, "", 1);
        index.put(hostile).block();
        refresh();

        assertThat(find("砂轮").items().getFirst().highlightedTitle())
                .contains("<mark>")
                .doesNotContain("<img");
        index.put(withdrawn(hostile)).block();
        refresh();
    }

    @Test
    void a_facet_keeps_its_counts_when_one_of_its_values_is_chosen() {
        var query = new CatalogueQuery(null, List.of("6-18-01-01"), List.of(), List.of(), null, Locale.CHINESE);

        CatalogueResult found = search.find(query).block();

        assertThat(counts(found, "trade")).containsEntry("6-18-01-01", 2L).containsEntry("6-31-01-03", 1L);
        assertThat(counts(found, "grade").values().stream().mapToLong(n -> n).sum())
                .isEqualTo(2);
        assertThat(ids(found)).containsExactlyInAnyOrder(CALIPER, LATHE);
    }

    @Test
    void durations_are_cut_at_8_and_24_class_hours() {
        assertThat(Duration.of(8)).isEqualTo(Duration.SHORT);
        assertThat(Duration.of(9)).isEqualTo(Duration.MEDIUM);
        assertThat(Duration.of(24)).isEqualTo(Duration.MEDIUM);
        assertThat(Duration.of(25)).isEqualTo(Duration.LONG);
    }

    @Test
    void titles_are_suggested_while_typing_also_from_the_middle() {
        assertThat(search.suggest("游标", Locale.CHINESE).block()).containsExactly("游标卡尺的使用与零件测量");
        assertThat(search.suggest("卡尺", Locale.CHINESE).block()).containsExactly("游标卡尺的使用与零件测量");
        assertThat(search.suggest("lock", Locale.ENGLISH).block()).containsExactly("Lockout and tagout");
        assertThat(search.suggest("没有这样的课", Locale.CHINESE).block()).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() {
        List<IndexedCourse> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(course(id(1_000 + i), "翻页课程" + i, "Paging " + i, "9-99-99-99", Grade.SENIOR, 30, "", 1));
        }
        Flux.fromIterable(many).concatMap(index::put).blockLast();
        refresh();

        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = search.find(new CatalogueQuery(
                            "翻页", List.of("9-99-99-99"), List.of(), List.of(), cursor, Locale.CHINESE))
                    .block();
            seen.addAll(ids(page));
            cursor = page.next();
        } while (cursor != null);
        Flux.fromIterable(many)
                .map(CourseSearchTest::withdrawn)
                .concatMap(index::put)
                .blockLast();
        refresh();

        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void an_older_state_never_overwrites_a_newer_one() {
        UUID id = id(88);
        index.put(course(id, "新版铣削", "Milling", "6-18-01-02", Grade.JUNIOR, 4, "", 5))
                .block();
        index.put(course(id, "旧版铣削", "Milling", "6-18-01-02", Grade.JUNIOR, 4, "", 4))
                .block();
        refresh();

        assertThat(find("铣削").items()).extracting(card -> card.title().zh()).containsExactly("新版铣削");
        index.put(withdrawn(course(id, "新版铣削", "Milling", "6-18-01-02", Grade.JUNIOR, 4, "", 6)))
                .block();
        refresh();
        assertThat(find("铣削").items()).isEmpty();
    }

    @Test
    void readers_find_courses_all_the_while_the_index_is_rebuilt() {
        var answers = Flux.range(0, 40)
                .delayElements(java.time.Duration.ofMillis(10))
                .concatMap(i ->
                        search.find(new CatalogueQuery("卡尺", List.of(), List.of(), List.of(), null, Locale.CHINESE)))
                .map(found -> ids(found).contains(CALIPER))
                .collectList()
                .toFuture();

        for (int i = 0; i < 3; i++) {
            index.rebuild(() -> Flux.fromIterable(sample()), done -> {}).block();
        }

        assertThat(answers.join()).doesNotContain(false);
    }

    @Test
    void an_engine_that_is_down_is_said_to_be_unavailable() throws Exception {
        try (var nowhere = new SearchClient("http://127.0.0.1:9")) {
            var lost = new CourseSearch(nowhere, TRADES, GRADES);

            assertThatThrownBy(() -> lost.find(
                                    new CatalogueQuery("卡尺", List.of(), List.of(), List.of(), null, Locale.CHINESE))
                            .block())
                    .isInstanceOf(SearchUnavailable.class);
        }
    }

    private static CatalogueResult find(String text) {
        return search.find(new CatalogueQuery(text, List.of(), List.of(), List.of(), null, Locale.CHINESE))
                .block();
    }

    private static List<UUID> ids(CatalogueResult result) {
        return result.items().stream().map(CourseCard::courseId).toList();
    }

    private static Map<String, Long> counts(CatalogueResult result, String facet) {
        return result.facets().stream()
                .filter(one -> one.name().equals(facet))
                .map(Facet::values)
                .flatMap(List::stream)
                .collect(Collectors.toMap(FacetValue::value, FacetValue::count));
    }

    private static void refresh() {
        client.call(es -> es.indices().refresh(request -> request.index(CourseIndex.ALIAS)))
                .block();
    }

    private static List<IndexedCourse> sample() {
        return List.of(
                course(CALIPER, "游标卡尺的使用与零件测量", "Using a vernier caliper", "6-18-01-01", Grade.JUNIOR, 8, "", 1),
                course(LATHE, "数控车床对刀操作", "Tool setting on a CNC lathe", "6-18-01-01", Grade.SENIOR, 30, "先确认主轴转速", 1),
                course(LOCKOUT, "停电验电挂牌上锁", "Lockout and tagout", "6-31-01-03", Grade.JUNIOR, 16, "", 1));
    }

    private static IndexedCourse course(
            UUID id, String zh, String en, String trade, Grade grade, int hours, String body, long revision) {
        var names = Map.of(
                "6-18-01-01", new LocalText("车工", "Lathe operator"),
                "6-31-01-03", new LocalText("电工", "Electrician"));
        var card = new CourseCard(
                id,
                1,
                new LocalText(zh, en),
                new LocalText("", ""),
                new Occupation(trade, names.getOrDefault(trade, new LocalText("其他", "Other"))),
                grade,
                hours,
                60,
                null,
                new LocalText("学院", "College"),
                null,
                null);
        return new IndexedCourse(card, new LocalText(body, ""), revision, true, MONDAY);
    }

    private static IndexedCourse withdrawn(IndexedCourse course) {
        return new IndexedCourse(course.card(), course.body(), course.revision() + 1, false, course.publishedAt());
    }

    private static UUID id(int n) {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L | n);
    }
}
