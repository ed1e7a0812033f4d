package cn.jiangxue.ui.govern;

import cn.jiangxue.ui.parts.Subnav;
import cn.jiangxue.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of administrators; the search index is for national ones. */
final class GovernNav {

    static final String PEOPLE = "/govern";
    static final String ORGANISATIONS = "/govern/organisations";
    static final String AUDIT = "/govern/audit";
    static final String INDEX = "/govern/search-index";

    private GovernNav() {}

    static Subnav at(String current, boolean national) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(PEOPLE, Texts.t("govern.people"));
        pages.put(ORGANISATIONS, Texts.t("govern.organisations"));
        pages.put(AUDIT, Texts.t("govern.audit"));
        if (national) {
            pages.put(INDEX, Texts.t("govern.index"));
        }
        return new Subnav(Texts.t("govern.nav"), current, pages);
    }
}
