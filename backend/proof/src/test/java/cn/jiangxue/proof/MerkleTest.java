package cn.jiangxue.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTest {

    /** The leaves and roots that Certificate Transparency implementations check themselves by. */
    private static final List<String> KNOWN_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> KNOWN_ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_empty_tree_has_the_hash_of_nothing() {
        assertThat(Merkle.EMPTY.hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Frontier.EMPTY.root()).isEqualTo(Merkle.EMPTY);
    }

    @Test
    void roots_are_those_of_other_implementations() {
        Frontier tree = Frontier.EMPTY;
        for (int i = 0; i < KNOWN_LEAVES.size(); i++) {
            tree = tree.append(List.of(Merkle.leaf(HexFormat.of().parseHex(KNOWN_LEAVES.get(i)))));

            assertThat(tree.root().hex()).isEqualTo(KNOWN_ROOTS.get(i));
            assertThat(tree.size()).isEqualTo(i + 1);
        }
    }

    @Test
    void a_leaf_may_come_in_pieces() {
        assertThat(Merkle.leaf(new byte[] {1, 2}, new byte[] {3})).isEqualTo(Merkle.leaf(new byte[] {1, 2, 3}));
    }

    @Test
    void a_frontier_has_the_root_of_the_definition_at_every_size_however_it_was_appended() {
        List<Hash> leaves = Reference.leaves(300);
        Frontier one = Frontier.EMPTY;
        for (int size = 1; size <= leaves.size(); size++) {
            one = one.append(List.of(leaves.get(size - 1)));

            assertThat(one.root()).isEqualTo(Reference.root(leaves.subList(0, size)));
        }
        assertThat(Frontier.EMPTY.append(leaves.subList(0, 37)).append(leaves.subList(37, 300)))
                .isEqualTo(one);
    }

    @Test
    void a_frontier_has_a_peak_for_each_bit_of_its_size() {
        assertThatThrownBy(() -> new Frontier(3, List.of(Merkle.EMPTY))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Frontier(-1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_hash_is_its_bytes_in_every_spelling() {
        Hash hash = Reference.leaf(1);

        assertThat(Stream.of(Hash.ofHex(hash.hex()), Hash.ofBase64(hash.base64()), Hash.of(hash.bytes())))
                .allMatch(hash::equals);
        assertThat(hash).isNotEqualTo(Reference.leaf(2)).hasToString(hash.hex());
        assertThatThrownBy(() -> Hash.ofHex("00")).isInstanceOf(IllegalArgumentException.class);
    }
}
