package cn.jiangxue.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One seeded site for all the classes of a run that ask for it by a {@link Site} parameter: seeding takes minutes. It is stopped after the last test. Who uses
 * it leaves people and courses as others may need them.
 */
final class SharedSite implements ParameterResolver {

    private static final Map<String, String> EVERY_GRADE_IS_DRAWN =
            Map.of("JIANGXUE_REEXAMINATION_SHAREBASISPOINTS", "10000");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Site resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Running.class, key -> new Running(), Running.class)
                .site;
    }

    /** Closed by JUnit with the run. */
    private static final class Running implements AutoCloseable {
        private final Path folder = folder();
        private final Site site = Site.start(folder.resolve("site"), EVERY_GRADE_IS_DRAWN);

        Running() {
            site.awaitSamples();
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("jiangxue-e2e");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            site.close();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
