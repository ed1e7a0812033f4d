package cn.jiangxue.transfer;

import cn.jiangxue.contract.RuleBookApi.TriedOutcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Outcome.Proof;
import cn.jiangxue.transfer.Outcome.Standing;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Outcomes that a rule is tried on: taken as verified, each with evidence of its own. */
final class TriedOutcomes {

    private TriedOutcomes() {}

    /** Their ids are their places in the list. */
    static List<Outcome> of(List<TriedOutcome> tried) {
        return IntStream.range(0, tried.size())
                .mapToObj(i -> outcome(i, tried.get(i)))
                .toList();
    }

    private static Outcome outcome(int place, TriedOutcome tried) {
        return new Outcome(
                new OutcomeId(new UUID(0, place)),
                OutcomeKind.valueOf(tried.kind().name()),
                tried.code(),
                tried.title(),
                tried.issuer().toString(),
                tried.occupationCode(),
                tried.level(),
                tried.classHours(),
                tried.statedMilli() == null ? null : new Credits(tried.statedMilli()),
                tried.scorePercent(),
                tried.attainedOn(),
                tried.validUntil(),
                new Proof("tried-" + place, Authenticity.VERIFIED),
                tried.standingGroup() == null
                        ? null
                        : new Standing(tried.standingGroup(), Objects.requireNonNullElse(tried.standingRank(), 0)),
                Set.copyOf(tried.units()));
    }
}
