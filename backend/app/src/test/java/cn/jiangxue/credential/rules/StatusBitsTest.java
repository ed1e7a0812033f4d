package cn.jiangxue.credential.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class StatusBitsTest {

    @Test
    void bit_zero_is_the_leftmost_of_the_first_byte() throws Exception {
        byte[] bits = bits(StatusBits.encode(List.of(0, 7, 8, StatusBits.SIZE - 1)));

        assertThat(bits).hasSize(16_384);
        assertThat(bits[0]).isEqualTo((byte) 0b1000_0001);
        assertThat(bits[1]).isEqualTo((byte) 0b1000_0000);
        assertThat(bits[16_383]).isEqualTo((byte) 1);
        assertThat(BitSet.valueOf(bits).cardinality()).isEqualTo(4);
    }

    @Test
    void a_list_without_a_bit_set_is_whole_all_the_same() throws Exception {
        assertThat(bits(StatusBits.encode(List.of()))).hasSize(16_384).containsOnly(0);
    }

    @Test
    void no_two_credentials_share_a_place_and_neighbours_lie_apart() {
        BitSet places = new BitSet();
        for (int n = 0; n < StatusBits.SIZE; n++) {
            places.set(StatusBits.positionOf(n));
        }

        assertThat(places.cardinality()).isEqualTo(StatusBits.SIZE);
        assertThat(places.length()).isEqualTo(StatusBits.SIZE);
        assertThat(StatusBits.positionOf(0)).isEqualTo(51_511);
        assertThat(Math.abs(StatusBits.positionOf(1) - StatusBits.positionOf(0)))
                .isGreaterThan(1_000);
    }

    private static byte[] bits(String encoded) throws Exception {
        assertThat(encoded).startsWith("u");
        byte[] zipped = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readAllBytes();
        }
    }
}
