package cn.jiangxue.local.backup;

import cn.jiangxue.local.backup.Layout.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in an archive: a line of JSON about all of it, then one for each part.
 *
 * @param parts by name, in the order they were written
 */
record Manifest(Head head, Map<String, Part> parts) {
    static final String FORMAT = "jiangxue-backup/1";
    /** A film of an hour has some 4,000; each takes a few hundred bytes of memory while an archive is written or read. */
    static final int MOST_PARTS = 1_000_000;

    private static final int LONGEST_TEXT = 100_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxNestingDepth(10)
                            .build())
                    .build())
            // One value after the other is what it is.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * @param format changes when an older {@code ./restore} could not read it rightly
     * @param asOf everything acknowledged before this instant is inside
     * @param site the site's public address, empty when it never ran
     * @param changes entries of the document log inside
     * @param keys SHA-256 by name of every key that is needed to read what is inside
     * @param bytes of all parts, unpacked
     */
    record Head(
            String format,
            Kind kind,
            Instant asOf,
            String site,
            long changes,
            Map<String, String> keys,
            int parts,
            long bytes) {
        Head {
            Objects.requireNonNull(format);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(asOf);
            Objects.requireNonNull(site);
            keys = Map.copyOf(keys);
        }
    }

    /**
     * @param sha256 of the content, hexadecimal
     * @param attributes what the file system keeps beside the content: the object store has its content types there
     */
    record Part(String name, long bytes, String sha256, Map<String, byte[]> attributes) {
        Part {
            Objects.requireNonNull(name);
            Objects.requireNonNull(sha256);
            attributes = Map.copyOf(attributes);
        }
    }

    void writeTo(OutputStream out) throws IOException {
        line(out, head);
        for (Part part : parts.values()) {
            line(out, part);
        }
    }

    private static void line(OutputStream out, Object value) throws IOException {
        out.write(JSON.writeValueAsBytes(value));
        out.write('\n');
    }

    /** @throws Refused when it is not one, or of a kind that is not wanted here, or names what does not belong in an archive */
    static Manifest parse(InputStream in, Kind wanted) {
        try (JsonParser parser = JSON.createParser(in)) {
            Head head = JSON.readValue(parser, Head.class);
            check(head, wanted);
            Map<String, Part> parts = new LinkedHashMap<>();
            while (parser.nextToken() != null) {
                Part part = JSON.readValue(parser, Part.class);
                check(part, wanted);
                if (parts.put(part.name(), part) != null || parts.size() > MOST_PARTS) {
                    throw new Refused("archive.changed", ArchiveWriter.MANIFEST);
                }
            }
            check(head, parts);
            return new Manifest(head, parts);
        } catch (JacksonException e) {
            throw new Refused("archive.changed", ArchiveWriter.MANIFEST);
        }
    }

    private static void check(Head head, Kind wanted) {
        if (!head.format().equals(FORMAT)) {
            throw new Refused("archive.format", head.format(), FORMAT);
        }
        if (head.kind() != wanted) {
            throw new Refused(wanted == Kind.DATA ? "archive.is.keys" : "archive.is.data");
        }
    }

    private static void check(Part part, Kind wanted) {
        if (!wanted.holds(part.name())) {
            throw new Refused("archive.foreign", part.name());
        }
        if (part.bytes() < 0 || !Attributes.areModest(part)) {
            throw new Refused("archive.changed", part.name());
        }
    }

    private static void check(Head head, Map<String, Part> parts) {
        long bytes = parts.values().stream().mapToLong(Part::bytes).sum();
        if (parts.size() != head.parts() || bytes != head.bytes()) {
            throw new Refused("archive.changed", ArchiveWriter.MANIFEST);
        }
    }

    /** Sixteen digits by which two archives tell that they belong together. */
    static String fingerprint(Map<String, String> keys) {
        String all = keys.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(key -> key.getKey() + " " + key.getValue() + "\n")
                .collect(Collectors.joining());
        return Digests.of(all).substring(0, 16);
    }
}
