package cn.jiangxue.frameworks.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file on the class path beside the class that owns it. A key written twice is refused. */
public final class DataFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private DataFile() {}

    /**
     * The root of a file.
     *
     * @param owner the class whose package the name is relative to
     * @throws BadData when the file is missing or is not one YAML document
     */
    public static DataNode read(Class<?> owner, String name) {
        return parse(name, text(owner, name));
    }

    /** The root of a document given as text; {@code name} only serves the messages. */
    public static DataNode parse(String name, String yaml) {
        requireText(name, yaml);
        try {
            return DataNode.root(name, YAML.readTree(yaml));
        } catch (JacksonException malformed) {
            throw Unreadable.because(name, malformed);
        }
    }

    /**
     * Refuses what is no text at all, such as a picture or a file in another encoding.
     *
     * @throws BadData with the place of the first character that cannot be read
     */
    public static void requireText(String name, String text) {
        Unreadable.noText(name, text).ifPresent(bad -> {
            throw bad;
        });
    }

    /** A text file as it stands, UTF-8. */
    public static String text(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new BadData(name, "", "the file is missing from the class path beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new BadData(name, "", "cannot be read: " + unreadable.getMessage());
        }
    }
}
