package cn.jiangxue.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.ground.Ground;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Frontier;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.Tile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** One log over a real store, and what can be said of it from the outside. */
final class LogFixture {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String ADDRESS = "https://jiangxue.example";

    final Ground ground;
    final Path folder;
    final Kept kept;
    final HeadSigner signer;
    final LeafQueue queue;
    final LogStore store;

    LogFixture(Ground ground, Path folder, boolean growsAtItsEnd) {
        this.ground = ground;
        this.folder = folder;
        this.kept = new Kept(growsAtItsEnd);
        this.signer = new HeadSigner(new KeyFolder(folder.resolve("keys")), ADDRESS, Kept.LOG);
        this.queue = new LeafQueue(ground.documents, Kept.LOG, ground.clock);
        this.store = new LogStore(ground.documents, Kept.LOG);
        LeafQueue.indexes(Kept.LOG).forEach(ground::make);
    }

    Sequencer sequencer() {
        return sequencer(store);
    }

    Sequencer sequencer(LogStore over) {
        return new Sequencer(
                over,
                new Intake(kept, queue, over, ground.clock),
                signer,
                new HeadFolder(folder.resolve("tree-heads"), Kept.LOG));
    }

    TransparencyLogs logs() {
        return new TransparencyLogs(List.of(new OpenLog(kept, store, signer, sequencer())));
    }

    void offer(int from, int to) {
        queue.offer(IntStream.range(from, to)
                        .mapToObj(number -> Kept.note(number).newLeaf())
                        .toList())
                .block(PATIENCE);
    }

    /** Rounds until it is in force, and one more. */
    static void run(Sequencer sequencer) {
        for (int round = 0; round <= Sequencer.PATIENCE + 1 && !sequencer.isInForce(); round++) {
            sequencer.round().block(PATIENCE);
        }
        sequencer.round().block(PATIENCE);
        assertThat(sequencer.isInForce()).isTrue();
    }

    List<SignedNote> headsOutside() {
        try {
            return SignedNote.parseAll(Files.readString(folder.resolve("tree-heads/notes.heads")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<Hash> leavesOutside() {
        try {
            return Tile.hashes(Files.readAllBytes(folder.resolve("tree-heads/notes.leaves")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Leaf hashes as anyone may read them, page by page. */
    List<Hash> publicLeaves() {
        TransparencyLogs logs = logs();
        List<Hash> all = new ArrayList<>();
        for (Long from = 0L; from != null; ) {
            var page = logs.leaves(Kept.LOG, from).block(PATIENCE);
            page.leafHashes().forEach(hex -> all.add(Hash.of(HexFormat.of().parseHex(hex))));
            from = page.next();
        }
        return all;
    }

    /** Every one of these notes stands in the log once, everything agrees, and every head ever signed is one of this log. */
    void assertWhole(int notes) {
        List<Hash> leaves = publicLeaves();

        assertThat(leaves).hasSize(notes).doesNotHaveDuplicates();
        assertThat(leaves)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, notes)
                        .mapToObj(number -> Kept.note(number).leaf())
                        .toList());
        assertThat(leavesOutside()).isEqualTo(leaves);
        assertThat(store.placed(0, notes).map(LeafDocument::leaf).collectList().block(PATIENCE))
                .isEqualTo(leaves);
        for (SignedNote head : headsOutside()) {
            Checkpoint checkpoint = head.checkpoint();
            assertThat(signer.verifierKeys().getLast().signed(head)).isTrue();
            assertThat(checkpoint.root())
                    .isEqualTo(Frontier.EMPTY
                            .append(leaves.subList(0, (int) checkpoint.size()))
                            .root());
        }
        assertThat(store.newestHead().block(PATIENCE).size()).isEqualTo(notes);
        assertThat(headsOutside()).extracting(head -> head.checkpoint().size()).contains((long) notes);
    }
}
