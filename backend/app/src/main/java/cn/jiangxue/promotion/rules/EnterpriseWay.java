package cn.jiangxue.promotion.rules;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.promotion.rules.Ladder.Check;
import cn.jiangxue.promotion.rules.Ladder.PathCheck;
import cn.jiangxue.vocabulary.GradeNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a person may take the way of the own enterprise (企业自主评价): the conditions of the standard, and a plan in force that covers the grade and whose enterprise employs
 * them, by 匠学企业自主评价管理办法（样例）第五条.
 */
public final class EnterpriseWay {

    private static final String CLAUSE = "匠学企业自主评价管理办法（样例）第五条";
    private static final String SOURCE = "SAMPLE";

    private EnterpriseWay() {}

    /**
     * What is known of the plan and of the applicant's place in the enterprise.
     *
     * @param hindrance why no sitting may begin under it today; empty when one may
     */
    public record PlanFacts(
            LocalText employer, int version, boolean covers, Optional<LocalText> hindrance, boolean employs) {}

    /** {@code ladder}: what the standard asks; each of its alternatives asks for the plan as well. */
    public static Check check(Check ladder, PlanFacts plan) {
        List<Finding> ofPlan = List.of(holds(plan), covers(ladder.grade(), plan), employs(plan));
        return new Check(
                ladder.grade(),
                ladder.paths().stream()
                        .map(path -> new PathCheck(
                                path.name(),
                                Stream.concat(path.findings().stream(), ofPlan.stream())
                                        .toList()))
                        .toList());
    }

    private static Finding holds(PlanFacts plan) {
        return finding(
                new LocalText("企业评价方案", "Plan of the enterprise"),
                new LocalText("经机构批准且在有效期内", "approved by an institution and in force"),
                plan.hindrance()
                        .orElseGet(() -> new LocalText(
                                "第%d版有效".formatted(plan.version()), "version %d in force".formatted(plan.version()))),
                plan.hindrance().isEmpty());
    }

    private static Finding covers(Grade grade, PlanFacts plan) {
        return finding(
                new LocalText("方案的评价范围", "What the plan covers"),
                GradeNames.of(grade),
                plan.covers() ? GradeNames.of(grade) : new LocalText("不含该等级", "not this grade"),
                plan.covers());
    }

    private static Finding employs(PlanFacts plan) {
        return finding(
                new LocalText("本企业职工", "Worker of the enterprise"),
                plan.employer(),
                plan.employs() ? plan.employer() : new LocalText("未在该企业登记", "not on record there"),
                plan.employs());
    }

    private static Finding finding(LocalText what, LocalText asked, LocalText found, boolean met) {
        return new Finding(what, asked, found, met, CLAUSE, SOURCE);
    }
}
