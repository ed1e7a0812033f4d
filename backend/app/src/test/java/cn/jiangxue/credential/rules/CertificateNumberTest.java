package cn.jiangxue.credential.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.Grade;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {

    @Test
    void it_says_year_and_grade_and_hides_the_rest() {
        assertThat(CertificateNumber.of(2026, Grade.APPRENTICE, 0).text()).isEqualTo("JX2026-1-00000000-M");
        assertThat(CertificateNumber.of(2026, Grade.CHIEF_TECHNICIAN, -1L).text())
                .startsWith("JX2026-8-ZZZZZZZZ-");
        assertThat(CertificateNumber.of(2026, Grade.INTERMEDIATE, 1L << 35).text())
                .startsWith("JX2026-3-10000000-");
        assertThat(CertificateNumber.of(2026, Grade.INTERMEDIATE, 31L << 5).text())
                .startsWith("JX2026-3-000000Z0-");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void one_wrong_character_is_noticed(long seed) {
        Random random = new Random(seed);
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (int i = 0; i < 300; i++) {
            String number =
                    CertificateNumber.of(2026, Grade.SENIOR, random.nextLong()).text();
            int at = 9 + random.nextInt(8);
            char wrong = alphabet.charAt(random.nextInt(32));
            String typed = number.substring(0, at) + wrong + number.substring(at + 1);
            assertThat(CertificateNumber.typed(typed).isPresent()).isEqualTo(typed.equals(number));
        }
    }

    @Test
    void numbers_differ() {
        Set<String> numbers = new HashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            numbers.add(
                    CertificateNumber.of(2026, Grade.SENIOR, random.nextLong()).text());
        }
        assertThat(numbers).hasSize(10_000);
    }

    @Test
    void it_is_read_as_people_type_it() {
        String number = CertificateNumber.of(2026, Grade.APPRENTICE, 1).text();

        assertThat(CertificateNumber.typed("  " + number.toLowerCase() + " ")
                        .orElseThrow()
                        .text())
                .isEqualTo(number);
        assertThat(CertificateNumber.typed(number.replace("0", "O"))
                        .orElseThrow()
                        .text())
                .isEqualTo(number);
        assertThat(CertificateNumber.typed("jx2026-1-0000000i-" + number.charAt(number.length() - 1)))
                .isPresent();
        assertThat(CertificateNumber.typed("jx2026-1-0000000l-" + number.charAt(number.length() - 1)))
                .isPresent();
    }

    @Test
    void anything_else_is_no_number() {
        assertThat(CertificateNumber.typed("")).isEmpty();
        assertThat(CertificateNumber.typed("JX2026-9-00000000-0")).isEmpty();
        assertThat(CertificateNumber.typed("5b0a2f62-0000-7000-8000-000000000000"))
                .isEmpty();
        assertThatThrownBy(() -> new CertificateNumber("JX2026-1-00000000-0"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
