package cn.jiangxue.local.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the product asks of an Elasticsearch. Every node it may run on passes this suite. */
abstract class SearchContract {
    private static final String MAPPING = """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
             "mappings": {"dynamic": "strict", "properties": {
               "title": {"type": "text", "analyzer": "ik_max_word", "search_analyzer": "ik_smart"},
               "suggest": {"type": "completion", "analyzer": "ik_smart"},
               "trade": {"type": "keyword"},
               "grade": {"type": "keyword"},
               "minutes": {"type": "integer"}}}}""";

    private static final List<String> COURSES = List.of(
            course("数控车床操作入门", "6-18-01-01", "L5", 40),
            course("数控铣床编程", "6-18-01-02", "L4", 90),
            course("焊条电弧焊安全操作规程", "6-18-02-04", "L5", 25),
            course("养老护理员沟通技巧", "4-10-01-05", "L5", 60),
            course("Excel 与 CNC 数据记录", "6-18-01-01", "L3", 120));

    private final String index = "contract-" + UUID.randomUUID();

    abstract Http node();

    @BeforeEach
    void fill() {
        assertThat(node().put("/" + index, MAPPING).status()).isEqualTo(200);
        String lines = IntStream.range(0, COURSES.size())
                .mapToObj(i -> "{\"index\":{\"_id\":\"" + i + "\"}}\n" + COURSES.get(i) + "\n")
                .collect(Collectors.joining());
        JsonNode bulk = node().post("/" + index + "/_bulk?refresh=true", lines).body();
        assertThat(bulk.path("errors").asBoolean()).as(bulk.toString()).isFalse();
    }

    @AfterEach
    void clear() {
        node().delete("/" + index);
    }

    @ParameterizedTest
    @CsvSource({
        "ik_smart, 数控车床操作, 数控车床|操作",
        "ik_max_word, 数控车床操作, 数控车床|数控|车床|操作",
        "smartcn, 机床操作, 机床|操作",
        "cjk, 车床操作, 车床|床操|操作",
    })
    void chinese_text_falls_into_its_words(String analyzer, String text, String words) {
        JsonNode answer = node().post("/" + index + "/_analyze", """
                {"analyzer": "%s", "text": "%s"}""".formatted(analyzer, text))
                .body();

        assertThat(texts(answer.path("tokens"), "token")).containsExactly(words.split("\\|"));
    }

    @Test
    void a_tokenizer_of_chinese_serves_an_analyzer_of_ones_own() {
        String own = index + "-own";
        var made = node().put("/" + own, """
                {"settings": {"analysis": {"analyzer": {
                   "plain": {"tokenizer": "ik_max_word", "filter": ["cjk_width", "lowercase"]},
                   "model": {"tokenizer": "smartcn_tokenizer", "filter": ["lowercase"]}}}}}""");
        JsonNode plain = node().post("/" + own + "/_analyze", """
                {"analyzer": "plain", "text": "ＣＮＣ车床"}""").body();
        JsonNode model = node().post("/" + own + "/_analyze", """
                {"analyzer": "model", "text": "操作规程"}""").body();
        node().delete("/" + own);

        assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
        assertThat(texts(plain.path("tokens"), "token")).contains("cnc", "车床");
        assertThat(texts(model.path("tokens"), "token")).containsExactly("操作", "规程");
    }

    @Test
    void a_word_finds_the_courses_that_contain_it_and_shows_where() {
        JsonNode answer = search("""
                {"query": {"match": {"title": {"query": "车床", "operator": "and"}}},
                 "highlight": {"fields": {"title": {}}, "pre_tags": ["<mark>"], "post_tags": ["</mark>"]}}""");

        assertThat(ids(answer)).containsExactly("0");
        assertThat(answer.at("/hits/hits/0/highlight/title/0").asString())
                .contains("<mark>")
                .contains("车床");
    }

    @Test
    void suggestions_come_while_one_types() {
        JsonNode answer = search("""
                {"suggest": {"s": {"prefix": "数控", "completion": {"field": "suggest", "size": 5}}}}""");

        assertThat(texts(answer.at("/suggest/s/0/options"), "text")).containsExactlyInAnyOrder("数控车床操作入门", "数控铣床编程");
    }

    @Test
    void facets_count_what_the_filter_leaves() {
        JsonNode answer = search("""
                {"size": 0, "query": {"bool": {"filter": [{"term": {"grade": "L5"}}]}}, "track_total_hits": 1000,
                 "aggs": {"trade": {"terms": {"field": "trade"}},
                          "minutes": {"range": {"field": "minutes",
                            "ranges": [{"key": "short", "to": 30}, {"key": "long", "from": 30}]}}}}""");

        assertThat(answer.at("/hits/total/value").asInt()).isEqualTo(3);
        assertThat(texts(answer.at("/aggregations/trade/buckets"), "key"))
                .containsExactlyInAnyOrder("6-18-01-01", "6-18-02-04", "4-10-01-05");
        assertThat(answer.at("/aggregations/minutes/buckets/0/doc_count").asInt())
                .isEqualTo(1);
        assertThat(answer.at("/aggregations/minutes/buckets/1/doc_count").asInt())
                .isEqualTo(2);
    }

    @Test
    void pages_follow_a_sort_key_over_a_point_in_time() {
        String pit = node().post("/" + index + "/_pit?keep_alive=1m", "")
                .body()
                .path("id")
                .asString();
        String page = """
                {"size": 2, "sort": [{"minutes": "asc"}], "pit": {"id": "%s", "keep_alive": "1m"} %s}""";

        JsonNode first = node().post("/_search", page.formatted(pit, "")).body();
        JsonNode second = node().post(
                        "/_search",
                        page.formatted(
                                pit,
                                ", \"search_after\": "
                                        + first.at("/hits/hits/1/sort").toString()))
                .body();

        assertThat(ids(first)).containsExactly("2", "0");
        assertThat(ids(second)).containsExactly("3", "1");
    }

    @Test
    void an_alias_moves_from_one_index_to_the_next_in_one_step() {
        String alias = index + "-live";
        String next = index + "-next";
        node().put("/" + next, MAPPING);
        node().post("/_aliases", """
                {"actions": [{"add": {"index": "%s", "alias": "%s"}}]}""".formatted(index, alias));

        var moved = node().post("/_aliases", """
                {"actions": [{"remove": {"index": "%s", "alias": "%s"}},
                             {"add": {"index": "%s", "alias": "%s"}}]}""".formatted(index, alias, next, alias));
        JsonNode behind = node().get("/_alias/" + alias).body();
        node().delete("/" + next);

        assertThat(moved.status()).isEqualTo(200);
        assertThat(behind.propertyNames()).containsExactly(next);
    }

    @Test
    void a_field_that_was_not_declared_is_refused() {
        assertThat(node().put("/" + index + "/_doc/x", "{\"secret\": \"x\"}").status())
                .isEqualTo(400);
    }

    private JsonNode search(String body) {
        var answer = node().post("/" + index + "/_search", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> ids(JsonNode answer) {
        return texts(answer.at("/hits/hits"), "_id");
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }

    private static String course(String title, String trade, String grade, int minutes) {
        return "{\"title\":\"%s\",\"suggest\":\"%s\",\"trade\":\"%s\",\"grade\":\"%s\",\"minutes\":%d}"
                .formatted(title, title, trade, grade, minutes);
    }
}
