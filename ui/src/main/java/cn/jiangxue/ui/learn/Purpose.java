package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An open application of the learner's, for which credit may be set aside or spent. */
record Purpose(UUID applicationId, String title, String institution) {

    /** Applications that are looked through, page by page. */
    private static final int PAGES = 5;

    static Purpose of(Case c) {
        return new Purpose(
                c.id(), title(c.occupation(), c.gradeName()), Words.now().of(c.institutionName()));
    }

    /** Those among the newest applications. */
    static List<Purpose> open(PromotionApi promotion) {
        List<Purpose> open = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < PAGES; page++) {
            Page<CaseSummary> found = promotion.myCases(cursor);
            found.items().stream()
                    .filter(each -> isOpen(each.state()))
                    .map(Purpose::of)
                    .forEach(open::add);
            cursor = found.next();
            if (cursor == null) {
                break;
            }
        }
        return open;
    }

    private static Purpose of(CaseSummary summary) {
        return new Purpose(
                summary.id(),
                title(summary.occupation(), summary.gradeName()),
                Words.now().of(summary.institutionName()));
    }

    private static String title(LocalText occupation, LocalText gradeName) {
        return Texts.t(
                "learn.case.title", Words.now().of(occupation), Words.now().of(gradeName));
    }

    static boolean isOpen(CaseState state) {
        return switch (state) {
            case SUBMITTED, MORE_ASKED, IN_EXAMINATION, AWAITING_SECOND -> true;
            case APPROVED, REFUSED, WITHDRAWN -> false;
        };
    }
}
