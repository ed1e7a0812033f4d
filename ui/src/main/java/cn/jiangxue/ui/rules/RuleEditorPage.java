package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.RuleAct;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** Writing a rule: fields on one side, what they say in plain words on the other, a trial below. */
@Route("recognise/rules/:ruleId/:version([0-9]{1,5})/edit")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class RuleEditorPage extends Page implements BeforeEnterObserver {

    private final transient RuleBookApi book;
    private final transient FrameworkApi framework;

    RuleEditorPage(RuleBookApi book, FrameworkApi framework) {
        super("rules.edit");
        this.book = book;
        this.framework = framework;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String ruleId = event.getRouteParameters().get("ruleId").orElseThrow();
        int version = event.getRouteParameters().getInteger("version").orElseThrow();
        RuleVersionView rule = book.rule(ruleId, version);
        String back = "/recognise/rules/" + ruleId + "/" + version;
        removeAll();
        add(new PageHeader(t("rules.edit"))
                .above(Links.back(back, t("rules.desk")))
                .lead(t("rules.edit.lead", ruleId, version)));
        if (rule.acts().contains(RuleAct.EDIT)) {
            programme(rule)
                    .ifPresentOrElse(
                            programme -> add(new RuleWriting(rule, programme, book, framework)),
                            () -> add(new EmptyState(
                                    Icon.COURSES, t("rules.programme.gone"), t("rules.programme.gone.text"))));
        } else {
            add(new EmptyState(
                    Icon.LOCK, t("rules.closed"), t("rules.closed.text"), Links.secondary(back, t("rules.desk"))));
        }
    }

    private Optional<ProgrammeContent> programme(RuleVersionView rule) {
        return book.publicProgrammes().stream()
                .filter(each -> each.programmeId().equals(rule.content().programme()))
                .findFirst()
                .map(found -> book.publicProgramme(found.programmeId(), found.version())
                        .content());
    }
}
