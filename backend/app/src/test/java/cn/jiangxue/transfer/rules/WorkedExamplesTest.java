package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.Scene.absolute;
import static cn.jiangxue.transfer.rules.Scene.cap;
import static cn.jiangxue.transfer.rules.Scene.certificate;
import static cn.jiangxue.transfer.rules.Scene.condition;
import static cn.jiangxue.transfer.rules.Scene.course;
import static cn.jiangxue.transfer.rules.Scene.credits;
import static cn.jiangxue.transfer.rules.Scene.decimal;
import static cn.jiangxue.transfer.rules.Scene.outcome;
import static cn.jiangxue.transfer.rules.Scene.rule;
import static cn.jiangxue.transfer.rules.Scene.share;
import static cn.jiangxue.transfer.rules.Scene.target;
import static cn.jiangxue.transfer.rules.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.frameworks.CreditUnit;
import cn.jiangxue.frameworks.FrameworkData;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.transfer.AcademicCalendar;
import cn.jiangxue.transfer.AcademicCalendar.Span;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Answer.Verdict;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.Demands;
import cn.jiangxue.transfer.Demands.BelowOverlap;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Exclusion;
import cn.jiangxue.transfer.Floor;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Limit;
import cn.jiangxue.transfer.Optimality;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Standing;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.Request.HomeCredit;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.transfer.RuleRef;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.SourceSlot;
import cn.jiangxue.transfer.Validity;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked examples of the domain, as they are written there; 11 and 12 are the ladder's. */
class WorkedExamplesTest {

    private static final FrameworkData DATA = Frameworks.load();

    /** Example 1. */
    @Test
    void ninety_six_class_hours_are_six_five_or_nineteen_credits_by_the_unit() {
        assertThat(byHours("class-16")).isEqualTo(credits("6.0"));
        assertThat(byHours("class-18")).isEqualTo(credits("5.0"));
        assertThat(byHours("notional-10")).isEqualTo(credits("19"));
    }

    /** Example 2. */
    @Test
    void what_does_not_fit_under_the_caps_stays_banked_and_the_learners_order_is_obeyed() {
        Outcome courses = course("courses", "40");
        Outcome certificates = certificate("certificates", "12");
        Outcome online = outcome("online", draft -> {
            draft.kind = OutcomeKind.TRAINING;
            draft.stated = credits("36");
            return draft;
        });
        Scene scene = new Scene()
                .with(online, certificates, courses)
                .inOrder(courses, certificates, online)
                .with(pool("courses", OutcomeKind.COURSE, "course"))
                .with(pool("certificates", OutcomeKind.SKILL_GRADE, "certificate"))
                .with(pool("online", OutcomeKind.TRAINING, "online"))
                .with(cap(Scope.PROGRAMME, null, share("50", "120")))
                .with(cap(Scope.CATEGORY, "online", share("25", "120")));

        Evaluation judged = scene.judged();

        assertThat(scene.answer(courses).granted()).isEqualTo(credits("40"));
        assertThat(scene.answer(certificates).granted()).isEqualTo(credits("12"));
        assertThat(scene.answer(online).granted()).isEqualTo(credits("8"));
        assertThat(scene.answer(online).verdict()).isEqualTo(Verdict.PARTLY_GRANTED);
        assertThat(judged.granted()).isEqualTo(credits("60"));
        assertThat(judged.banked()).isEqualTo(credits("28"));
        assertThat(condition(scene.answer(online), "总量").missing())
                .extracting(missing -> missing.text().zh())
                .isEqualTo("差28学分");
    }

    /** Example 2, with another order. */
    @Test
    void with_online_credit_first_its_own_cap_binds() {
        Outcome courses = course("courses", "40");
        Outcome online = outcome("online", draft -> {
            draft.kind = OutcomeKind.TRAINING;
            draft.stated = credits("36");
            return draft;
        });
        Scene scene = new Scene()
                .with(courses, online)
                .inOrder(online, courses)
                .with(pool("courses", OutcomeKind.COURSE, "course"))
                .with(pool("online", OutcomeKind.TRAINING, "online"))
                .with(cap(Scope.PROGRAMME, null, share("50", "120")))
                .with(cap(Scope.CATEGORY, "online", share("25", "120")));

        assertThat(scene.answer(online).granted()).isEqualTo(credits("30"));
        assertThat(scene.answer(courses).granted()).isEqualTo(credits("30"));
    }

    /** Example 3. */
    @Test
    void a_higher_grade_takes_the_place_of_the_lower_one_and_never_adds_to_it() {
        Outcome four = grade("四级", 4, "8", LocalDate.of(2024, 5, 1));
        Outcome three = grade("三级", 5, "12", LocalDate.of(2026, 5, 1));
        Scene before = grades().with(four);
        assertThat(before.judged().granted()).isEqualTo(credits("8"));

        Scene later = grades().with(four, three);
        later.live.add(new LiveAward(new RuleRef("grades", 1), List.of(four), null, "grade", 4, credits("8")));
        Evaluation judged = later.judged();

        assertThat(judged.reversals()).hasSize(1);
        assertThat(judged.reversals().getFirst().award().amount()).isEqualTo(credits("8"));
        assertThat(judged.reversals().getFirst().by()).isEqualTo(three.id());
        assertThat(judged.granted()).isEqualTo(credits("12"));
        assertThat(later.answer(four).verdict()).isEqualTo(Verdict.REFUSED);
    }

    /** Example 3, the other way round. */
    @Test
    void a_lower_grade_that_arrives_late_earns_nothing_and_reverses_nothing() {
        Outcome four = grade("四级", 4, "8", LocalDate.of(2024, 5, 1));
        Outcome three = grade("三级", 5, "12", LocalDate.of(2026, 5, 1));
        Scene scene = grades().with(four);
        scene.live.add(new LiveAward(new RuleRef("grades", 1), List.of(three), null, "grade", 5, credits("12")));

        Evaluation judged = scene.judged();

        assertThat(judged.reversals()).isEmpty();
        assertThat(judged.granted()).isEqualTo(Credits.ZERO);
        Condition highest = condition(scene.answer(four), "同组成果只计最高");
        assertThat(highest.met()).isFalse();
        assertThat(highest.found().zh()).isEqualTo("已计：三级");
    }

    /** Example 4. */
    @Test
    void of_courses_of_three_three_and_four_under_a_cap_of_eight_the_best_seven_are_granted() {
        Outcome one = certificate("welder", "8");
        Scene scene = new Scene()
                .with(one)
                .with(target("a", "3"), target("b", "3"), target("c", "4"))
                .with(rule("welder", draft -> {
                    draft.sources = List.of(SourceSlot.any(OutcomeKind.SKILL_GRADE));
                    draft.grant = new Grant.Whole(List.of("a", "b", "c"));
                    draft.credit = new CreditBasis.CopyTarget();
                    draft.mostPerSource = credits("8");
                    return draft;
                }));

        Evaluation judged = scene.judged();

        assertThat(judged.granted()).isEqualTo(credits("7"));
        assertThat(judged.optimality()).isEqualTo(new Optimality.Proven());
        assertThat(judged.grants()).extracting(Answer::target).containsExactly("a", "c");
        assertThat(judged.grants()).allMatch(answer -> new RuleRef("welder", 1).equals(answer.rule()));
        Answer left = judged.answers().stream()
                .filter(answer -> "b".equals(answer.target()))
                .findFirst()
                .orElseThrow();
        assertThat(left.verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(condition(left, "规则单次上限").toFinding().found().zh()).isEqualTo("10学分（差2学分）");
    }

    /** Example 4. */
    @Test
    void a_second_certificate_on_a_course_already_satisfied_is_refused() {
        Outcome first = certificate("first", "4");
        Outcome second = certificate("second", "4");
        Scene scene = new Scene()
                .with(first, second)
                .inOrder(first)
                .with(target("a", "4"))
                .with(rule("certificates", draft -> {
                    draft.sources = List.of(SourceSlot.any(OutcomeKind.SKILL_GRADE));
                    draft.grant = new Grant.Whole(List.of("a"));
                    return draft;
                }));

        assertThat(scene.answer(first).verdict()).isEqualTo(Verdict.GRANTED);
        assertThat(scene.answer(second).verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(condition(scene.answer(second), "同一目标只满足一次").met()).isFalse();
    }

    /** Example 5. */
    @Test
    void eighty_per_cent_of_overlap_pass_and_a_little_less_goes_to_review_or_supplement() {
        assertThat(overlapping("0.20", BelowOverlap.PRIOR_LEARNING)).isEqualTo(Verdict.GRANTED);
        assertThat(overlapping("0.199", BelowOverlap.PRIOR_LEARNING)).isEqualTo(Verdict.PRIOR_LEARNING);
        assertThat(overlapping("0.199", BelowOverlap.SUPPLEMENT)).isEqualTo(Verdict.SUPPLEMENT);
        assertThat(overlapping("0.199", BelowOverlap.REFUSE)).isEqualTo(Verdict.REFUSED);
    }

    /** Example 6. */
    @Test
    void a_term_takes_twenty_four_credits_and_the_year_only_eighteen_more() {
        Outcome spring = course("spring", "26");
        Outcome autumn = outcome("autumn", draft -> {
            draft.stated = credits("22");
            draft.attainedOn = LocalDate.of(2026, 10, 1);
            return draft;
        });
        Scene scene = new Scene()
                .with(spring, autumn)
                .with(pool("courses", OutcomeKind.COURSE, "course"))
                .with(cap(Scope.TERM, null, absolute("24")), cap(Scope.YEAR, null, absolute("42")));
        scene.calendar = new AcademicCalendar(
                List.of(),
                List.of(
                        new Span("2026春", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 8, 1)),
                        new Span("2026秋", LocalDate.of(2026, 8, 1), LocalDate.of(2027, 2, 1))));

        assertThat(scene.answer(spring).granted()).isEqualTo(credits("24"));
        assertThat(scene.answer(autumn).granted()).isEqualTo(credits("18"));
        assertThat(scene.judged().banked()).isEqualTo(credits("6"));
    }

    /** Example 7. */
    @Test
    void one_institution_gives_no_more_than_its_cap() {
        Scene scene = new Scene()
                .with(course("one", "60"), course("two", "52"))
                .with(pool("courses", OutcomeKind.COURSE, "course"))
                .with(cap(Scope.INSTITUTION, null, absolute("105")));

        assertThat(scene.judged().granted()).isEqualTo(credits("105"));
        assertThat(scene.judged().banked()).isEqualTo(credits("7"));
    }

    /** Example 7. */
    @Test
    void of_four_certificates_three_count() {
        Outcome fourth = certificate("fourth", "4");
        Scene scene = new Scene()
                .with(certificate("first", "4"), certificate("second", "4"), certificate("third", "4"), fourth)
                .inOrder(certificate("first", "4"), certificate("second", "4"), certificate("third", "4"))
                .with(pool("certificates", OutcomeKind.SKILL_GRADE, "certificate"))
                .with(cap(Scope.TYPE, "SKILL_GRADE", new Limit.Count(3)));

        assertThat(scene.judged().granted()).isEqualTo(credits("12"));
        assertThat(scene.answer(fourth).verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(condition(scene.answer(fourth), "成果类型").missing())
                .extracting(missing -> missing.text().zh())
                .isEqualTo("差1项");
    }

    /** Example 7. */
    @Test
    void a_hundred_and_forty_credits_with_seventeen_of_eighteen_earned_at_home_are_not_enough_and_it_says_why() {
        Scene scene = new Scene()
                .with(course("abroad", "123"))
                .with(pool("courses", OutcomeKind.COURSE, "course"))
                .with(new Floor("total", new Floor.InTotal(), absolute("140"), Scene.GROUNDS))
                .with(new Floor("home", new Floor.Residency(), absolute("18"), Scene.GROUNDS));
        scene.home.add(new HomeCredit("core", 5, credits("17")));

        Evaluation judged = scene.judged();

        assertThat(judged.eligible()).isFalse();
        assertThat(judged.floors()).extracting(Condition::met).containsExactly(true, false);
        Condition residency = judged.floors().get(1);
        assertThat(residency.toFinding().found().zh()).isEqualTo("17学分（差1学分）");
        assertThat(residency.asked().zh()).isEqualTo("不低于18学分");
        assertThat(residency.clause().en()).isEqualTo("Sample measures, article 1");
    }

    /** Example 8. */
    @Test
    void a_credit_of_seven_years_is_redeemable_on_the_last_day_and_not_on_the_next() {
        assertThat(redeemedOn(LocalDate.of(2026, 8, 31)).granted()).isEqualTo(credits("3"));
        Answer late = redeemedOn(LocalDate.of(2026, 9, 1));
        assertThat(late.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(late, "学分有效期").toFinding().found().zh()).isEqualTo("2026-09-01（差1天）");
    }

    /** Example 8. */
    @Test
    void a_second_redemption_is_refused() {
        Outcome once = course("once", "3");
        Scene scene = new Scene().with(once).with(pool("courses", OutcomeKind.COURSE, "course"));
        scene.live.add(new LiveAward(new RuleRef("courses", 1), List.of(once), null, "course", null, credits("3")));

        assertThat(scene.answer(once).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(scene.answer(once), "同一成果只计一次").found().zh()).isEqualTo("已转换");
        assertThat(scene.judged().granted()).isEqualTo(Credits.ZERO);
    }

    /** Example 9. */
    @Test
    void floors_by_level_ask_a_hundred_and_eighty_and_ninety() {
        assertThat(degree("75", "95").floors()).extracting(Condition::met).containsExactly(true, false, true);
        assertThat(degree("75", "95").eligible()).isFalse();
        assertThat(degree("90", "90").eligible()).isTrue();
        assertThat(degree("91", "89").floors()).extracting(Condition::met).containsExactly(true, true, false);
    }

    /** Example 10. */
    @Test
    void under_a_cap_of_thirty_five_per_cent_of_fifty_two_exemptions_of_six_are_granted() {
        Scene scene = new Scene()
                .with(target("a", "6"), target("b", "6"), target("c", "6"))
                .with(cap(Scope.PROGRAMME, null, share("35", "50")));
        for (String name : List.of("a", "b", "c")) {
            scene.with(course(name, "6")).with(rule("rule-" + name, draft -> {
                draft.sources = List.of(SourceSlot.of(OutcomeKind.COURSE, name));
                draft.grant = new Grant.Whole(List.of(name));
                return draft;
            }));
        }

        assertThat(scene.judged().granted()).isEqualTo(credits("12"));
        assertThat(scene.judged().grants()).extracting(Answer::target).containsExactly("a", "b");
        Condition total = condition(scene.answer(course("c", "6")), "总量");
        assertThat(total.asked().zh()).isEqualTo("不超过17.5学分（总学分50学分的35%）");
        assertThat(total.asked().en()).isEqualTo("at most 17.5 credits (35% of 50 credits of 总学分)");
        assertThat(total.toFinding().found().zh()).isEqualTo("18学分（差0.5学分）");
    }

    private static Credits byHours(String unit) {
        CreditUnit named = DATA.creditUnits().stream()
                .filter(one -> one.id().equals(unit))
                .findFirst()
                .orElseThrow();
        return new Scene()
                .with(outcome("course", draft -> {
                    draft.hours = 96;
                    return draft;
                }))
                .with(rule("hours", draft -> {
                    draft.credit = new CreditBasis.ByHours(named);
                    return draft;
                }))
                .judged()
                .granted();
    }

    static RuleVersion pool(String id, OutcomeKind kind, String category) {
        return rule(id, draft -> {
            draft.sources = List.of(SourceSlot.any(kind));
            draft.grant = new Grant.Pool(category);
            return draft;
        });
    }

    private static Outcome grade(String name, int level, String stated, LocalDate on) {
        return outcome(name, draft -> {
            draft.kind = OutcomeKind.SKILL_GRADE;
            draft.level = level;
            draft.stated = credits(stated);
            draft.attainedOn = on;
            draft.standing = new Standing("6-18-01-01", level);
            return draft;
        });
    }

    private static Scene grades() {
        return new Scene()
                .with(pool("grades", OutcomeKind.SKILL_GRADE, "grade"))
                .with(new Exclusion.HighestOfGroup(null, Scene.GROUNDS));
    }

    private static Verdict overlapping(String thirdWeight, BelowOverlap below) {
        Outcome one = outcome("one", draft -> {
            draft.stated = credits("4");
            draft.units = Set.of("u1", "u2", "u3");
            return draft;
        });
        var rest = decimal("0.40").subtract(decimal(thirdWeight));
        Map<String, java.math.BigDecimal> weights =
                Map.of("u1", decimal("0.35"), "u2", decimal("0.25"), "u3", decimal(thirdWeight), "u4", rest);
        return new Scene()
                .with(one)
                .with(new Target("t", text("t"), credits("4"), "core", null, weights))
                .with(rule("overlap", draft -> {
                    draft.grant = new Grant.Whole(List.of("t"));
                    draft.demands = new Demands(decimal("80"), below, null, null, null);
                    return draft;
                }))
                .answer(one)
                .verdict();
    }

    private static Answer redeemedOn(LocalDate day) {
        Outcome old = outcome("old", draft -> {
            draft.stated = credits("3");
            draft.attainedOn = LocalDate.of(2019, 9, 1);
            return draft;
        });
        Scene scene = new Scene().with(old).with(rule("seven", draft -> {
            draft.validity = new Validity(7, List.of());
            return draft;
        }));
        scene.asOf = day;
        return scene.answer(old);
    }

    private static Evaluation degree(String atNine, String atTen) {
        Scene scene = new Scene()
                .with(new Floor("total", new Floor.InTotal(), absolute("480"), Scene.GROUNDS))
                .with(new Floor("upper", new Floor.AtLevels(9, 10), absolute("180"), Scene.GROUNDS))
                .with(new Floor("top", new Floor.AtLevels(10, 10), absolute("90"), Scene.GROUNDS));
        scene.home.add(new HomeCredit("core", 9, credits(atNine)));
        scene.home.add(new HomeCredit("core", 10, credits(atTen)));
        scene.home.add(
                new HomeCredit("core", 8, credits("480").minus(credits(atNine)).minus(credits(atTen))));
        return scene.judged();
    }
}
