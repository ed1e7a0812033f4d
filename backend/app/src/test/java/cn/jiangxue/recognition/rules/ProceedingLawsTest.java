package cn.jiangxue.recognition.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.DeclaredOutcomeApi.Means;
import cn.jiangxue.contract.RecognitionApi.CaseAct;
import cn.jiangxue.vocabulary.WorkingDays;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people do in whatever order. */
class ProceedingLawsTest {

    private static final int ACTS = 120;
    private static final List<UUID> PEOPLE = IntStream.range(0, 6)
            .mapToObj(i -> i == 0 ? CaseScene.APPLICANT : CaseScene.id("person" + i))
            .toList();
    private static final List<UUID> DECLARED = List.of(CaseScene.id("plc"), CaseScene.id("welding"));
    private static final List<UUID> PLACES =
            List.of(CaseScene.SCHOOL, CaseScene.PARTNER, CaseScene.UNION, CaseScene.id("elsewhere"));

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_is_decided_twice_nor_posted_twice_and_nobody_acts_who_must_keep_out(int seed) {
        Random random = new Random(seed);
        Proceeding now = opened(random);
        Day day = new Day(CaseScene.FRIDAY, WorkingDays.PUBLISHED);
        int posted = 0;
        for (int i = 0; i < ACTS; i++) {
            day = random.nextInt(4) == 0 ? new Day(day.today().plusDays(1 + random.nextInt(20)), day.calendar()) : day;
            Actor actor = actor(random);
            Act act = act(random, now);
            Answer answer = Proceedings.act(now, actor, act, day);
            if (answer instanceof Answer.Done done) {
                assertThat(Proceedings.passed(done.next(), day))
                        .as("seed %d: nothing is due right after an act", seed)
                        .isEqualTo(done.next());
                posted += act instanceof Act.Post ? 1 : 0;
                keepsOut(seed, now, actor, act);
                now = done.next();
            }
            assertThat(now.rulings().stream().filter(ruling -> !ruling.appeal()))
                    .as("seed %d: one decision", seed)
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(now.rulings().stream().filter(Proceeding.Ruling::appeal))
                    .as("seed %d: one ruling on one appeal", seed)
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(posted).as("seed %d: each grant is posted once", seed).isLessThanOrEqualTo((int)
                now.rulings().stream().filter(Proceeding.Ruling::granted).count());
    }

    /** What the menu offers the rules take, and what it leaves out they refuse. */
    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_offered_is_what_is_taken(int seed) {
        Random random = new Random(seed);
        Proceeding now = opened(random);
        Day day = new Day(CaseScene.FRIDAY, WorkingDays.PUBLISHED);
        Set<CaseAct> seen = EnumSet.noneOf(CaseAct.class);
        for (int i = 0; i < ACTS; i++) {
            day = random.nextInt(6) == 0 ? new Day(day.today().plusDays(3), day.calendar()) : day;
            Actor actor = actor(random);
            Act act = act(random, now);
            CaseAct kind = kind(act);
            Answer answer = Proceedings.act(now, actor, act, day);
            if (answer instanceof Answer.Done done) {
                if (kind != null) {
                    assertThat(Menu.of(now, actor, day))
                            .as("seed %d: %s by %s at %s", seed, act, actor, now.state())
                            .contains(kind);
                    seen.add(kind);
                }
                now = done.next();
            }
        }
        assertThat(seen).as("seed %d", seed).isNotNull();
    }

    private static void keepsOut(int seed, Proceeding before, Actor actor, Act act) {
        boolean official = act instanceof Act.Vote
                || act instanceof Act.AskForMore
                || act instanceof Act.Reply
                || act instanceof Act.Decide
                || act instanceof Act.Take
                || act instanceof Act.Examine
                || act instanceof Act.RuleOnAppeal;
        if (!official) {
            return;
        }
        assertThat(actor.person()).as("seed %d: own case", seed).isNotEqualTo(before.applicant());
        assertThat(before.objections())
                .as("seed %d: objector acts", seed)
                .noneMatch(objection -> objection.person().equals(actor.person()));
        assertThat(actor.shared()).as("seed %d: colleague acts", seed).isEmpty();
        if (act instanceof Act.RuleOnAppeal) {
            assertThat(before.tookPart()).as("seed %d: took part", seed).doesNotContain(actor.person());
        }
    }

    private static Proceeding opened(Random random) {
        Set<UUID> parties = random.nextBoolean() ? Set.of() : Set.of(CaseScene.SCHOOL, CaseScene.PARTNER);
        boolean panel = random.nextBoolean();
        Needs needs = new Needs(CaseScene.SCHOOL, panel, parties, CaseScene.UNION);
        Procedure procedure = random.nextInt(3) == 0 ? Procedure.SAMPLE.publicity(0) : Procedure.SAMPLE;
        return Proceedings.open(
                CaseScene.APPLICANT,
                needs,
                procedure,
                panel && random.nextBoolean() ? DECLARED : List.of(),
                CaseScene.id("case"),
                new Day(CaseScene.FRIDAY, WorkingDays.PUBLISHED));
    }

    private static Actor actor(Random random) {
        UUID person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        List<UUID> offices = new ArrayList<>();
        PLACES.forEach(place -> {
            if (random.nextBoolean()) {
                offices.add(place);
            }
        });
        Set<UUID> shared = random.nextInt(5) == 0 ? Set.of(CaseScene.id("works")) : Set.of();
        return new Actor(person, Set.copyOf(offices), shared);
    }

    private static Act act(Random random, Proceeding now) {
        UUID id = CaseScene.id("act" + random.nextInt(40));
        return switch (random.nextInt(16)) {
            case 0 -> new Act.Take();
            case 1, 2, 3 -> new Act.Vote(id, PLACES.get(random.nextInt(2)), random.nextInt(4) > 0, CaseScene.REASON);
            case 4 -> new Act.AskForMore(id, CaseScene.REASON, random.nextInt(10));
            case 5 -> new Act.Supply(id, CaseScene.REASON);
            case 6 -> random.nextInt(10) == 0 ? new Act.Withdraw() : new Act.Post();
            case 7 -> new Act.Object(id, CaseScene.REASON);
            case 8 ->
                new Act.Reply(
                        now.objections().isEmpty()
                                ? id
                                : now.objections().getFirst().id(),
                        CaseScene.REASON);
            case 9, 10 -> new Act.Decide(id, random.nextBoolean(), CaseScene.REASON);
            case 11 -> new Act.Post();
            case 12 -> new Act.Appeal(id, CaseScene.REASON);
            case 13, 14 ->
                new Act.Examine(
                        id,
                        DECLARED.get(random.nextInt(DECLARED.size())),
                        random.nextBoolean(),
                        Means.ISSUER_ASKED,
                        CaseScene.REASON);
            default -> new Act.RuleOnAppeal(id, random.nextBoolean(), CaseScene.REASON);
        };
    }

    private static @org.jspecify.annotations.Nullable CaseAct kind(Act act) {
        return switch (act) {
            case Act.Take ignored -> CaseAct.TAKE;
            case Act.Vote ignored -> CaseAct.VOTE;
            case Act.Examine ignored -> CaseAct.EXAMINE;
            case Act.AskForMore ignored -> CaseAct.ASK_FOR_MORE;
            case Act.Supply ignored -> CaseAct.SUPPLY;
            case Act.Withdraw ignored -> CaseAct.WITHDRAW;
            case Act.Object ignored -> null;
            case Act.Reply ignored -> CaseAct.REPLY;
            case Act.Decide ignored -> CaseAct.DECIDE;
            case Act.Post ignored -> null;
            case Act.Appeal ignored -> CaseAct.APPEAL;
            case Act.RuleOnAppeal ignored -> CaseAct.RULE_ON_APPEAL;
        };
    }
}
