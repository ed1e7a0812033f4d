package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.RuleBookApi.RuleAct;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of one version of a rule: draft, consultation, in force when every party has signed exactly this version, ended by time, by a newer version or by
 * withdrawal. What was sent is never edited; a change is a new version (规则版本管理).
 */
public final class Lifecycle {

    /** The first civil date that never comes: a version without end. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final int REASON_LEAST = 10;
    private static final int REASON_MOST = 2_000;

    private Lifecycle() {}

    /** What has been done to a version; what that means on a day is its {@link VersionState}. */
    public enum Stage {
        DRAFT,
        CONSULTATION,
        REFUSED,
        PUBLISHED,
        WITHDRAWN
    }

    /**
     * @param author the institution that wrote it
     * @param writers persons who wrote in it
     * @param signed institutions that signed
     * @param signers persons who signed for them
     * @param hash of what is signed
     */
    public record Standing(
            Stage stage,
            long revision,
            UUID author,
            Set<UUID> writers,
            Set<UUID> parties,
            Set<UUID> signed,
            Set<UUID> signers,
            String hash) {
        public Standing {
            writers = Set.copyOf(writers);
            parties = Set.copyOf(parties);
            signed = Set.copyOf(signed);
            signers = Set.copyOf(signers);
        }

        /** Whether that party still has to sign. */
        boolean waitsFor(UUID party) {
            return parties.contains(party) && !signed.contains(party);
        }
    }

    /** Somebody, and the institutions in whose name they write and sign. */
    public record Signer(UUID person, Set<UUID> reach) {
        public Signer {
            reach = Set.copyOf(reach);
        }
    }

    /** What becomes of a step. */
    public sealed interface Answer {

        record Accepted(Stage next) implements Answer {}

        /** It was done before, exactly so. */
        record Repeated() implements Answer {}

        /** Nobody in whose name it could be done. */
        record NotYours() implements Answer {}

        record NotOpen(Stage stage) implements Answer {}

        record ChangedMeanwhile() implements Answer {}

        /** What the officer read is not what would be signed. */
        record OtherContent() implements Answer {}

        /** The only party's own rule: whoever wrote in it does not sign it. */
        record SecondPersonNeeded() implements Answer {}

        /** They wrote or signed it for another party. */
        record OnePersonOneParty() implements Answer {}

        record ReasonNeeded(int least, int most) implements Answer {}
    }

    /** Its author changes a draft that nobody changed meanwhile. */
    public static Answer edit(Standing now, Set<UUID> reach, long revision) {
        return ofTheAuthor(now, reach, revision, Stage.DRAFT);
    }

    /** Its author sends the draft to the parties. */
    public static Answer send(Standing now, Set<UUID> reach, long revision) {
        return ofTheAuthor(now, reach, revision, Stage.CONSULTATION);
    }

    private static Answer ofTheAuthor(Standing now, Set<UUID> reach, long revision, Stage next) {
        if (!reach.contains(now.author())) {
            return new Answer.NotYours();
        }
        if (now.stage() != Stage.DRAFT) {
            return new Answer.NotOpen(now.stage());
        }
        return revision == now.revision() ? new Answer.Accepted(next) : new Answer.ChangedMeanwhile();
    }

    /** A party signs what it has read, each by another person. With the last signature it is published. */
    public static Answer sign(Standing now, Signer signer, UUID institution, String hash) {
        if (!isParty(now, signer.reach(), institution)) {
            return new Answer.NotYours();
        }
        if (!hash.equals(now.hash())) {
            return new Answer.OtherContent();
        }
        if (now.signed().contains(institution)) {
            return new Answer.Repeated();
        }
        if (now.stage() != Stage.CONSULTATION) {
            return new Answer.NotOpen(now.stage());
        }
        Answer keptOut = keptOut(now, signer.person(), institution);
        if (keptOut != null) {
            return keptOut;
        }
        boolean last = now.parties().stream()
                .allMatch(party -> party.equals(institution) || now.signed().contains(party));
        return new Answer.Accepted(last ? Stage.PUBLISHED : Stage.CONSULTATION);
    }

    /** Why this person does not sign for that party; null when they may. */
    private static @Nullable Answer keptOut(Standing now, UUID person, UUID institution) {
        boolean wrote = now.writers().contains(person);
        if (now.parties().size() == 1) {
            return wrote ? new Answer.SecondPersonNeeded() : null;
        }
        boolean forAnother = now.signers().contains(person) || wrote && !institution.equals(now.author());
        return forAnother ? new Answer.OnePersonOneParty() : null;
    }

    /** A party says no, with the reason; whatever was signed is void. */
    public static Answer refuse(Standing now, Set<UUID> reach, UUID institution, String reason) {
        return withReason(now, reach, institution, reason, now.stage() == Stage.CONSULTATION, Stage.REFUSED);
    }

    /** Its author takes back what is not in force; any party ends what is. */
    public static Answer withdraw(Standing now, Set<UUID> reach, UUID institution, String reason) {
        boolean open = switch (now.stage()) {
            case DRAFT, CONSULTATION -> institution.equals(now.author());
            case PUBLISHED -> true;
            case REFUSED, WITHDRAWN -> false;
        };
        return withReason(now, reach, institution, reason, open, Stage.WITHDRAWN);
    }

    private static Answer withReason(
            Standing now, Set<UUID> reach, UUID institution, String reason, boolean open, Stage next) {
        if (!isParty(now, reach, institution)) {
            return new Answer.NotYours();
        }
        if (!open) {
            return new Answer.NotOpen(now.stage());
        }
        int length = reason.strip().length();
        return length < REASON_LEAST || length > REASON_MOST
                ? new Answer.ReasonNeeded(REASON_LEAST, REASON_MOST)
                : new Answer.Accepted(next);
    }

    private static boolean isParty(Standing now, Set<UUID> reach, UUID institution) {
        return reach.contains(institution)
                && now.parties().contains(institution)
                && (now.stage() != Stage.DRAFT || institution.equals(now.author()));
    }

    /** Whether a new version may follow: one version of a rule is open at a time. */
    public static boolean maySucceed(Stage stage) {
        return stage != Stage.DRAFT && stage != Stage.CONSULTATION;
    }

    /** What that person may do. */
    public static List<RuleAct> acts(Standing now, Signer signer) {
        Set<UUID> reach = signer.reach();
        List<RuleAct> acts = new ArrayList<>();
        boolean author = reach.contains(now.author());
        boolean party = now.parties().stream().anyMatch(reach::contains);
        switch (now.stage()) {
            case DRAFT -> {
                if (author) {
                    acts.addAll(List.of(RuleAct.EDIT, RuleAct.SEND, RuleAct.WITHDRAW));
                }
            }
            case CONSULTATION -> {
                if (reach.stream().anyMatch(own -> now.waitsFor(own) && keptOut(now, signer.person(), own) == null)) {
                    acts.add(RuleAct.SIGN);
                }
                if (party) {
                    acts.add(RuleAct.REFUSE);
                }
                if (author) {
                    acts.add(RuleAct.WITHDRAW);
                }
            }
            case PUBLISHED -> {
                if (party) {
                    acts.addAll(List.of(RuleAct.NEXT_VERSION, RuleAct.WITHDRAW));
                }
            }
            case REFUSED, WITHDRAWN -> {
                if (party) {
                    acts.add(RuleAct.NEXT_VERSION);
                }
            }
        }
        return List.copyOf(acts);
    }

    /** What holds from when on: never before the last signature. */
    public static LocalDate heldFrom(LocalDate effectiveFrom, @Nullable LocalDate publishedOn) {
        return publishedOn != null && publishedOn.isAfter(effectiveFrom) ? publishedOn : effectiveFrom;
    }

    /** How a version stands on a civil date. */
    public static VersionState state(Stage stage, LocalDate from, LocalDate until, LocalDate today) {
        return switch (stage) {
            case DRAFT -> VersionState.DRAFT;
            case CONSULTATION -> VersionState.CONSULTATION;
            case REFUSED -> VersionState.REFUSED;
            case WITHDRAWN -> VersionState.WITHDRAWN;
            case PUBLISHED -> {
                if (!today.isBefore(until)) {
                    yield VersionState.ENDED;
                }
                yield today.isBefore(from) ? VersionState.UPCOMING : VersionState.IN_FORCE;
            }
        };
    }
}
