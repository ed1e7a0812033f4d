package cn.jiangxue.recognition;

import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcome;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.CaseEvent;
import cn.jiangxue.contract.RecognitionApi.Attached;
import cn.jiangxue.contract.RecognitionApi.ObjectionView;
import cn.jiangxue.contract.RecognitionApi.Office;
import cn.jiangxue.contract.RecognitionApi.Opinion;
import cn.jiangxue.contract.RecognitionApi.PostedEntry;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.contract.RecognitionApi.RecognitionEvaluation;
import cn.jiangxue.contract.RecognitionApi.RecognitionSummary;
import cn.jiangxue.contract.RecognitionApi.ReviewMode;
import cn.jiangxue.contract.RecognitionApi.Ruling;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.contract.RecognitionApi.SupplementView;
import cn.jiangxue.contract.RecognitionApi.WithdrawnOutcome;
import cn.jiangxue.outcome.OutcomeWithdrawn;
import cn.jiangxue.recognition.CaseDocument.Happened;
import cn.jiangxue.recognition.rules.Actor;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.recognition.rules.MaskedName;
import cn.jiangxue.recognition.rules.Menu;
import cn.jiangxue.recognition.rules.Needs;
import cn.jiangxue.recognition.rules.Proceeding;
import cn.jiangxue.recognition.rules.Proceedings;
import cn.jiangxue.recognition.rules.State;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cases as they travel, as they stand on the day; people are named when they are shown, never kept by name, and those who object are masked. */
final class CaseViews {

    private static final String UNKNOWN = "—";
    private static final LocalText NOWHERE = new LocalText(UNKNOWN, UNKNOWN);

    private CaseViews() {}

    /**
     * What a view needs beside the case.
     *
     * @param declared outcomes of elsewhere that it rests on
     * @param takenBack entries of it that the ledger took back since
     * @param withdrawn outcomes it was judged by that were taken back since
     */
    record Around(
            Actor actor,
            Day day,
            Judgements judged,
            List<DeclaredOutcome> declared,
            Set<UUID> takenBack,
            List<OutcomeWithdrawn> withdrawn,
            Map<UUID, String> names,
            Map<UUID, LocalText> places) {

        String name(@Nullable UUID person) {
            return person == null ? UNKNOWN : names.getOrDefault(person, UNKNOWN);
        }

        LocalText place(UUID organisation) {
            return places.getOrDefault(organisation, NOWHERE);
        }
    }

    /** What the case was judged by: when it was made, when its evidence had been examined, and on an appeal. */
    record Judgements(
            EvaluationDocument first,
            @Nullable EvaluationDocument found,
            @Nullable EvaluationDocument onAppeal) {}

    /** Everybody a view of the case names. */
    static Set<UUID> people(CaseDocument stored) {
        Set<UUID> people = new HashSet<>(stored.proceeding().tookPart());
        people.add(stored.personId());
        stored.proceeding().objections().forEach(objection -> people.add(objection.person()));
        stored.dossier().history().stream()
                .map(Happened::by)
                .filter(Objects::nonNull)
                .forEach(people::add);
        return people;
    }

    /** Every organisation a view of the case names. */
    static Set<UUID> places(CaseDocument stored) {
        Needs needs = stored.proceeding().needs();
        Set<UUID> places = new HashSet<>(needs.parties());
        places.add(needs.institution());
        if (needs.higher() != null) {
            places.add(needs.higher());
        }
        return places;
    }

    static RecognitionCase view(CaseDocument stored, Around around) {
        Proceeding now = Proceedings.passed(stored.proceeding(), around.day());
        Needs needs = now.needs();
        Stage stage = now.state().stage();
        LocalDate due = now.state().due();
        LocalText higher = needs.higher() == null ? null : around.place(needs.higher());
        return new RecognitionCase(
                stored.id(),
                stored.learnerId(),
                around.name(stored.personId()),
                stage,
                (int) stored.revision(),
                stored.asked().institution(),
                needs.parties().stream()
                        .filter(party -> !party.equals(needs.institution()))
                        .map(around::place)
                        .toList(),
                higher,
                stored.asked().review(),
                stored.asked().statement(),
                view(around.judged().first()),
                around.judged().found() == null ? null : view(around.judged().found()),
                around.judged().onAppeal() == null ? null : view(around.judged().onAppeal()),
                around.declared(),
                around.withdrawn().stream()
                        .map(told -> new WithdrawnOutcome(
                                told.outcomeId(),
                                told.title(),
                                told.withdrawal().at(),
                                told.withdrawal().reason()))
                        .toList(),
                stored.dossier().files().stream()
                        .map(file -> new Attached(file.outcomeId(), file.evidence()))
                        .toList(),
                opinions(now, around),
                now.supplements().stream()
                        .map(asked -> new SupplementView(asked.id(), asked.reason(), asked.due(), asked.answer()))
                        .toList(),
                objections(now, around),
                rulings(now, around),
                now.appeal() == null ? null : now.appeal().text(),
                posted(stored, around),
                history(stored, around),
                Wording.actOn(stage, stored.asked().institution(), higher),
                due,
                isOverdue(due, around.day()),
                now.escalatedOn() == null ? null : higher,
                now.handler() == null ? null : around.name(now.handler()),
                stored.dossier().hindrance(),
                appealUntil(now.state()),
                List.copyOf(Menu.of(stored.proceeding(), around.actor(), around.day())),
                offices(needs, around),
                stored.submittedAt());
    }

    private static RecognitionEvaluation view(EvaluationDocument pinned) {
        return PreviewViews.view(pinned.request(), pinned.evaluation(), pinned.categories());
    }

    private static List<Office> offices(Needs needs, Around around) {
        return Stream.concat(Stream.of(needs.institution()), needs.parties().stream())
                .distinct()
                .filter(around.actor().offices()::contains)
                .map(place -> new Office(place, around.place(place)))
                .toList();
    }

    private static List<Opinion> opinions(Proceeding now, Around around) {
        return now.opinions().stream()
                .map(vote -> new Opinion(
                        around.place(vote.organisation()),
                        around.name(vote.officer()),
                        vote.favourable(),
                        vote.chair(),
                        vote.reason(),
                        vote.round()))
                .toList();
    }

    private static List<ObjectionView> objections(Proceeding now, Around around) {
        return now.objections().stream()
                .map(objection -> new ObjectionView(
                        objection.id(),
                        MaskedName.of(around.name(objection.person())),
                        objection.reason(),
                        objection.answeredBy() == null ? null : around.name(objection.answeredBy()),
                        objection.answer()))
                .toList();
    }

    private static List<Ruling> rulings(Proceeding now, Around around) {
        return now.rulings().stream()
                .map(ruling -> new Ruling(
                        ruling.id(),
                        ruling.officer() == null ? null : around.name(ruling.officer()),
                        ruling.granted(),
                        ruling.reason(),
                        ruling.appeal()))
                .toList();
    }

    private static List<PostedEntry> posted(CaseDocument stored, Around around) {
        return stored.dossier().written().stream()
                .map(written -> new PostedEntry(
                        written.seq(),
                        written.kind(),
                        written.milli(),
                        written.what(),
                        around.takenBack().contains(written.entryId())))
                .toList();
    }

    private static List<CaseEvent> history(CaseDocument stored, Around around) {
        return stored.dossier().history().stream()
                .map(event -> new CaseEvent(
                        event.at(), event.what(), event.by() == null ? null : around.name(event.by()), event.reason()))
                .toList();
    }

    static RecognitionSummary summary(CaseDocument stored, Map<UUID, String> names, Day day) {
        Proceeding now = Proceedings.passed(stored.proceeding(), day);
        LocalDate due = now.open() ? now.state().due() : null;
        return new RecognitionSummary(
                stored.id(),
                names.getOrDefault(stored.personId(), UNKNOWN),
                now.state().stage(),
                stored.asked().programme(),
                stored.asked().institution(),
                stored.asked().grantedMilli(),
                (int) stored.revision(),
                stored.asked().review() == ReviewMode.AUTOMATIC,
                stored.submittedAt(),
                due,
                isOverdue(due, day),
                now.escalatedOn() != null,
                now.handler() == null ? null : names.getOrDefault(now.handler(), UNKNOWN));
    }

    private static boolean isOverdue(@Nullable LocalDate due, Day day) {
        return due != null && day.today().isAfter(due);
    }

    private static @Nullable LocalDate appealUntil(State state) {
        return switch (state) {
            case State.Registered registered -> registered.appealUntil();
            case State.Refused refused -> refused.appealUntil();
            case State.Reviewing ignored -> null;
            case State.Supplementing ignored -> null;
            case State.Publicised ignored -> null;
            case State.Deciding ignored -> null;
            case State.Posting ignored -> null;
            case State.Appealed ignored -> null;
            case State.Withdrawn ignored -> null;
        };
    }
}
