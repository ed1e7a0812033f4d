package cn.jiangxue.frameworks;

import cn.jiangxue.contract.PromotionApi.ContestRank;
import java.util.List;
import java.util.Optional;

/**
 * The ways to a grade beside the examination of its standard, in one edition.
 *
 * @param direct 直接认定
 * @param exceptional 破格晋升
 * @param contests at most one of each rank
 */
public record PromotionPaths(
        String edition, List<OtherPath> direct, List<OtherPath> exceptional, List<ContestRule> contests) {

    public PromotionPaths {
        direct = List.copyOf(direct);
        exceptional = List.copyOf(exceptional);
        contests = List.copyOf(contests);
    }

    /** What contests of this rank grant; empty when they grant nothing. */
    public Optional<ContestRule> contest(ContestRank rank) {
        return contests.stream().filter(rule -> rule.rank() == rank).findFirst();
    }
}
