package cn.jiangxue.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What can be said of {@code infra/compose.yaml} without an engine to run it: that it is well formed and keeps its promises. */
class ComposeTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path INFRA = infra();
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z0-9_]+)(:[-?][^}]*)?}");
    private static final Map<String, Object> FILE = read();

    @Test
    void it_follows_the_schema_of_compose() throws IOException {
        assertThat(errors(JSON.writeValueAsString(FILE))).isEmpty();
    }

    @Test
    void the_schema_notices_what_is_wrong() throws IOException {
        assertThat(errors("{\"services\": {\"a\": {\"imagee\": \"x\", \"mem_limit\": []}}}"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    static Stream<String> services() {
        return names("services").stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_runs_as_nobody_special_and_within_limits(String name) {
        Map<String, Object> service = map(map(FILE, "services"), name);

        assertThat(service.get("user")).as("user").asString().matches("[1-9][0-9]*:[0-9]+");
        assertThat(service).containsKeys("mem_limit", "init");
        assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(service.get("read_only")).isEqualTo(!name.equals("elasticsearch"));
        assertThat(service.get("privileged")).isNull();
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_that_stays_says_how_it_is_and_every_other_runs_to_its_end(String name) {
        Map<String, Object> service = map(map(FILE, "services"), name);

        if (name.endsWith("-init")) {
            assertThat(service.get("restart")).isEqualTo("on-failure");
        } else {
            assertThat(map(service, "healthcheck"))
                    .containsKeys("test", "interval", "timeout", "retries", "start_period");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void what_a_service_names_exists(String name) {
        Map<String, Object> service = map(map(FILE, "services"), name);

        assertThat(names("services")).containsAll(map(service, "depends_on").keySet());
        assertThat(names("networks")).containsAll(list(service, "networks"));
        for (String mount : list(service, "volumes")) {
            String source = mount.split(":")[0];
            if (source.startsWith(".")) {
                assertThat(INFRA.resolve(source)).exists();
            } else {
                assertThat(names("volumes")).contains(source);
            }
        }
        if (service.containsKey("build")) {
            assertThat(dockerfile()).contains(" AS " + map(service, "build").get("target"));
        } else {
            assertThat(service.get("image")).asString().matches(".+:.*[0-9].*").doesNotEndWith("latest");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void no_secret_stands_in_the_file(String name) {
        map(map(map(FILE, "services"), name), "environment").forEach((variable, value) -> {
            if (variable.matches(".*(PASSWORD|SECRET|ACCESS_KEY|KEYFILE).*")) {
                assertThat(value).as(variable).asString().matches("\\$\\{[A-Z0-9_]+:\\?.+}");
            }
        });
    }

    @Test
    void the_example_names_every_variable_and_no_other() throws IOException {
        Set<String> asked = VARIABLE.matcher(Files.readString(INFRA.resolve("compose.yaml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> given = Files.readAllLines(INFRA.resolve("compose.env.example")).stream()
                .filter(line -> line.matches("[A-Z0-9_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(given).isEqualTo(asked);
    }

    @Test
    void only_the_site_and_the_object_store_are_reached_from_outside() {
        Set<String> published = names("services").stream()
                .filter(name -> map(map(FILE, "services"), name).containsKey("ports"))
                .collect(Collectors.toSet());

        assertThat(published).containsExactlyInAnyOrder("ui", "minio");
        assertThat(map(map(FILE, "networks"), "stores")).containsEntry("internal", true);
    }

    @Test
    void elasticsearch_is_the_version_of_the_local_node() throws IOException {
        String version = Pattern.compile("<elasticsearch-server.version>([^<]+)<")
                .matcher(Files.readString(INFRA.resolve("../pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(dockerfile()).contains("elasticsearch/elasticsearch:" + version + " ");
    }

    private static List<Error> errors(String compose) throws IOException {
        try (InputStream schema = resource("/compose/compose_spec.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(withoutOldIds(JSON.readTree(schema)))
                    .validate(compose, InputFormat.JSON);
        }
    }

    /** The schema says draft 2019-09 and still has draft 4's "id" in places; the validator takes that for a rule it lacks. */
    private static JsonNode withoutOldIds(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("id").isString()) {
            object.remove("id");
        }
        schema.forEach(ComposeTest::withoutOldIds);
        return schema;
    }

    private static String dockerfile() {
        try {
            return Files.readString(INFRA.resolve("Dockerfile")) + " ";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> read() {
        try {
            // Resolves anchors and merges, as compose does before it validates.
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(INFRA.resolve("compose.yaml")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path infra() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("compose.yaml"))) {
            folder = Objects.requireNonNull(folder.getParent(), "compose.yaml was not found");
        }
        return folder;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ComposeTest.class.getResourceAsStream(name));
    }

    private static Set<String> names(String section) {
        return map(FILE, section).keySet();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> in, String key) {
        return (Map<String, Object>) in.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> in, String key) {
        return (List<String>) in.getOrDefault(key, List.of());
    }
}
