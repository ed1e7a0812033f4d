package cn.jiangxue.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProofsTest {

    private static final int MANY = 70;

    private final List<Hash> leaves = Reference.leaves(MANY);
    private final Map<TileId, Tile> tiles = tilesOf(leaves);

    @Test
    void every_leaf_of_every_tree_is_proved_as_the_definition_says() {
        for (int size = 1; size <= MANY; size++) {
            List<Hash> tree = leaves.subList(0, size);
            Hash root = Reference.root(tree);
            for (int index = 0; index < size; index++) {
                List<Hash> path = Reference.hashes(ProofShape.inclusion(index, size), tiles::get);

                assertThat(path).isEqualTo(Reference.path(index, tree));
                assertThat(Proofs.includes(root, size, index, leaves.get(index), path))
                        .as("%s of %s", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void every_tree_is_proved_to_extend_every_earlier_one() {
        for (int to = 0; to <= MANY; to++) {
            List<Hash> tree = leaves.subList(0, to);
            for (int from = 0; from <= to; from++) {
                List<Hash> path = Reference.hashes(ProofShape.consistency(from, to), tiles::get);

                assertThat(path).isEqualTo(from == to ? List.of() : Reference.consistency(from, tree));
                assertThat(Proofs.extend(from, root(from), to, root(to), path))
                        .as("%s to %s", from, to)
                        .isTrue();
            }
        }
    }

    @Test
    void a_proof_of_inclusion_with_any_bit_flipped_fails() {
        for (int size : new int[] {1, 2, 7, 8, 33, MANY}) {
            for (int index = 0; index < size; index += 3) {
                Hash root = root(size);
                Hash leaf = leaves.get(index);
                List<Hash> path = Reference.hashes(ProofShape.inclusion(index, size), tiles::get);
                for (int bit = 0; bit < 256; bit += 5) {
                    assertThat(Proofs.includes(flipped(root, bit), size, index, leaf, path))
                            .isFalse();
                    assertThat(Proofs.includes(root, size, index, flipped(leaf, bit), path))
                            .isFalse();
                    for (int step = 0; step < path.size(); step++) {
                        assertThat(Proofs.includes(root, size, index, leaf, with(path, step, bit)))
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void a_proof_of_extension_with_any_bit_flipped_fails() {
        for (int to : new int[] {2, 7, 8, 33, MANY}) {
            for (int from = 1; from < to; from += 2) {
                List<Hash> path = Reference.hashes(ProofShape.consistency(from, to), tiles::get);
                for (int bit = 0; bit < 256; bit += 17) {
                    assertThat(Proofs.extend(from, flipped(root(from), bit), to, root(to), path))
                            .isFalse();
                    assertThat(Proofs.extend(from, root(from), to, flipped(root(to), bit), path))
                            .isFalse();
                    for (int step = 0; step < path.size(); step++) {
                        assertThat(Proofs.extend(from, root(from), to, root(to), with(path, step, bit)))
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void another_index_another_size_a_longer_or_a_shorter_path_fails() {
        Random random = new Random(20261125);
        for (int n = 0; n < 500; n++) {
            int size = 2 + random.nextInt(MANY - 1);
            int index = random.nextInt(size);
            Hash leaf = leaves.get(index);
            List<Hash> path = Reference.hashes(ProofShape.inclusion(index, size), tiles::get);

            int elsewhere = (index + 1 + random.nextInt(size - 1)) % size;
            assertThat(Proofs.includes(root(size), size, elsewhere, leaf, path)).isFalse();
            assertThat(Proofs.includes(root(size), size, -1, leaf, path)).isFalse();
            assertThat(Proofs.includes(root(size), size, size, leaf, path)).isFalse();
            assertThat(Proofs.includes(root(size), size, index, leaf, path.subList(1, path.size())))
                    .isFalse();
            List<Hash> longer = new ArrayList<>(path);
            longer.add(leaf);
            assertThat(Proofs.includes(root(size), size, index, leaf, longer)).isFalse();
        }
    }

    @Test
    void a_tree_extends_none_that_is_longer_and_no_other_of_its_own_size() {
        assertThat(Proofs.extend(3, root(3), 2, root(2), List.of())).isFalse();
        assertThat(Proofs.extend(-1, Merkle.EMPTY, 2, root(2), List.of())).isFalse();
        assertThat(Proofs.extend(2, root(3), 2, root(2), List.of())).isFalse();
        assertThat(Proofs.extend(2, root(2), 2, root(2), List.of(root(2)))).isFalse();
        assertThat(Proofs.extend(0, root(1), 2, root(2), List.of())).isFalse();
        assertThat(Proofs.extend(3, root(3), 5, root(5), List.of())).isFalse();
        assertThat(Proofs.extend(4, root(4), 5, root(5), List.of())).isFalse();
    }

    @Test
    void nothing_is_proved_of_a_leaf_or_a_tree_that_is_not_there() {
        assertThatThrownBy(() -> ProofShape.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofShape.inclusion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofShape.consistency(4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofShape.consistency(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private Hash root(int size) {
        return Reference.root(leaves.subList(0, size));
    }

    private static List<Hash> with(List<Hash> path, int step, int bit) {
        List<Hash> changed = new ArrayList<>(path);
        changed.set(step, flipped(path.get(step), bit));
        return changed;
    }

    private static Hash flipped(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        return Hash.of(bytes);
    }

    private static Map<TileId, Tile> tilesOf(List<Hash> leaves) {
        Map<TileId, Tile> tiles = new HashMap<>();
        RightEdge.of(0, tiles::get).append(leaves).forEach(tile -> tiles.put(tile.id(), tile));
        return tiles;
    }
}
