package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.ContestResult;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.platform.ProblemException;
import java.time.LocalDate;
import java.util.Optional;

/** Whether an application is filled in as its path asks. */
final class ApplicationCheck {

    private static final int STATEMENT_MOST = 2_000;
    private static final int CONTEST_LEAST = 2;
    private static final int CONTEST_MOST = 100;

    /** Before there were skills contests of today's form (sample). */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private ApplicationCheck() {}

    /** INVALID_FIELDS with the first thing that is missing or out of bounds. */
    @SuppressWarnings("ConstantValue")
    static Optional<ProblemException> flaws(Application application, LocalDate today) {
        if (application.statement().length() > STATEMENT_MOST) {
            return flaw("statement", "不超过2000字", "At most 2,000 characters");
        }
        if (application.path() == null) {
            return flaw("path", "请选择晋级途径", "Choose the path");
        }
        if ((application.path() == PromotionPath.EXCEPTIONAL) != (application.achievement() != null)) {
            return flaw(
                    "achievement",
                    "破格晋升须选择破格事由，其他途径不填",
                    "On the exceptional path, and on no other, name the achievement");
        }
        ContestResult contest = application.contest();
        if ((application.path() == PromotionPath.CONTEST) != (contest != null)) {
            return flaw("contest", "竞赛晋升须填写竞赛结果，其他途径不填", "On the path of contests, and on no other, give the result");
        }
        if ((application.path() == PromotionPath.ENTERPRISE) != (application.planId() != null)) {
            return flaw(
                    "planId",
                    "企业自主评价须选择评价方案，其他途径不填",
                    "On the path of the own enterprise, and on no other, choose the plan");
        }
        return contest == null ? Optional.empty() : flaws(contest, today);
    }

    @SuppressWarnings("ConstantValue")
    private static Optional<ProblemException> flaws(ContestResult contest, LocalDate today) {
        if (contest.rank() == null || contest.contest() == null || contest.heldOn() == null) {
            return flaw("contest", "请填写竞赛级别、名称和日期", "Give rank, name and date of the contest");
        }
        int length = contest.contest().strip().length();
        if (length < CONTEST_LEAST || contest.contest().length() > CONTEST_MOST) {
            return flaw("contest.contest", "竞赛名称为2至100字", "The contest's name has 2 to 100 characters");
        }
        if (contest.place() < 1) {
            return flaw("contest.place", "名次从1开始", "Places count from 1");
        }
        return contest.heldOn().isAfter(today) || contest.heldOn().isBefore(EARLIEST)
                ? flaw("contest.heldOn", "竞赛日期应在2000年至今天之间", "The contest was held between 2000 and today")
                : Optional.empty();
    }

    private static Optional<ProblemException> flaw(String field, String zh, String en) {
        return Optional.of(new ProblemException(ProblemCode.INVALID_FIELDS).field(field, new LocalText(zh, en)));
    }
}
