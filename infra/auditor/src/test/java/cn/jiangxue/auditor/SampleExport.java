package cn.jiangxue.auditor;

import cn.jiangxue.proof.CanonicalForm;
import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Frontier;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.ProofShape;
import cn.jiangxue.proof.RightEdge;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.StatedRecord;
import cn.jiangxue.proof.Tile;
import cn.jiangxue.proof.TileId;
import cn.jiangxue.proof.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** A small log with one learner's entries in it, written as the site hands it out. */
final class SampleExport {

    static final String LI = "00000000-0000-0000-0000-000000000001";
    static final int ENTRIES = 40;

    private static final String ORIGIN = "jiangxue.example/logs/ledger";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Path folder;
    final List<StatedRecord> records = new ArrayList<>();
    private final KeyPair pair = pair();

    SampleExport(Path folder) {
        this.folder = folder;
        for (int seq = 1; seq <= ENTRIES; seq++) {
            records.add(new StatedRecord(seq - 1, "%032x".formatted(seq), form(seq, 100 * seq), List.of()));
        }
    }

    static String form(int seq, int milli) {
        CanonicalForm form = new CanonicalForm("jiangxue-ledger-entry/1");
        form.line("learner", LI);
        form.line("seq", seq);
        form.line("leg", "learner:" + LI + " available " + milli);
        form.line("balanceAfter", 50 * seq * (seq + 1));
        return form.text();
    }

    VerifierKey key() {
        byte[] encoded = pair.getPublic().getEncoded();
        return new VerifierKey(ORIGIN, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    /** Heads of these sizes, of the records as they are now. */
    String heads(int... sizes) {
        return write(
                "ledger.heads",
                Arrays.stream(sizes)
                        .mapToObj(this::head)
                        .map(SignedNote::written)
                        .collect(Collectors.joining()));
    }

    SignedNote head(int size) {
        String text = new Checkpoint(
                        ORIGIN,
                        size,
                        Frontier.EMPTY.append(leaves().subList(0, size)).root())
                .text();
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(text, List.of(key().signature(signer.sign())));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    List<Hash> leaves() {
        return records.stream().map(StatedRecord::leaf).toList();
    }

    String leaves(String name, List<Hash> leaves) {
        try {
            return Files.write(folder.resolve(name), Tile.bytes(leaves)).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As two pages of the interface. */
    String leafPages(String name, List<Hash> leaves) {
        return write(name, page(0, leaves.subList(0, 25)) + "\n" + page(25, leaves.subList(25, leaves.size())));
    }

    private static String page(int from, List<Hash> leaves) {
        return JSON.writeValueAsString(Map.of(
                "log",
                "ledger",
                "from",
                from,
                "leafHashes",
                leaves.stream().map(Hash::hex).toList()));
    }

    String recordPage(String name) {
        return write(
                name,
                JSON.writeValueAsString(Map.of(
                        "from",
                        0,
                        "records",
                        records.stream().map(SampleExport::kept).toList())));
    }

    private static Map<String, Object> kept(StatedRecord record) {
        Map<String, Object> kept = new HashMap<>(Map.of("index", record.index(), "id", "id-" + record.index()));
        if (!record.canonical().isEmpty()) {
            kept.put("salt", record.salt());
            kept.put("canonical", record.canonical());
        }
        return kept;
    }

    /** The whole account in two pages under the head of all entries; {@code shown} is what it shows. */
    String statement(String name, List<StatedRecord> shown, SignedNote head) {
        Map<TileId, Tile> tiles = new HashMap<>();
        RightEdge.of(0, tiles::get).append(leaves()).forEach(tile -> tiles.put(tile.id(), tile));
        List<Map<String, Object>> entries = shown.stream()
                .map(record -> Map.<String, Object>of(
                        "index",
                        record.index(),
                        "salt",
                        record.salt(),
                        "canonical",
                        record.canonical(),
                        "path",
                        ProofShape.inclusion(record.index(), ENTRIES).stream()
                                .map(subtree -> subtree.hash(tiles::get).hex())
                                .toList()))
                .toList();
        return write(
                name,
                IntStream.of(0, 25)
                        .mapToObj(from -> JSON.writeValueAsString(Map.of(
                                "form",
                                "jiangxue-statement/1",
                                "head",
                                Map.of("note", head.written(), "size", ENTRIES),
                                "learnerId",
                                LI,
                                "afterSeq",
                                from,
                                "seq",
                                ENTRIES,
                                "availableMilli",
                                50 * ENTRIES * (ENTRIES + 1),
                                "heldMilli",
                                0,
                                "entries",
                                entries.subList(from, from == 0 ? 25 : entries.size()),
                                "waitingSeqs",
                                List.of())))
                        .collect(Collectors.joining("\n")));
    }

    String write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
