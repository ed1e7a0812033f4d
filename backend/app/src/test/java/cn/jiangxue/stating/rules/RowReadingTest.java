package cn.jiangxue.stating.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.stating.rules.RowReading.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Set<String> OCCUPATIONS = Set.of("6-18-01-01");

    @Test
    void the_example_of_the_template_is_a_good_row() {
        Map<Column, String> example = new EnumMap<>(Column.class);
        Arrays.stream(Column.values()).forEach(column -> example.put(column, column.example()));

        StatedRow row = good(example);

        assertThat(row.number()).isEqualTo("2026-0001");
        assertThat(row.type()).isEqualTo(OutcomeType.TRAINING);
        assertThat(row.classHours()).isEqualTo(96);
        assertThat(row.creditMilli()).isEqualTo(6_000);
        assertThat(row.scoreHundredths()).isEqualTo(8_750);
        assertThat(row.attainedOn()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(row.validUntil()).isNull();
        assertThat(row.person().toString()).doesNotContain("110105");
    }

    @Test
    void the_last_day_of_validity_still_counts() {
        assertThat(good(with(Column.VALID_THROUGH, "2028年2月29日")).validUntil()).isEqualTo(LocalDate.of(2028, 3, 1));
    }

    @Test
    void a_skill_grade_needs_occupation_and_grade() {
        Map<Column, String> row = with(Column.TYPE, "职业技能等级");
        assertThat(columns(row)).containsExactlyInAnyOrder(Column.OCCUPATION, Column.GRADE);

        row.put(Column.OCCUPATION, "6-18-01-01");
        row.put(Column.GRADE, "三级");
        assertThat(good(row).grade()).isEqualTo(Grade.SENIOR);
    }

    @Test
    void every_fault_is_told_at_once_with_its_column_and_the_next_step() {
        Map<Column, String> row = with(Column.SCORE, "87.555");
        row.put(Column.HOURS, "1e9999999");
        row.put(Column.ATTAINED_ON, "2026-11-21");
        row.put(Column.NUMBER, "=1+1");
        row.put(Column.CODE, "");
        row.put(Column.OCCUPATION, "9-99-99-99");

        Reading.Bad bad = (Reading.Bad) read(row, Set.of(Column.TITLE));

        assertThat(bad.faults())
                .extracting(Fault::column)
                .containsExactlyInAnyOrder(
                        Column.SCORE,
                        Column.HOURS,
                        Column.ATTAINED_ON,
                        Column.NUMBER,
                        Column.CODE,
                        Column.OCCUPATION,
                        Column.TITLE);
        assertThat(bad.faults()).allSatisfy(fault -> {
            assertThat(fault.why().zh()).isNotBlank();
            assertThat(fault.why().en()).isNotBlank();
            assertThat(fault.next().zh()).isNotBlank();
        });
        assertThat(bad.number()).isEqualTo("=1+1");
    }

    @Test
    void exactly_one_way_to_name_the_person_is_taken() {
        Map<Column, String> both = with(Column.LOGIN, "wang.shifu");
        Map<Column, String> none = base();
        none.remove(Column.IDENTITY_NUMBER);

        assertThat(columns(both)).containsExactly(Column.IDENTITY_NUMBER);
        assertThat(columns(none)).containsExactly(Column.IDENTITY_NUMBER);
    }

    @Test
    void a_group_goes_with_a_rank_and_is_not_one_of_the_systems() {
        assertThat(columns(with(Column.GROUP, "english"))).containsExactly(Column.RANK);
        assertThat(columns(with(Column.RANK, "3"))).containsExactly(Column.GROUP);
        Map<Column, String> reserved = with(Column.GROUP, "grade:6-18-01-01");
        reserved.put(Column.RANK, "9");
        assertThat(columns(reserved)).containsExactly(Column.GROUP);
        Map<Column, String> good = with(Column.GROUP, "english");
        good.put(Column.RANK, "2");
        assertThat(good(good).rank()).isEqualTo(2);
    }

    @Test
    void units_are_a_set_and_their_order_means_nothing() {
        assertThat(good(with(Column.UNITS, "U2; U1；U2;")).units()).containsExactly("U1", "U2");
        assertThat(columns(with(Column.UNITS, "U1;a b"))).containsExactly(Column.UNITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "100.00", "87.5", "0.01"})
    void scores_are_exact_to_two_places(String score) {
        assertThat(good(with(Column.SCORE, score)).scoreHundredths()).isBetween(0, 10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.01", "1,5", "NaN", "0x10", "1e99", "87.555", "９0分"})
    void other_scores_are_refused_not_rounded(String score) {
        assertThat(columns(with(Column.SCORE, score))).containsExactly(Column.SCORE);
    }

    @Test
    void no_text_whatever_breaks_the_reading() {
        long seed = 20_261_126;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Map<Column, String> row = base();
            Column column = Column.values()[random.nextInt(Column.values().length)];
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(30), 1, 0x2ff).forEach(text::appendCodePoint);
            row.put(column, text.toString().strip());

            Reading reading = read(row, Set.of());

            assertThat(reading instanceof Reading.Good
                            || !((Reading.Bad) reading).faults().isEmpty())
                    .as("seed %d row %d", seed, i)
                    .isTrue();
        }
    }

    @Test
    void headers_say_the_key_or_the_name() {
        assertThat(Column.named(" 成果编号 ")).hasValue(Column.NUMBER);
        assertThat(Column.named("Identity_Number")).hasValue(Column.IDENTITY_NUMBER);
        assertThat(Column.named("备注")).isEmpty();
    }

    private static Map<Column, String> base() {
        return new EnumMap<>(Map.of(
                Column.NUMBER, "A-1",
                Column.IDENTITY_NUMBER, "110105197503071236",
                Column.NAME, "欧阳建国",
                Column.TYPE, "training",
                Column.CODE, "T1",
                Column.TITLE, "安全培训",
                Column.ATTAINED_ON, "2026-11-20"));
    }

    private static Map<Column, String> with(Column column, String value) {
        Map<Column, String> row = base();
        row.put(column, value);
        return row;
    }

    private static Reading read(Map<Column, String> row, Set<Column> formulas) {
        return RowReading.read(row, formulas, OCCUPATIONS, TODAY);
    }

    private static StatedRow good(Map<Column, String> row) {
        Reading reading = read(row, Set.of());
        assertThat(reading).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) reading).row();
    }

    private static List<Column> columns(Map<Column, String> row) {
        return ((Reading.Bad) read(row, Set.of()))
                .faults().stream().map(Fault::column).toList();
    }
}
