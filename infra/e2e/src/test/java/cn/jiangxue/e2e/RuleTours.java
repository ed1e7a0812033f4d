package cn.jiangxue.e2e;

import com.microsoft.playwright.Page;
import java.util.List;

/** The rule book: as everybody reads it, and as an officer writes, tries and signs. */
final class RuleTours {

    /** A draft that the test makes. */
    static final String DRAFT = "sweep-draft";

    private RuleTours() {}

    static List<Tour> all() {
        return List.of(anyone(), officer());
    }

    private static Tour anyone() {
        return Tour.of(Person.ANYONE)
                .to("rules", "rules", "/rules")
                .to("rules", "rules-found", "/rules?q=%E5%8F%89%E8%BD%A6&state=IN_FORCE")
                .to("rules", "rules-none", "/rules?q=zzzzzz")
                .to("rules/:ruleId/:version([0-9]{1,5})", "rule", "/rules/welder-intermediate-arc/2")
                .to("rules/:ruleId/:version([0-9]{1,5})", "rule-several", "/rules/turner-senior-with-cnc-training/1")
                .to(
                        "rules/:ruleId/compare/:older([0-9]{1,5})/:newer([0-9]{1,5})",
                        "rule-comparison",
                        "/rules/welder-intermediate-arc/compare/1/2")
                .to("rules/changes", "rule-changes", "/rules/changes")
                .to("rules/programmes", "programmes", "/rules/programmes")
                .to(
                        "rules/programmes/:programmeId/:version([0-9]{1,5})",
                        "programme",
                        "/rules/programmes/mechatronics-diploma/1");
    }

    private static Tour officer() {
        return Tour.of(Person.OFFICER)
                .to("recognise/rules", "own-rules", "/recognise/rules")
                .opening("NewRuleDialog", "new-rule", "#new-rule")
                .opening("RuleImportDialog", "import-rules", "#import-rules")
                .to("recognise/rules", "own-rules-none", "/recognise/rules?q=zzzzzz")
                .to("recognise/rules/:ruleId/:version([0-9]{1,5})", "rule-desk", "/recognise/rules/turner-senior-cnc/2")
                .opening("RuleDeskPage", "sign-rule", "#act-sign")
                .opening("RuleDeskPage", "refuse-rule", "#act-refuse")
                .opening("OutcomeDialog", "tried-rule", RuleTours::tryThenEnter)
                .to(
                        "recognise/rules/:ruleId/:version([0-9]{1,5})",
                        "rule-desk-in-force",
                        "/recognise/rules/turner-senior-with-cnc-training/1")
                .opening("RuleDeskPage", "withdraw-rule", "#act-withdraw")
                .to(
                        "recognise/rules/:ruleId/:version([0-9]{1,5})/edit",
                        "rule-editor",
                        "/recognise/rules/" + DRAFT + "/1/edit")
                .to(
                        "recognise/rules/:ruleId/:version([0-9]{1,5})/edit",
                        "rule-editor-closed",
                        "/recognise/rules/turner-senior-cnc/1/edit")
                .to(
                        "rules/programmes/:programmeId/:version([0-9]{1,5})",
                        "programme-tried",
                        "/rules/programmes/mechatronics-diploma/1")
                .opening("OutcomeDialog", "tried-programme", RuleTours::tryThenEnter);
    }

    /** With the result of a trial behind it. */
    private static void tryThenEnter(Page page) {
        page.locator("#trial-run").click();
        page.locator("#trial-sum").waitFor();
        page.locator("#trial-add").click();
    }
}
