package cn.jiangxue.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.TransparencyApi.InclusionProof;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.Proofs;
import cn.jiangxue.proof.Tile;
import cn.jiangxue.proof.TileId;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class KnownTilesTest {

    private static final TileId LEAVES = new TileId(0, 0);
    private static final TileId UPPER = new TileId(1, 0);

    @TempDir
    Path folder;

    private Ground ground;
    private LogFixture log;
    private Sequencer sequencer;

    @BeforeEach
    void open() {
        ground = new Ground();
        log = new LogFixture(ground, folder, false);
        sequencer = log.sequencer();
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    @Test
    void proofs_hold_under_every_head_while_the_tiles_that_are_known_grow() {
        TransparencyLogs logs = log.logs();
        for (int size = 300; size <= 1_500; size += 300) {
            grow(size - 300, size);
            for (int note = 0; note < size; note += 97) {
                assertHolds(logs, note, null, size);
                assertHolds(logs, note, 300L * (1 + note / 300), 300 * (1 + note / 300));
            }
        }
    }

    @Test
    void an_upper_tile_is_read_once_and_again_when_it_has_grown() {
        KnownTiles known = new KnownTiles(log.store);
        grow(0, 600);
        Tile before =
                known.of(Set.of(UPPER, LEAVES), 600).block(LogFixture.PATIENCE).get(UPPER);
        grow(600, 1_100);
        Tile grown = known.of(Set.of(UPPER), 1_100).block(LogFixture.PATIENCE).get(UPPER);
        forgetAllStored();

        assertThat(before.hashes()).hasSize(2);
        assertThat(grown.hashes()).hasSize(4).startsWith(before.hashes().toArray(Hash[]::new));
        assertThat(known.of(Set.of(UPPER, LEAVES), 600).block(LogFixture.PATIENCE))
                .as("without the leaves, which are not kept")
                .containsOnlyKeys(UPPER)
                .containsEntry(UPPER, grown);
    }

    private void grow(int from, int to) {
        log.offer(from, to);
        sequencer.round().block(LogFixture.PATIENCE);
    }

    private void forgetAllStored() {
        Mono.from(ground.database.getCollection("log_" + Kept.LOG + "_tiles").deleteMany(Filters.empty()))
                .block(LogFixture.PATIENCE);
    }

    private static void assertHolds(TransparencyLogs logs, int note, Long under, int size) {
        Hash leaf = Kept.note(note).leaf();
        InclusionProof proof = logs.inclusion(Kept.LOG, leaf, under).block(LogFixture.PATIENCE);
        List<Hash> path = proof.path().stream().map(Hash::ofHex).toList();
        assertThat(Proofs.includes(Hash.ofHex(proof.head().rootHash()), size, proof.index(), leaf, path))
                .as("note %d under %d", note, size)
                .isTrue();
    }
}
