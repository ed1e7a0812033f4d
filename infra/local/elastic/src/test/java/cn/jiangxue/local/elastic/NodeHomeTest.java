package cn.jiangxue.local.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.elasticsearch.plugin.NamedComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NodeHomeTest {
    private static final List<String> PLUGINS = List.of("analysis-zh", "analysis-cjk");

    @Test
    void the_home_that_was_built_holds_the_jars_that_were_listed() {
        assertThatCode(NodeHome.locate()::verify).doesNotThrowAnyException();
    }

    @Test
    void a_changed_a_missing_and_an_added_jar_are_each_named(@TempDir Path copy) throws IOException {
        copy(NodeHome.locate().folder(), copy);
        Files.write(copy.resolve("lib/joni-2.2.6.jar"), new byte[] {0}, StandardOpenOption.APPEND);
        Files.delete(copy.resolve("lib/hppc-0.8.1.jar"));
        Files.write(copy.resolve("lib/stranger.jar"), new byte[] {0});

        assertThatThrownBy(new NodeHome(copy)::verify)
                .hasMessageContaining("joni-2.2.6.jar has another SHA-256")
                .hasMessageContaining("hppc-0.8.1.jar is missing")
                .hasMessageContaining("stranger.jar is not listed");
    }

    @Test
    void each_plugin_names_exactly_its_components() throws Exception {
        for (String plugin : PLUGINS) {
            JsonNode kinds = JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(
                            NodeHome.locate().folder().resolve("plugins/" + plugin + "/named_components.json")));
            var named = new TreeSet<String>();
            for (var kind : kinds.properties()) {
                for (var component : kind.getValue().properties()) {
                    Class<?> type = Class.forName(component.getValue().asString());
                    assertThat(type.getAnnotation(NamedComponent.class).value()).isEqualTo(component.getKey());
                    assertThat(type.getInterfaces()).extracting(Class::getName).containsExactly(kind.getKey());
                    named.add(type.getSimpleName());
                }
            }
            assertThat(named).isEqualTo(factories(plugin.substring("analysis-".length())));
        }
    }

    private static TreeSet<String> factories(String packageName) throws Exception {
        Path classes = Path.of(NodeHome.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve("cn/jiangxue/local/elastic/analysis/" + packageName))) {
            var names = new TreeSet<String>();
            files.map(file -> file.getFileName().toString().replace(".class", ""))
                    .filter(name -> name.endsWith("Factory"))
                    .forEach(names::add);
            return names;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
