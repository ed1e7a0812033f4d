package cn.jiangxue.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TilesTest {

    private static final int LEAVES = 70_000;
    private static final List<Hash> ALL = Reference.leaves(LEAVES);

    private final Map<TileId, Tile> tiles = new HashMap<>();

    @Test
    void however_leaves_come_the_tiles_are_the_same() {
        Random random = new Random(20261125);
        RightEdge edge = RightEdge.of(0, tiles::get);
        while (edge.size() < LEAVES) {
            int from = (int) edge.size();
            int to = Math.min(LEAVES, from + 1 + random.nextInt(1_500));
            keep(edge.append(ALL.subList(from, to)));
        }
        Map<TileId, Tile> atOnce = new HashMap<>();
        RightEdge.of(0, atOnce::get).append(ALL).forEach(tile -> atOnce.put(tile.id(), tile));

        assertThat(tiles).isEqualTo(atOnce);
        assertThat(tiles.keySet())
                .allSatisfy(id -> assertThat(tiles.get(id).hashes()).hasSize(id.widthIn(LEAVES)));
        assertThat(tiles).containsKeys(new TileId(0, 0), new TileId(1, 0), new TileId(1, 1), new TileId(2, 0));
    }

    @Test
    void an_edge_goes_on_from_any_size_also_when_tiles_are_ahead_of_it() {
        keep(RightEdge.of(0, tiles::get).append(ALL));
        Random random = new Random(7);
        for (int n = 0; n < 30; n++) {
            int size = n == 0 ? 65_536 : random.nextInt(LEAVES);

            RightEdge edge = RightEdge.of(size, tiles::get);
            assertThat(edge.frontier()).isEqualTo(Frontier.EMPTY.append(ALL.subList(0, size)));
            List<Tile> again = edge.append(ALL.subList(size, LEAVES));

            assertThat(edge.frontier()).isEqualTo(Frontier.EMPTY.append(ALL));
            assertThat(again).isNotEmpty().allSatisfy(tile -> assertThat(tile).isEqualTo(tiles.get(tile.id())));
        }
    }

    @Test
    void proofs_from_tiles_hold_in_a_large_tree_at_any_size() {
        keep(RightEdge.of(0, tiles::get).append(ALL));
        Random random = new Random(20261126);
        for (int n = 0; n < 200; n++) {
            int size = 1 + random.nextInt(LEAVES);
            int index = random.nextInt(size);
            int from = random.nextInt(size);
            Hash root = Frontier.EMPTY.append(ALL.subList(0, size)).root();
            Hash older = Frontier.EMPTY.append(ALL.subList(0, from)).root();

            List<Hash> path = Reference.hashes(ProofShape.inclusion(index, size), tiles::get);
            List<Hash> extension = Reference.hashes(ProofShape.consistency(from, size), tiles::get);

            assertThat(new Subtree(0, size).hash(tiles::get)).isEqualTo(root);
            assertThat(Proofs.includes(root, size, index, ALL.get(index), path)).isTrue();
            assertThat(Proofs.extend(from, older, size, root, extension)).isTrue();
        }
    }

    @Test
    void a_proof_at_a_million_leaves_needs_few_tiles() {
        Random random = new Random(1);
        for (int n = 0; n < 1_000; n++) {
            long size = 1_000_000 + random.nextInt(1_000);
            long index = random.nextLong(size);

            long needed = ProofShape.inclusion(index, size).stream()
                    .flatMap(subtree -> subtree.nodes().stream())
                    .map(Node::tile)
                    .distinct()
                    .count();

            assertThat(needed).isBetween(1L, 6L);
        }
    }

    @Test
    void a_tile_is_a_row_of_whole_hashes() {
        Tile tile = new Tile(new TileId(0, 3), ALL.subList(0, 5));

        assertThat(Tile.of(tile.id(), tile.bytes())).isEqualTo(tile);
        assertThat(tile.isFull()).isFalse();
        assertThat(tile.id()).hasToString("0/3");
        assertThatThrownBy(() -> Tile.of(tile.id(), new byte[33])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tile(tile.id(), ALL.subList(0, 257))).isInstanceOf(IllegalArgumentException.class);
    }

    private void keep(List<Tile> changed) {
        changed.forEach(tile -> tiles.put(tile.id(), tile));
    }
}
