package cn.jiangxue.ui.govern;

import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.SubNav;
import cn.jiangxue.ui.text.Texts;

/** The pages of administrators; the search index is for national ones. */
final class GovernNav {

    static final String PEOPLE = "/govern";
    static final String ORGANISATIONS = "/govern/organisations";
    static final String AUDIT = "/govern/audit";
    static final String BURSTS = "/govern/bursts";
    static final String PLANS = "/govern/plans";
    static final String REEXAMINATIONS = "/govern/reexaminations";
    static final String KEYS = "/govern/institution-keys";
    static final String INDEX = "/govern/search-index";

    private GovernNav() {}

    static SubNav at(String current, boolean national) {
        SubNav nav = new SubNav(Texts.t("govern.nav"), current)
                .to(PEOPLE, Texts.t("govern.people"), Icon.LEARNERS)
                .to(ORGANISATIONS, Texts.t("govern.organisations"), Icon.GOVERN)
                .to(AUDIT, Texts.t("govern.audit"), Icon.HISTORY)
                .to(BURSTS, Texts.t("govern.bursts"), Icon.CLOCK)
                .to(PLANS, Texts.t("govern.plans"), Icon.TEXT)
                .to(REEXAMINATIONS, Texts.t("govern.reexam"), Icon.EYE)
                .to("/recognise/corrections", Texts.t("recognise.corrections"), Icon.ACCOUNT)
                .to("/recognise/rules", Texts.t("recognise.rules"), Icon.TEXT)
                .to("/standards", Texts.t("standards.nav"), Icon.PATH)
                .to("/recognise/outcome-imports", Texts.t("recognise.imports"), Icon.UPLOAD)
                .to(KEYS, Texts.t("govern.keys"), Icon.LOCK);
        return national ? nav.to(INDEX, Texts.t("govern.index"), Icon.SEARCH) : nav;
    }
}
