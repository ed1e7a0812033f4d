package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import java.math.BigDecimal;

/** The few phrases that many conditions share. */
final class Wording {

    static final LocalText NOT_ASKED = text("不要求", "not asked");
    static final LocalText NONE = text("无", "none");
    static final LocalText YES = text("是", "yes");
    static final LocalText NO = text("否", "no");

    private Wording() {}

    static LocalText text(String zh, String en) {
        return new LocalText(zh, en);
    }

    /** The same in both languages. */
    static LocalText same(Object value) {
        return text(value.toString(), value.toString());
    }

    static LocalText credits(Credits amount) {
        return text(amount + "学分", amount + " credits");
    }

    static LocalText percent(BigDecimal value) {
        return same(plain(value) + "%");
    }

    static LocalText atLeast(LocalText value) {
        return text("不低于" + value.zh(), "at least " + value.en());
    }

    static LocalText atMost(LocalText value) {
        return text("不超过" + value.zh(), "at most " + value.en());
    }

    static LocalText yesOrNo(boolean answer) {
        return answer ? YES : NO;
    }

    /** Without needless zeros. */
    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
