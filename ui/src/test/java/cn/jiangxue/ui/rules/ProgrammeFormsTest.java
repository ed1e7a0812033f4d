package cn.jiangxue.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.CapOver;
import cn.jiangxue.contract.ProgrammeContent.FloorOver;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePart;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.ui.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a programme say what they were filled with, and every fault of the service leads to a field. */
class ProgrammeFormsTest {

    private static final UUID COLLEGE = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final RuleGrounds GROUNDS =
            new RuleGrounds(new LocalText("约定", "Agreed"), new LocalText("第一条", "Article 1"), TrustedAs.PRIMARY);
    private static final LocalText NAME = new LocalText("名称", "Name");
    private static final Runnable NOTHING = () -> {};
    private static final List<NamedInstitution> INSTITUTIONS = List.of(new NamedInstitution(COLLEGE, NAME));

    private static final ProgrammeContent FULL = new ProgrammeContent(
            NAME,
            COLLEGE,
            4,
            120_500,
            DAY,
            DAY.plusYears(3),
            Map.of("core", NAME, "practice", new LocalText("实践", "Practice")),
            List.of(
                    new ProgrammeTarget("drawing", NAME, 4_000, "core", 3, Map.of("turn-4-1", new BigDecimal("0.25"))),
                    new ProgrammeTarget("thesis", NAME, 8_000, "practice", null, Map.of())),
            List.of(
                    cap("a", CapOver.PROGRAMME, null, null, BigDecimal.valueOf(50), null),
                    cap("b", CapOver.CATEGORY, "core", 8_000L, null, null),
                    cap("c", CapOver.TYPE, "SKILL_GRADE", null, null, 2),
                    cap("d", CapOver.INSTITUTION, COLLEGE.toString(), 0L, null, null),
                    cap("e", CapOver.YEAR, "2026-2027", 1_000L, null, null),
                    cap("f", CapOver.TERM, null, 1_000L, null, null),
                    cap("g", CapOver.SOURCE, null, null, null, null)),
            List.of(
                    new ProgrammeFloor("a", FloorOver.TOTAL, null, null, null, 120_000L, null, GROUNDS),
                    new ProgrammeFloor(
                            "b", FloorOver.RESIDENCY, null, null, null, null, BigDecimal.valueOf(40), GROUNDS),
                    new ProgrammeFloor("c", FloorOver.LEVELS, null, 5, 8, 1_000L, null, GROUNDS),
                    new ProgrammeFloor("d", FloorOver.CATEGORY, "core", null, null, 1_000L, null, GROUNDS)),
            GROUNDS,
            List.of("thesis"),
            GROUNDS,
            List.of(new NamedSpan("2026-2027", DAY, DAY.plusYears(1))),
            List.of(new NamedSpan("2026-秋", DAY, DAY.plusMonths(5))),
            GROUNDS);

    @Test
    void every_form_says_what_it_was_filled_with() {
        for (ProgrammePart part : ProgrammePart.values()) {
            assertThat(form(part).on(FULL)).as(part.name()).isEqualTo(FULL);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "level",
                "totalMilli",
                "effectiveUntil",
                "grounds.wording",
                "grounds.clause",
                "categories",
                "categories[core]",
                "targets",
                "targets[1].id",
                "targets[0].name",
                "targets[0].milli",
                "targets[0].category",
                "targets[0].level",
                "targets[0].units",
                "caps[0].most",
                "caps[1].key",
                "caps[6].key",
                "caps[0].grounds.clause",
                "floors[0].least",
                "floors[3].category",
                "floors[2].levels",
                "floors[0].levels",
                "floors[1].grounds.wording",
                "highestOnly.wording",
                "neverExemptible",
                "neverExemptibleGrounds.clause",
                "years[0].id",
                "years[0].from",
                "terms[0].until"
            })
    void every_fault_leads_to_a_field_that_is_shown_and_has_a_name(String path) {
        FaultPlace place = FaultPlace.of(path);

        assertThat(form(place.part()).at(place))
                .isPresent()
                .get()
                .satisfies(field -> assertThat(field.isVisible()).isTrue());
        assertThat(place.inWords(FULL)).isNotEqualTo(place.list());
    }

    @Test
    void a_fault_of_a_course_is_called_by_its_name() {
        assertThat(FaultPlace.of("targets[1].milli").inWords(FULL)).endsWith("2 名称");
        assertThat(FaultPlace.of("targets[9].milli").inWords(FULL))
                .isEqualTo(Texts.t("rules.prog.place.numbered", Texts.t("rules.prog.place.targets"), 10));
    }

    @Test
    void units_are_read_as_people_type_them_and_what_has_no_weight_weighs_nothing() {
        assertThat(WeightedUnits.of(" turn-4-1=0.25，turn-4-2=0.75  weld=1 "))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "turn-4-1", new BigDecimal("0.25"),
                        "turn-4-2", new BigDecimal("0.75"),
                        "weld", BigDecimal.ONE));
        assertThat(WeightedUnits.of("turn-4-1 turn-4-2=much"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("turn-4-1", BigDecimal.ZERO, "turn-4-2", BigDecimal.ZERO));
        assertThat(WeightedUnits.of("  ")).isEmpty();
        assertThat(WeightedUnits.text(Map.of("b", new BigDecimal("0.50"), "a", BigDecimal.TEN)))
                .isEqualTo("a=10 b=0.5");
    }

    private static ProgrammeForm form(ProgrammePart part) {
        return switch (part) {
            case GENERAL -> new ProgrammeGeneralForm(FULL, NOTHING);
            case TARGETS -> new TargetsForm(FULL, NOTHING);
            case CAPS -> new CapsForm(FULL, INSTITUTIONS, NOTHING);
            case FLOORS -> new FloorsForm(FULL, NOTHING);
            case EXCLUSIONS -> new ExclusionsForm(FULL, NOTHING);
            case CALENDAR -> new CalendarForm(FULL, NOTHING);
        };
    }

    private static ProgrammeCap cap(
            String id, CapOver over, String key, Long milli, BigDecimal percent, Integer outcomes) {
        return new ProgrammeCap(id, over, key, milli, percent, outcomes, GROUNDS);
    }
}
