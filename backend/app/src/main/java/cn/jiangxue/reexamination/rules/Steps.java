package cn.jiangxue.reexamination.rules;

import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationAct;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import cn.jiangxue.reexamination.rules.Standing.Found;
import cn.jiangxue.reexamination.rules.Standing.Ruled;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may do what with a re-examination, and when. */
public final class Steps {

    /** Working days from the draw until it is found in order or doubtful (sample rule, 第五条). */
    public static final int FINDING_DAYS = 20;

    /** Working days from the finding until it is decided (sample rule, 第七条). */
    public static final int RULING_DAYS = 10;

    /** Working days from the finding that the learner has to say something (sample rule, 第六条). */
    public static final int HEARING_DAYS = 5;

    private Steps() {}

    /**
     * Who asks.
     *
     * @param reviews whether an assessor or a recognition officer of the institution or of one above it
     * @param rules whether a recognition officer there
     */
    public record Actor(UUID person, boolean reviews, boolean rules) {}

    /** One person looks at it. Another one may take it over once the time for the finding is over. */
    public static Answer take(Standing standing, UUID person, LocalDate today) {
        Optional<Answer> part = hadAPart(standing, person);
        if (part.isPresent()) {
            return part.get();
        }
        if (standing.state() == ReexaminationState.DRAWN) {
            return new Answer.Accepted();
        }
        LocalDate until = standing.actBy();
        UUID reviewer = standing.reviewer();
        if (standing.state() != ReexaminationState.UNDER_REVIEW || until == null || reviewer == null) {
            return new Answer.NotAtThisStep(standing.state());
        }
        if (reviewer.equals(person)) {
            return new Answer.Repeated();
        }
        return isOverdue(standing.actBy(), today) ? new Answer.Accepted() : new Answer.TakenBy(reviewer, until);
    }

    /** Whether one more file may be added. */
    public static Answer attach(Standing standing, UUID person) {
        return underReview(standing, person)
                .orElseGet(() -> standing.files() < ReexaminationApi.FILES_MOST
                        ? new Answer.Accepted()
                        : new Answer.TooManyFiles(ReexaminationApi.FILES_MOST));
    }

    public static Answer find(Standing standing, UUID person, UUID id, FindingKind kind, String reason) {
        Found made = standing.found();
        if (made != null && made.id().equals(id) && made.by().equals(person)) {
            return made.kind() == kind && made.reason().equals(reason)
                    ? new Answer.Repeated()
                    : new Answer.Conflicting();
        }
        return underReview(standing, person)
                .orElseGet(() -> isEnough(reason) ? new Answer.Accepted() : new Answer.WordsNeeded());
    }

    private static Optional<Answer> underReview(Standing standing, UUID person) {
        return hadAPart(standing, person).or(() -> {
            if (standing.state() != ReexaminationState.UNDER_REVIEW) {
                return Optional.of(new Answer.NotAtThisStep(standing.state()));
            }
            return person.equals(standing.reviewer()) ? Optional.empty() : Optional.of(new Answer.NotTheReviewer());
        });
    }

    /** The learner says something, once, as long as nothing is decided (第六条). */
    public static Answer state(Standing standing, String words) {
        String said = standing.statement();
        if (said != null) {
            return said.equals(words) ? new Answer.Repeated() : new Answer.StatedBefore();
        }
        if (!isOpen(standing.state())) {
            return new Answer.NotAtThisStep(standing.state());
        }
        return isEnough(words) ? new Answer.Accepted() : new Answer.WordsNeeded();
    }

    /** Of two at once the store keeps one, and the other comes here again with the first in {@code standing}. */
    public static Answer rule(
            Standing standing, UUID person, UUID id, RulingKind kind, String reason, long revision, LocalDate today) {
        Ruled made = standing.ruled();
        if (made != null) {
            if (made.id().equals(id) && made.by().equals(person)) {
                return made.kind() == kind && made.reason().equals(reason)
                        ? new Answer.Repeated()
                        : new Answer.Conflicting();
            }
            return new Answer.RuledBefore(made.by(), made.kind());
        }
        Optional<Answer> part = hadAPart(standing, person);
        if (part.isPresent()) {
            return part.get();
        }
        Found found = standing.found();
        if (standing.state() != ReexaminationState.AWAITING_RULING || found == null) {
            return new Answer.NotAtThisStep(standing.state());
        }
        if (found.by().equals(person)) {
            return new Answer.FoundIt();
        }
        if (revision != standing.revision()) {
            return new Answer.ChangedMeanwhile();
        }
        if (!isEnough(reason)) {
            return new Answer.WordsNeeded();
        }
        LocalDate from = overturnFrom(standing);
        return kind == RulingKind.OVERTURN && from != null && today.isBefore(from)
                ? new Answer.NotHeard(from)
                : new Answer.Accepted();
    }

    /** First day on which a grade may be taken back from a learner who says nothing; null once they spoke, and while nothing is doubtful. */
    public static @Nullable LocalDate overturnFrom(Standing standing) {
        LocalDate until = waitsForLearnerUntil(standing);
        return until == null ? null : until.plusDays(1);
    }

    /** The last day that the learner has to say something before a doubtful grade may be taken back; null once they spoke, and while nothing is doubtful. */
    public static @Nullable LocalDate waitsForLearnerUntil(Standing standing) {
        Found found = standing.found();
        return standing.state() == ReexaminationState.AWAITING_RULING && found != null && standing.statement() == null
                ? found.hearUntil()
                : null;
    }

    /** The last day that whoever took it has to find something; null while nobody has, and once it is found. */
    public static @Nullable LocalDate waitsForReviewerUntil(Standing standing) {
        return standing.state() == ReexaminationState.UNDER_REVIEW && standing.reviewer() != null
                ? standing.actBy()
                : null;
    }

    /** What somebody may do with it now. */
    public static Set<ReexaminationAct> menu(Standing standing, Actor actor, LocalDate today) {
        Set<ReexaminationAct> acts = EnumSet.noneOf(ReexaminationAct.class);
        if (actor.person().equals(standing.took().applicant())) {
            if (isOpen(standing.state()) && standing.statement() == null) {
                acts.add(ReexaminationAct.STATE);
            }
            return acts;
        }
        if (standing.took().part(actor.person()).isPresent()) {
            return acts;
        }
        if (actor.reviews() && take(standing, actor.person(), today) instanceof Answer.Accepted) {
            acts.add(ReexaminationAct.TAKE);
        }
        if (actor.reviews() && underReview(standing, actor.person()).isEmpty()) {
            acts.addAll(Set.of(ReexaminationAct.ATTACH, ReexaminationAct.FIND));
        }
        Found found = standing.found();
        if (actor.rules()
                && standing.state() == ReexaminationState.AWAITING_RULING
                && found != null
                && !found.by().equals(actor.person())) {
            acts.add(ReexaminationAct.RULE);
        }
        return acts;
    }

    private static Optional<Answer> hadAPart(Standing standing, UUID person) {
        return standing.took().part(person).map(Answer.HadAPart::new);
    }

    public static ReexaminationState after(FindingKind kind) {
        return switch (kind) {
            case UPHELD -> ReexaminationState.UPHELD;
            case DOUBTFUL -> ReexaminationState.AWAITING_RULING;
        };
    }

    public static ReexaminationState after(RulingKind kind) {
        return switch (kind) {
            case CONFIRM -> ReexaminationState.CONFIRMED;
            case OVERTURN -> ReexaminationState.OVERTURNED;
        };
    }

    /** Whether somebody still has to act. */
    public static boolean isOpen(ReexaminationState state) {
        return switch (state) {
            case DRAWN, UNDER_REVIEW, AWAITING_RULING -> true;
            case UPHELD, CONFIRMED, OVERTURNED -> false;
        };
    }

    /** {@code actBy}: null when nobody has to act. */
    public static boolean isOverdue(@Nullable LocalDate actBy, LocalDate today) {
        return actBy != null && today.isAfter(actBy);
    }

    private static boolean isEnough(String words) {
        int length = words.strip().length();
        return length >= ReexaminationApi.WORDS_LEAST && length <= ReexaminationApi.WORDS_MOST;
    }
}
