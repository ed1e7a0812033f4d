package cn.jiangxue.ui.rules;

import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.SubNav;
import cn.jiangxue.ui.text.Texts;

/** The public pages of the rule book. */
final class RulesNav {

    private RulesNav() {}

    static SubNav at(String here) {
        return new SubNav(Texts.t("rules.nav"), here)
                .to("/rules", Texts.t("rules.title"), Icon.TEXT)
                .to("/rules/programmes", Texts.t("rules.programmes"), Icon.COURSES)
                .to("/rules/changes", Texts.t("rules.changes"), Icon.HISTORY);
    }
}
