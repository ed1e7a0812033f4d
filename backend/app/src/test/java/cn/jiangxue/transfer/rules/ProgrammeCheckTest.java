package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent.CapOver;
import cn.jiangxue.contract.ProgrammeContent.FloorOver;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.transfer.WrittenProgramme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgrammeCheckTest {

    private static final LocalText HALF = new LocalText("只有中文", " ");
    private static final RuleGrounds GROUNDS =
            new RuleGrounds(new LocalText("约定", "Agreed"), new LocalText("第一条", "Article 1"), TrustedAs.SAMPLE);
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final WrittenProgramme programme = new WrittenProgramme();

    @Test
    void a_sound_programme_has_no_fault() {
        assertThat(paths()).isEmpty();
    }

    @Test
    void words_are_asked_in_both_languages() {
        programme.name = HALF;
        programme.grounds = new RuleGrounds(HALF, HALF, TrustedAs.SAMPLE);
        programme.highestOnly = new RuleGrounds(HALF, GROUNDS.clause(), TrustedAs.SAMPLE);

        assertThat(paths()).containsExactly("name", "grounds.wording", "grounds.clause", "highestOnly.wording");
    }

    @Test
    void the_total_is_above_zero_and_levels_are_one_to_eight() {
        programme.floors = List.of();
        for (long milli : new long[] {0, -1, 100_000_001}) {
            programme.totalMilli = milli;
            assertThat(paths()).containsExactly("totalMilli");
        }
        programme.totalMilli = 100_000_000;
        for (int level : new int[] {0, 9}) {
            programme.level = level;
            assertThat(paths()).containsExactly("level");
        }
        programme.level = 8;
        assertThat(paths()).isEmpty();
    }

    @Test
    void it_ends_after_it_begins() {
        programme.until = programme.from;
        assertThat(paths()).containsExactly("effectiveUntil");
        programme.until = programme.from.plusDays(1);
        assertThat(paths()).isEmpty();
    }

    @Test
    void a_target_has_an_id_of_its_own_a_name_credit_and_a_category_of_the_programme() {
        programme.never = List.of();
        programme.neverGrounds = null;
        programme.targets = List.of(
                target("drawing", 4_000, "core"),
                new ProgrammeTarget("drawing", HALF, 0, "nowhere", 9, Map.of()),
                target("X y", 1, "core"));

        assertThat(paths())
                .containsExactly(
                        "targets[1].id",
                        "targets[1].name",
                        "targets[1].milli",
                        "targets[1].category",
                        "targets[1].level",
                        "targets[2].id");
    }

    @Test
    void weights_of_competence_units_are_above_zero() {
        programme.never = List.of();
        programme.neverGrounds = null;
        programme.targets = List.of(weighted("0"), weighted("-1"), weighted("100"), weighted("100.1"));

        assertThat(paths()).containsExactly("targets[0].units", "targets[1].units", "targets[3].units");
    }

    @Test
    void a_category_has_a_name_and_an_id_that_can_be_kept() {
        programme.targets = List.of();
        programme.never = List.of();
        programme.neverGrounds = null;
        programme.caps = List.of();
        programme.floors = List.of();
        programme.categories = Map.of("core", HALF);
        assertThat(paths()).containsExactly("categories[core]");
        programme.categories = Map.of("not.kept", new LocalText("类", "Kind"));
        assertThat(paths()).containsExactly("categories");
        assertThat(ProgrammeCheck.limits(programme.content())).hasSize(1);
    }

    @Test
    void a_cap_names_exactly_one_amount() {
        programme.caps = List.of(
                cap(CapOver.PROGRAMME, null, null, null, null),
                cap(CapOver.PROGRAMME, null, 1_000L, BigDecimal.TEN, null),
                cap(CapOver.PROGRAMME, null, -1L, null, null),
                cap(CapOver.PROGRAMME, null, null, new BigDecimal("100.001"), null),
                cap(CapOver.PROGRAMME, null, null, null, -1),
                cap(CapOver.PROGRAMME, null, null, null, 1_001),
                cap(CapOver.PROGRAMME, null, 0L, null, null),
                cap(CapOver.PROGRAMME, null, null, new BigDecimal(100), null),
                cap(CapOver.PROGRAMME, null, null, null, 0));

        assertThat(paths())
                .containsExactly(
                        "caps[0].most", "caps[1].most", "caps[2].most", "caps[3].most", "caps[4].most", "caps[5].most");
    }

    @Test
    void a_cap_per_source_or_category_is_not_a_number_of_outcomes() {
        programme.caps = List.of(
                cap(CapOver.SOURCE, null, null, null, 2),
                cap(CapOver.CATEGORY, "core", null, null, 2),
                cap(CapOver.TYPE, "SKILL_GRADE", null, null, 2));

        assertThat(paths()).containsExactly("caps[0].most", "caps[1].most");
    }

    @Test
    void a_cap_speaks_only_of_what_the_programme_knows() {
        programme.caps = List.of(
                credit(CapOver.SOURCE, "core"),
                credit(CapOver.PROGRAMME, "core"),
                credit(CapOver.CATEGORY, "nowhere"),
                credit(CapOver.YEAR, "1999-2000"),
                credit(CapOver.YEAR, "1999"),
                credit(CapOver.YEAR, "2025-2026"),
                credit(CapOver.TERM, "2025-春"),
                credit(CapOver.TERM, "2025-秋"),
                credit(CapOver.INSTITUTION, "the college"),
                credit(CapOver.TYPE, "SWIMMING"));

        assertThat(paths())
                .containsExactly(
                        "caps[0].key",
                        "caps[1].key",
                        "caps[2].key",
                        "caps[3].key",
                        "caps[6].key",
                        "caps[8].key",
                        "caps[9].key");
    }

    @Test
    void a_cap_per_term_needs_terms_and_one_on_an_institution_needs_a_registered_one() {
        UUID registered = new UUID(1, 1);
        programme.terms = List.of();
        programme.caps = List.of(
                credit(CapOver.TERM, null),
                credit(CapOver.INSTITUTION, registered.toString()),
                credit(CapOver.INSTITUTION, new UUID(2, 2).toString()));

        assertThat(ProgrammeCheck.faults(programme.content(), Set.of(registered)))
                .extracting(RuleFault::path)
                .containsExactly("caps[0].key", "caps[2].key");
    }

    @Test
    void a_floor_names_one_amount_that_the_programme_can_hold() {
        programme.floors = List.of(
                floor(FloorOver.TOTAL, null, null, null, null, null),
                floor(FloorOver.TOTAL, null, null, null, 1L, BigDecimal.ONE),
                floor(FloorOver.TOTAL, null, null, null, programme.totalMilli + 1, null),
                floor(FloorOver.TOTAL, null, null, null, programme.totalMilli, null));

        assertThat(paths()).containsExactly("floors[0].least", "floors[1].least", "floors[2].least");
    }

    @Test
    void a_floor_says_of_which_category_or_levels_it_speaks_and_of_nothing_else() {
        programme.floors = List.of(
                floor(FloorOver.CATEGORY, null, null, null, 1L, null),
                floor(FloorOver.CATEGORY, "nowhere", null, null, 1L, null),
                floor(FloorOver.TOTAL, "core", null, null, 1L, null),
                floor(FloorOver.LEVELS, null, null, 8, 1L, null),
                floor(FloorOver.LEVELS, null, 5, 4, 1L, null),
                floor(FloorOver.LEVELS, null, 0, 4, 1L, null),
                floor(FloorOver.LEVELS, null, 4, 4, 1L, null),
                floor(FloorOver.RESIDENCY, null, 4, 4, 1L, null));

        assertThat(paths())
                .containsExactly(
                        "floors[0].category",
                        "floors[1].category",
                        "floors[2].category",
                        "floors[3].levels",
                        "floors[4].levels",
                        "floors[5].levels",
                        "floors[7].levels");
    }

    @Test
    void what_is_never_exempted_comes_with_its_grounds_and_is_in_the_programme_once() {
        programme.neverGrounds = null;
        assertThat(paths()).containsExactly("neverExemptible");
        programme.neverGrounds = GROUNDS;
        programme.never = List.of();
        assertThat(paths()).containsExactly("neverExemptible");
        programme.never = List.of("swimming");
        assertThat(paths()).containsExactly("neverExemptible");
        programme.never = List.of("thesis", "thesis");
        assertThat(paths()).containsExactly("neverExemptible");
    }

    @Test
    void spans_have_names_and_days_and_share_none() {
        programme.terms = List.of();
        programme.years = List.of(
                new NamedSpan("a", DAY, DAY.plusDays(10)),
                new NamedSpan("a", DAY.plusDays(10), DAY.plusDays(20)),
                new NamedSpan(" ", DAY.plusDays(20), DAY.plusDays(20)),
                new NamedSpan("d", DAY.plusDays(19), DAY.plusDays(30)));

        assertThat(paths()).containsExactly("years[1].id", "years[2].id", "years[2].until", "years[3].from");
    }

    @Test
    void a_draft_has_bounds_too() {
        programme.targets = IntStream.rangeClosed(0, 200)
                .mapToObj(i -> target("t-" + i, 1_000, "core"))
                .toList();
        assertThat(ProgrammeCheck.limits(programme.content()))
                .extracting(RuleFault::path)
                .containsExactly("targets");
        programme.targets = programme.targets.subList(0, 200);
        programme.name = new LocalText("名".repeat(201), "");
        assertThat(ProgrammeCheck.limits(programme.content()))
                .extracting(RuleFault::path)
                .containsExactly("name");
    }

    @Test
    void lists_texts_and_codes_have_bounds_that_are_still_kept_at_the_edge() {
        programme.caps = caps(40);
        programme.floors = floors(40);
        programme.years = spans(60);
        programme.terms = spans(60);
        programme.never = Collections.nCopies(200, "thesis");
        programme.categories = categories(40);
        programme.grounds = grounds(1_000);
        programme.targets = List.of(withUnits(60, "c".repeat(100)));
        assertThat(limits()).isEmpty();

        programme.caps = caps(41);
        programme.floors = floors(41);
        programme.years = spans(61);
        programme.terms = spans(61);
        programme.never = Collections.nCopies(201, "thesis");
        programme.categories = categories(41);
        programme.grounds = grounds(1_001);
        programme.targets = List.of(withUnits(61, "c"));
        assertThat(limits())
                .containsExactly(
                        "categories", "caps", "floors", "neverExemptible", "years", "terms", "targets", "grounds");
    }

    @Test
    void a_code_or_a_name_without_end_is_not_kept_and_an_id_of_a_unit_is_one() {
        programme.targets = List.of(target("t", 1_000, "c".repeat(101)));
        assertThat(limits()).containsExactly("targets");
        programme.targets =
                List.of(new ProgrammeTarget("t", new LocalText("", "n".repeat(201)), 1_000, "core", null, Map.of()));
        assertThat(limits()).containsExactly("targets");
        programme.targets = List.of(
                target("t", 1_000, "core"),
                new ProgrammeTarget("u", HALF, 1_000, "core", null, Map.of("Not.An.Id", BigDecimal.ONE)));
        assertThat(limits()).containsExactly("targets[1].units");
    }

    private List<String> limits() {
        return ProgrammeCheck.limits(programme.content()).stream()
                .map(RuleFault::path)
                .toList();
    }

    private List<ProgrammeCap> caps(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> credit(CapOver.PROGRAMME, null))
                .toList();
    }

    private List<ProgrammeFloor> floors(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> floor(FloorOver.TOTAL, null, null, null, 1L, null))
                .toList();
    }

    private static List<NamedSpan> spans(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new NamedSpan("s" + i, DAY.plusDays(i), DAY.plusDays(i + 1L)))
                .toList();
    }

    private static Map<String, LocalText> categories(int many) {
        return IntStream.range(0, many)
                .boxed()
                .collect(Collectors.toMap(i -> "category-" + i, i -> new LocalText("类", "Kind")));
    }

    private static RuleGrounds grounds(int length) {
        return new RuleGrounds(new LocalText("字".repeat(length), ""), GROUNDS.clause(), TrustedAs.SAMPLE);
    }

    private static ProgrammeTarget withUnits(int many, String category) {
        Map<String, BigDecimal> units =
                IntStream.range(0, many).boxed().collect(Collectors.toMap(i -> "unit-" + i, i -> BigDecimal.ONE));
        return new ProgrammeTarget("t", new LocalText("名".repeat(200), ""), 1_000, category, null, units);
    }

    private List<String> paths() {
        return ProgrammeCheck.faults(programme.content()).stream()
                .map(RuleFault::path)
                .toList();
    }

    private static ProgrammeTarget target(String id, long milli, String category) {
        return new ProgrammeTarget(id, new LocalText("课程", "Course"), milli, category, null, Map.of());
    }

    private static ProgrammeTarget weighted(String weight) {
        return new ProgrammeTarget(
                "of-" + weight.replaceAll("[^0-9]", "-"),
                new LocalText("课程", "Course"),
                1_000,
                "core",
                null,
                Map.of("turn-5-1", new BigDecimal(weight)));
    }

    private int caps;

    private ProgrammeCap credit(CapOver over, @Nullable String key) {
        return cap(over, key, 1_000L, null, null);
    }

    private ProgrammeCap cap(
            CapOver over,
            @Nullable String key,
            @Nullable Long milli,
            @Nullable BigDecimal percent,
            @Nullable Integer outcomes) {
        return new ProgrammeCap("cap-" + ++caps, over, key, milli, percent, outcomes, GROUNDS);
    }

    private ProgrammeFloor floor(
            FloorOver over,
            @Nullable String category,
            @Nullable Integer first,
            @Nullable Integer last,
            @Nullable Long milli,
            @Nullable BigDecimal percent) {
        return new ProgrammeFloor("floor-" + ++caps, over, category, first, last, milli, percent, GROUNDS);
    }
}
