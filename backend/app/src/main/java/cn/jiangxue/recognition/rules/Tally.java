package cn.jiangxue.recognition.rules;

import cn.jiangxue.recognition.rules.Proceeding.Opinion;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The votes of a round. A panel has two votes of the awarding institution or more and decides by majority; at a tie the next officer of that institution sits in the
 * chair and decides it. Of every party one officer must agree. One institution against it is enough that it cannot be granted.
 */
record Tally(Needs needs, List<Opinion> votes) {

    enum Result {
        OPEN,
        AGREED,
        NOT_AGREED
    }

    static Tally of(Proceeding proceeding) {
        return new Tally(proceeding.needs(), proceeding.current());
    }

    Result result() {
        List<Result> each = organisations().stream().map(this::of).toList();
        if (each.contains(Result.NOT_AGREED)) {
            return Result.NOT_AGREED;
        }
        return each.contains(Result.OPEN) ? Result.OPEN : Result.AGREED;
    }

    private Set<UUID> organisations() {
        return needs.panel()
                ? java.util.stream.Stream.concat(
                                needs.parties().stream(), java.util.stream.Stream.of(needs.institution()))
                        .collect(java.util.stream.Collectors.toUnmodifiableSet())
                : needs.parties();
    }

    /** Whether the next vote of this organisation is needed. */
    boolean wants(UUID organisation) {
        return organisations().contains(organisation) && of(organisation) == Result.OPEN;
    }

    /** Whether the next vote of this organisation is the casting one. */
    boolean isTied(UUID organisation) {
        return votes(organisation) >= Procedure.PANEL && inFavour(organisation) * 2 == votes(organisation);
    }

    private Result of(UUID organisation) {
        long all = votes(organisation);
        long least = needs.panel() && organisation.equals(needs.institution()) ? Procedure.PANEL : 1;
        if (all < least || inFavour(organisation) * 2 == all) {
            return Result.OPEN;
        }
        return inFavour(organisation) * 2 > all ? Result.AGREED : Result.NOT_AGREED;
    }

    private long votes(UUID organisation) {
        return votes.stream()
                .filter(vote -> vote.organisation().equals(organisation))
                .count();
    }

    private long inFavour(UUID organisation) {
        return votes.stream()
                .filter(vote -> vote.organisation().equals(organisation) && vote.favourable())
                .count();
    }
}
