package cn.jiangxue.auditor;

import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.StatedRecord;
import cn.jiangxue.proof.Tile;
import cn.jiangxue.proof.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the site handed out: heads as signed notes, leaf hashes as raw bytes or pages, records and statements as JSON pages. */
final class Exports {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record LeafPage(long from, List<String> leafHashes) {}

    record KeptRecord(
            long index,
            String id,
            @Nullable String salt,
            @Nullable String canonical) {

        Optional<Hash> leaf() {
            return salt == null || canonical == null
                    ? Optional.empty()
                    : Optional.of(new StatedRecord(index, salt, canonical, List.of()).leaf());
        }
    }

    record RecordPage(long from, List<KeptRecord> records) {}

    record Head(String note) {}

    record ProvenRecord(long index, String salt, String canonical, List<String> path) {

        StatedRecord stated() {
            return new StatedRecord(
                    index, salt, canonical, path.stream().map(Hash::ofHex).toList());
        }
    }

    /** A page of a statement, or the proof of one record: what the other has is absent. */
    record Statement(
            @Nullable String form,
            Head head,
            @Nullable String learnerId,
            @Nullable Long afterSeq,
            @Nullable Long seq,
            @Nullable Long availableMilli,
            @Nullable Long heldMilli,
            @Nullable List<ProvenRecord> entries,
            @Nullable List<Long> waitingSeqs,
            @Nullable ProvenRecord record) {}

    private Exports() {}

    static List<SignedNote> heads(Path file) {
        try {
            List<SignedNote> heads = SignedNote.parseAll(Files.readString(file));
            if (heads.isEmpty()) {
                throw new Unusable("unusable.heads", file);
            }
            heads.forEach(SignedNote::checkpoint);
            return heads;
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable("unusable.heads", file);
        }
    }

    /** A key as such, or a file with one. */
    static VerifierKey key(String keyOrFile) {
        try {
            return VerifierKey.parse(keyOrFile.contains("+") ? keyOrFile : Files.readString(Path.of(keyOrFile)));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable("unusable.key", keyOrFile);
        }
    }

    /** Leaf hashes in their order: a {@code .leaves} file, a file of JSON pages, or a folder of such. */
    static List<Hash> leaves(Path path) {
        try {
            if (path.toString().endsWith(".leaves")) {
                return Tile.hashes(Files.readAllBytes(path));
            }
            TreeMap<Long, LeafPage> pages = new TreeMap<>();
            for (Path file : files(path)) {
                read(file, LeafPage.class).forEach(page -> pages.put(page.from(), page));
            }
            List<Hash> leaves = new ArrayList<>();
            for (LeafPage page : pages.values()) {
                whole(page.from() == leaves.size(), path, leaves.size());
                page.leafHashes().forEach(hex -> leaves.add(Hash.ofHex(hex)));
            }
            return leaves;
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw new Unusable("unusable.leaves", path);
        }
    }

    /** Records in the order of the log; one whose leaf is gone from the list has no place of its own here. */
    static List<KeptRecord> records(Path path) {
        try {
            List<KeptRecord> records = new ArrayList<>();
            for (Path file : files(path)) {
                read(file, RecordPage.class).forEach(page -> records.addAll(page.records()));
            }
            records.sort(Comparator.comparingLong(KeptRecord::index));
            return records;
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw new Unusable("unusable.records", path);
        }
    }

    static List<Statement> statements(Path path) {
        try {
            List<Statement> pages = new ArrayList<>();
            for (Path file : files(path)) {
                pages.addAll(read(file, Statement.class));
            }
            return pages;
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw new Unusable("unusable.statement", path);
        }
    }

    private static void whole(boolean goesOn, Path path, long at) {
        if (!goesOn) {
            throw new Unusable("unusable.gap", path, at);
        }
    }

    /** Documents one after the other, or in one array. */
    private static <T> List<T> read(Path file, Class<T> type) throws IOException {
        try (MappingIterator<T> documents = JSON.readerFor(type).readValues(Files.readString(file))) {
            return documents.readAll();
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
