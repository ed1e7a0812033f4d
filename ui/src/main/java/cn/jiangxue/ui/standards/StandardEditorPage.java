package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.FrameworkContent;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.StandardContent;
import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.StandardAct;
import cn.jiangxue.contract.StandardsApi.StandardVersion;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writing a standard or the framework, one part at a time: what is general, one grade, one level. Which part is in the address. */
@Route("standards/:subject/:version([0-9]{1,5})/edit")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class StandardEditorPage extends Page implements BeforeEnterObserver {

    private static final String GENERAL = "GENERAL";

    private final transient StandardsApi standards;
    private final transient RuleBookApi book;

    StandardEditorPage(StandardsApi standards, RuleBookApi book) {
        super("standards.edit");
        this.standards = standards;
        this.book = book;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        StandardVersion version = standards.standardVersion(
                event.getRouteParameters().get("subject").orElseThrow(),
                event.getRouteParameters().getInteger("version").orElseThrow());
        String back = StandardRows.address(version.summary());
        removeAll();
        add(new PageHeader(t("standards.edit"))
                .above(Links.back(back, words().of(version.summary().name())))
                .with(StandardRows.edition(version.summary()))
                .lead(t("standards.edit.lead")));
        if (!version.acts().contains(StandardAct.EDIT)) {
            add(new EmptyState(
                    Icon.LOCK,
                    t("standards.closed"),
                    t("standards.closed.text"),
                    Links.secondary(back, t("standards.toVersion"))));
            return;
        }
        Map<String, String> parts = parts(version.content());
        String part = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("part")
                .filter(parts::containsKey)
                .orElse(GENERAL);
        Div chips = new Div(chips(back + "/edit", parts, part));
        add(chips, new StandardWriting(standards, version, changed -> form(version.content(), part, changed), saved -> {
            chips.removeAll();
            chips.add(chips(back + "/edit", parts(saved.content()), part));
        }));
    }

    /** What the parts are called, by the names that stand in the address. */
    private static Map<String, String> parts(VersionContent content) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(GENERAL, t("standards.part.GENERAL"));
        FrameworkContent framework = content.framework();
        if (framework == null) {
            Stream.of(Grade.values()).forEach(grade -> parts.put(grade.name(), words().grade(grade)));
        } else {
            framework
                    .levels()
                    .forEach(level -> parts.put(String.valueOf(level.number()), t("standards.level", level.number())));
        }
        return parts;
    }

    private static Component chips(String address, Map<String, String> parts, String here) {
        Chips chips = new Chips();
        parts.forEach((name, text) -> chips.with(address + "?part=" + name, text, name.equals(here)));
        return chips;
    }

    private PartForm form(VersionContent content, String part, Runnable changed) {
        StandardContent standard = content.standard();
        if (standard != null) {
            return part.equals(GENERAL)
                    ? new GeneralForm(standard, changed)
                    : new GradeForm(standard, Grade.valueOf(part), changed);
        }
        FrameworkContent framework = Objects.requireNonNull(content.framework());
        return part.equals(GENERAL)
                ? new FrameworkForm(framework, book.creditUnits(), changed)
                : new LevelForm(framework.levels().get(Integer.parseInt(part) - 1), changed);
    }
}
