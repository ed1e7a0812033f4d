package cn.jiangxue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CatalogApi.CatalogueResult;
import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CompletionRules;
import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.local.elastic.SearchNode;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.vocabulary.GradeNames;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine loses everything while the service runs: a real node is killed and its folder wiped. */
class LostIndexTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalText NONE = new LocalText("", "");

    @TempDir
    Path folder;

    private final Ground ground = new Ground();
    private final Documents<CourseDocument> courses =
            ground.documents.of(CourseDocument.COLLECTION, CourseDocument.class);
    private final Documents<VersionDocument> versions =
            ground.documents.of(VersionDocument.COLLECTION, VersionDocument.class);
    private SearchNode node;
    private SearchClient client;
    private CourseIndex index;
    private Catalogue catalogue;
    private IndexWatch watch;

    @BeforeEach
    void start() throws IOException {
        int port = freePort();
        node = SearchNode.start(folder.resolve("node"), port);
        client = new SearchClient(node.url());
        index = new CourseIndex(client, Clock.systemUTC());
        var search = new CourseSearch(client, code -> NONE, GradeNames::of);
        catalogue = new Catalogue(courses, versions, index, search, Clock.systemUTC());
        watch = new IndexWatch(catalogue, Duration.ofMillis(250));
    }

    @AfterEach
    void stop() throws Exception {
        watch.stop();
        client.close();
        node.close();
        ground.close();
    }

    @Test
    void an_engine_that_comes_back_empty_is_filled_again_without_anybodys_help() throws Exception {
        CourseDocument caliper = publish("游标卡尺的使用");
        publish("卡尺的保养");
        watch.start();
        awaitFound(2);

        killNodeAndWipeItsFolder();
        assertThat(find().degraded()).isTrue();
        assertThat(find().items()).hasSize(2);
        node = SearchNode.start(folder.resolve("node"), portOf(node));
        catalogue.onChanged(new CourseChanged(caliper.id(), 1, false)).block();

        awaitFound(2);
    }

    @Test
    void a_change_made_while_the_engine_was_down_is_found_soon_after_it_is_back() throws Exception {
        CourseDocument caliper = publish("游标卡尺的使用");
        watch.start();
        awaitFound(1);

        kill();
        var renamed = caliper.published(card(caliper.id(), "千分尺的使用"), MONDAY, List.of());
        courses.replace(caliper.id(), caliper.revision(), renamed).block();
        versions.insert(version(caliper.id(), 2, "千分尺的使用")).block();
        catalogue
                .onChanged(new CourseChanged(caliper.id(), 2, false))
                .onErrorComplete(SearchUnavailable.class)
                .block();
        node = SearchNode.start(folder.resolve("node"), portOf(node));

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(find("千分尺").degraded()).isFalse();
            assertThat(find("千分尺").items()).hasSize(1);
        });
    }

    @Test
    void a_course_withdrawn_while_there_is_no_index_leaves_none_in_the_way_of_the_alias() {
        CourseDocument caliper = publish("游标卡尺的使用");
        courses.replace(caliper.id(), caliper.revision(), caliper.withdrawn(MONDAY, List.of()))
                .block();

        catalogue.onChanged(new CourseChanged(caliper.id(), 1, false)).block();
        publish("卡尺的保养");
        watch.start();

        awaitFound(1);
    }

    @Test
    void courses_the_engine_alone_lost_are_noticed_by_their_number() {
        publish("游标卡尺的使用");
        CourseDocument lost = publish("卡尺的保养");
        watch.start();
        awaitFound(2);

        client.call(es -> es.delete(request -> request.index(CourseIndex.ALIAS)
                        .id(lost.id().toString())
                        .refresh(co.elastic.clients.elasticsearch._types.Refresh.True)))
                .block();
        assertThat(find().items()).hasSize(1);

        awaitFound(2);
    }

    private void awaitFound(int number) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            CatalogueResult found = find();
            assertThat(found.degraded()).isFalse();
            assertThat(found.items()).hasSize(number);
        });
    }

    private CatalogueResult find() {
        return find("卡尺");
    }

    private CatalogueResult find(String text) {
        return catalogue
                .find(new CatalogueQuery(text, List.of(), List.of(), List.of(), null, Locale.CHINESE))
                .block();
    }

    private void killNodeAndWipeItsFolder() throws IOException {
        kill();
        try (var files = Files.walk(folder.resolve("node"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void kill() {
        ProcessHandle process = ProcessHandle.of(node.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static int portOf(SearchNode node) {
        return java.net.URI.create(node.url()).getPort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private CourseDocument publish(String title) {
        UUID id = UUID.randomUUID();
        VersionDocument version = version(id, 1, title);
        var made = CourseDocument.made(
                        id,
                        version.organisationId(),
                        version.content(),
                        MONDAY,
                        ground.events.store(new CourseChanged(id, 1, false)))
                .published(card(id, title), MONDAY, List.of());
        versions.insert(version).block();
        courses.insert(made).block();
        return made;
    }

    private static VersionDocument version(UUID id, int version, String title) {
        var text = new Lesson(UUID.randomUUID(), LessonKind.TEXT, NONE, new LocalText("正文", ""), null, null, 5);
        var content = new CourseContent(
                new LocalText(title, ""),
                NONE,
                "6-18-01-01",
                Grade.JUNIOR,
                8,
                null,
                new CompletionRules(90, 0, 0),
                List.of(new Chapter(UUID.randomUUID(), NONE, List.of(text))));
        return new VersionDocument(
                VersionDocument.key(id, version),
                VersionDocument.SCHEMA,
                id,
                version,
                UUID.randomUUID(),
                content,
                List.of(),
                MONDAY);
    }

    private static CourseCard card(UUID id, String title) {
        return new CourseCard(
                id,
                1,
                new LocalText(title, ""),
                NONE,
                new Occupation("6-18-01-01", new LocalText("车工", "Lathe operator")),
                Grade.JUNIOR,
                8,
                60,
                null,
                new LocalText("学院", "College"),
                null,
                null);
    }
}
