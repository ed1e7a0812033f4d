package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.frameworks.Review;
import cn.jiangxue.frameworks.Source;
import cn.jiangxue.transfer.AcademicCalendar;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Cap;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.Demands;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Exclusion;
import cn.jiangxue.transfer.Floor;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Limit;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Outcome.Proof;
import cn.jiangxue.transfer.Outcome.Standing;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.Recording;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.transfer.Request.HomeCredit;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.transfer.RuleRef;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.SourceSlot;
import cn.jiangxue.transfer.Validity;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A learner before a programme: outcomes, rules and limits added in words, then judged. */
final class Scene {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Grounds GROUNDS =
            new Grounds(text("样例规则"), new LocalText("样例办法第一条", "Sample measures, article 1"), Source.SAMPLE);

    /** Other categories go by their id. */
    static final Map<String, LocalText> CATEGORIES = Map.of("hands-on", new LocalText("实践教学", "Practice"));

    final List<Outcome> outcomes = new ArrayList<>();
    final List<RuleVersion> rules = new ArrayList<>();
    final List<Target> targets = new ArrayList<>();
    final List<Cap> caps = new ArrayList<>();
    final List<Floor> floors = new ArrayList<>();
    final List<Exclusion> exclusions = new ArrayList<>();
    final List<LiveAward> live = new ArrayList<>();
    final List<HomeCredit> home = new ArrayList<>();
    final List<OutcomeId> priority = new ArrayList<>();
    AcademicCalendar calendar = AcademicCalendar.CIVIL;
    LocalDate asOf = TODAY;

    @Nullable
    Integer level;

    static LocalText text(String both) {
        return new LocalText(both, both);
    }

    static OutcomeId id(String name) {
        return new OutcomeId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    static Credits credits(String amount) {
        return Credits.exactly(new BigDecimal(amount));
    }

    static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }

    /** An outcome that can be changed piece by piece. */
    static final class Draft {
        final String name;
        OutcomeKind kind = OutcomeKind.COURSE;
        String code;
        String issuer = "school-a";

        @Nullable
        String occupation;

        @Nullable
        Integer level;

        int hours;

        @Nullable
        Credits stated;

        @Nullable
        BigDecimal score;

        LocalDate attainedOn = LocalDate.of(2026, 3, 1);

        @Nullable
        LocalDate validUntil;

        Authenticity authenticity = Authenticity.VERIFIED;
        String evidence;

        @Nullable
        Standing standing;

        Set<String> units = Set.of();

        Draft(String name) {
            this.name = name;
            code = name;
            evidence = "sha256:" + name;
        }

        Outcome outcome() {
            return new Outcome(
                    id(name),
                    kind,
                    code,
                    text(name),
                    issuer,
                    occupation,
                    level,
                    hours,
                    stated,
                    score,
                    attainedOn,
                    validUntil,
                    new Proof(evidence, authenticity),
                    standing,
                    units);
        }
    }

    /** A rule that can be changed piece by piece. */
    static final class RuleDraft {
        final String id;
        int version = 1;
        LocalDate from = LocalDate.of(2020, 1, 1);

        @Nullable
        LocalDate until;

        Set<String> parties = Set.of();
        Set<String> signedBy = Set.of();
        List<SourceSlot> sources = List.of(SourceSlot.any(OutcomeKind.COURSE));
        Grant grant = new Grant.Pool("course");
        Demands demands = Demands.NONE;
        CreditBasis credit = new CreditBasis.CopyStated();

        @Nullable
        Credits mostPerSource;

        Validity validity = Validity.UNLIMITED;
        Recording recording = new Recording.Exempt();
        Review review = Review.AUTOMATIC;

        RuleDraft(String id) {
            this.id = id;
        }

        RuleVersion rule() {
            return new RuleVersion(
                    new RuleRef(id, version),
                    text(id),
                    GROUNDS,
                    from,
                    until,
                    parties,
                    signedBy,
                    sources,
                    grant,
                    demands,
                    credit,
                    mostPerSource,
                    validity,
                    recording,
                    review);
        }
    }

    static Outcome outcome(String name, UnaryOperator<Draft> change) {
        return change.apply(new Draft(name)).outcome();
    }

    static RuleVersion rule(String id, UnaryOperator<RuleDraft> change) {
        return change.apply(new RuleDraft(id)).rule();
    }

    /** A course for which its issuer states credit. */
    static Outcome course(String name, String stated) {
        return outcome(name, draft -> {
            draft.stated = credits(stated);
            return draft;
        });
    }

    static Outcome certificate(String name, String stated) {
        return outcome(name, draft -> {
            draft.kind = OutcomeKind.SKILL_GRADE;
            draft.stated = credits(stated);
            return draft;
        });
    }

    static Cap cap(Cap.Scope scope, @Nullable String key, Limit most) {
        return new Cap(scope + ":" + key, scope, key, most, GROUNDS);
    }

    static Limit.Absolute absolute(String amount) {
        return new Limit.Absolute(credits(amount));
    }

    static Limit.Share share(String percent, String base) {
        return new Limit.Share(decimal(percent), credits(base), text("总学分"));
    }

    static Target target(String id, String amount) {
        return new Target(id, text(id), credits(amount), "core", null, Map.of());
    }

    Scene with(Outcome... more) {
        outcomes.addAll(List.of(more));
        return this;
    }

    Scene with(RuleVersion... more) {
        rules.addAll(List.of(more));
        return this;
    }

    Scene with(Target... more) {
        targets.addAll(List.of(more));
        return this;
    }

    Scene with(Cap... more) {
        caps.addAll(List.of(more));
        return this;
    }

    Scene with(Floor... more) {
        floors.addAll(List.of(more));
        return this;
    }

    Scene with(Exclusion... more) {
        exclusions.addAll(List.of(more));
        return this;
    }

    Scene inOrder(Outcome... stated) {
        for (Outcome one : stated) {
            priority.add(one.id());
        }
        return this;
    }

    Programme programme() {
        return new Programme(
                "programme",
                1,
                text("样例专业"),
                "home",
                level,
                targets,
                caps,
                floors,
                exclusions,
                calendar,
                CATEGORIES,
                GROUNDS);
    }

    Request request() {
        return new Request(programme(), rules, outcomes, priority, live, home, asOf);
    }

    Evaluation judged() {
        return Transfers.evaluate(request());
    }

    /** The one answer about the outcome; fails when there are several. */
    Answer answer(Outcome outcome) {
        return answers(outcome).getFirst();
    }

    List<Answer> answers(Outcome outcome) {
        return judged().answers().stream()
                .filter(answer -> answer.sources().contains(outcome.id()))
                .toList();
    }

    static Condition condition(Answer answer, String what) {
        return answer.conditions().stream()
                .filter(condition -> condition.what().zh().contains(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " is not among " + answer.conditions()));
    }
}
