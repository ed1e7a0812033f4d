package cn.jiangxue.reexamination.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LotTest {

    private static final byte[] SEED = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    /** As {@code printf %s 019a0000-… | openssl dgst -sha256 -hmac 0123…} has it. */
    @Test
    void a_ticket_can_be_recomputed_with_any_other_tool() {
        assertThat(Lot.ticket(SEED, ID)).isEqualTo(2241);
        assertThat(Lot.commitment(SEED)).isEqualTo("3eb1bd439947eb762998e566ccc2e099c791118b2f40579cc4f7da2b5061b7f9");
    }

    @Test
    void the_same_inputs_give_the_same_ticket() {
        assertThat(Lot.ticket(SEED.clone(), UUID.fromString(ID.toString()))).isEqualTo(Lot.ticket(SEED, ID));
    }

    @Test
    void a_ticket_below_the_share_is_drawn() {
        assertThat(Lot.isDrawn(499, 500)).isTrue();
        assertThat(Lot.isDrawn(500, 500)).isFalse();
        assertThat(Lot.isDrawn(0, 0)).isFalse();
        assertThat(Lot.isDrawn(9_999, Lot.TICKETS)).isTrue();
    }

    @Test
    void a_commitment_is_the_hash_of_the_whole_seed() {
        byte[] other = SEED.clone();
        other[31] ^= 1;

        assertThat(HexFormat.of().parseHex(Lot.commitment(SEED))).hasSize(32);
        assertThat(Lot.commitment(other)).isNotEqualTo(Lot.commitment(SEED));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_126, 424_242})
    void the_share_is_met_over_a_hundred_thousand_grades(long randomSeed) {
        Random random = new Random(randomSeed);
        byte[] seed = new byte[Lot.SEED_BYTES];
        random.nextBytes(seed);
        int share = 1 + random.nextInt(2_000);
        int grades = 100_000;

        int drawn = 0;
        for (int i = 0; i < grades; i++) {
            int ticket = Lot.ticket(seed, new UUID(random.nextLong(), random.nextLong()));
            assertThat(ticket).isBetween(0, Lot.TICKETS - 1);
            drawn += Lot.isDrawn(ticket, share) ? 1 : 0;
        }

        double expected = grades * share / (double) Lot.TICKETS;
        assertThat((double) drawn)
                .as("random seed %d, share %d", randomSeed, share)
                .isCloseTo(expected, within(5 * Math.sqrt(expected) + 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 99})
    void ids_that_follow_each_other_and_other_seeds_are_drawn_independently(long randomSeed) {
        Random random = new Random(randomSeed);
        byte[] seed = new byte[Lot.SEED_BYTES];
        byte[] other = new byte[Lot.SEED_BYTES];
        random.nextBytes(seed);
        random.nextBytes(other);

        int same = 0;
        for (int i = 0; i < 10_000; i++) {
            UUID id = new UUID(0x019a000000007000L, i);
            same += Lot.isDrawn(Lot.ticket(seed, id), 5_000) == Lot.isDrawn(Lot.ticket(other, id), 5_000) ? 1 : 0;
        }

        assertThat(same).as("random seed %d", randomSeed).isBetween(4_700, 5_300);
    }
}
