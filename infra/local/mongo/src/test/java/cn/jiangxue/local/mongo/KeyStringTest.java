package cn.jiangxue.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStringTest {

    private static final double[] EDGES = {
        0, -0.0, 1, -1, 0.5, 1e300, -1e300, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0x1p53
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261120})
    void encoded_values_are_in_the_order_of_the_values(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Object a = value(random, 2);
            Object b = random.nextInt(20) == 0 ? a : value(random, 2);
            int expected =
                    Integer.signum(ValueComparator.ascWithoutListHandling().compare(a, b));

            assertThat(order(a, b, true)).as("seed %d: %s and %s", seed, a, b).isEqualTo(expected);
            assertThat(order(a, b, false)).as("seed %d: %s and %s", seed, a, b).isEqualTo(-expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void no_encoding_begins_another_so_that_fields_compare_one_by_one(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Object a = value(random, 2);
            Object b = value(random, 2);
            Object x = value(random, 1);
            Object y = value(random, 1);
            int first = order(a, b, true);
            byte[] left = new KeyString().add(a, true).add(x, false).toBytes();
            byte[] right = new KeyString().add(b, true).add(y, false).toBytes();

            int expected = first != 0 ? first : order(x, y, false);
            assertThat(Integer.signum(Arrays.compareUnsigned(left, right)))
                    .as("seed %d: %s,%s and %s,%s", seed, a, x, b, y)
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_whole_number_is_one_key_whatever_its_type_and_large_neighbours_are_not() {
        assertThat(KeyString.of(7)).isEqualTo(KeyString.of(7L)).isEqualTo(KeyString.of(7.0));
        assertThat(KeyString.of(-0.0)).isEqualTo(KeyString.of(0));
        for (long n : new long[] {Long.MAX_VALUE - 1, Long.MIN_VALUE, (1L << 53) + 1, -(1L << 60) - 3}) {
            assertThat(order(n, n + 1, true)).as("%d", n).isEqualTo(-1);
        }
    }

    private static int order(Object a, Object b, boolean ascending) {
        return Integer.signum(Arrays.compareUnsigned(
                new KeyString().add(a, ascending).toBytes(),
                new KeyString().add(b, ascending).toBytes()));
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 15 : 13)) {
            case 0 -> null;
            case 1 -> random.nextInt(5) - 2;
            case 2 -> random.nextInt(5) - 2L;
            case 3 -> EDGES[random.nextInt(EDGES.length)];
            case 4 -> random.nextLong();
            case 5 -> text(random);
            case 6 -> new UUID(random.nextLong(), random.nextLong());
            case 7 -> new ObjectId(bytes(random, 12));
            case 8 -> random.nextBoolean();
            case 9 -> Instant.ofEpochMilli(random.nextInt(9) - 4);
            case 10 -> new BinData(bytes(random, random.nextInt(4)));
            case 11 -> new BsonTimestamp(random.nextInt(100));
            case 12 -> random.nextBoolean() ? MinKey.getInstance() : MaxKey.getInstance();
            case 13 -> list(random, depth);
            default -> document(random, depth);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append("ab\u0000\u0001é匠\uFFFF".charAt(random.nextInt(7)));
        }
        return text.toString();
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            list.add(value(random, 0));
        }
        return list;
    }

    private static Document document(Random random, int depth) {
        Document document = new Document();
        for (int i = random.nextInt(3); i > 0; i--) {
            document.append(random.nextBoolean() ? "a" : "b", value(random, 0));
        }
        return document;
    }
}
