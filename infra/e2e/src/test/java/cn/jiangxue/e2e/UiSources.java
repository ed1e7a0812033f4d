package cn.jiangxue.e2e;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the pages are made of, read from their sources: a page or dialog that is added there is missed here until a tour goes there. */
final class UiSources {

    private static final Path JAVA = Site.tree().resolve("ui/src/main/java/cn/jiangxue/ui");
    private static final Path TEXTS = Site.tree().resolve("ui/src/main/resources/texts");
    private static final Pattern ROUTE = Pattern.compile("@Route\\(\\s*(?:value = )?\"([^\"]*)\"");
    private static final Pattern DIALOG = Pattern.compile("extends (?:Form)?Dialog\\b|new (?:Form|Confirm)?Dialog\\(");

    private UiSources() {}

    /** The templates of all routes. Fails when one is written in a way that this does not read. */
    static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        sources().forEach((file, source) -> {
            Matcher route = ROUTE.matcher(source);
            if (source.contains("@Route") && !route.find()) {
                throw new IllegalStateException(file + " has a route that cannot be read");
            }
            if (source.contains("@Route")) {
                routes.add(route.group(1));
            }
        });
        return routes;
    }

    /** The classes that make a dialog, by their simple names. */
    static Set<String> dialogs() {
        Set<String> dialogs = new TreeSet<>();
        sources().forEach((file, source) -> {
            if (DIALOG.matcher(source).find() && !file.equals("FormDialog")) {
                dialogs.add(file);
            }
        });
        return dialogs;
    }

    private static Map<String, String> sources() {
        Map<String, String> sources = new HashMap<>();
        try (var files = Files.walk(JAVA)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    /** Every text of the pages by its key. */
    static Map<String, String> texts(Language language) {
        Map<String, String> texts = new HashMap<>();
        try (var files = Files.list(TEXTS)) {
            for (Path file : files.toList()) {
                boolean english = file.toString().endsWith("_en.properties");
                if (english == (language == Language.ENGLISH)) {
                    read(file).forEach((key, value) -> texts.put((String) key, ((String) value).replace("''", "'")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
