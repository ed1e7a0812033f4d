package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.StandIn;
import cn.jiangxue.contract.RecognitionApi.StandInEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;

/** Who stands in for the officer while they are away. */
@Route("recognise/stand-ins")
@RolesAllowed("RECOGNITION_OFFICER")
class StandInsPage extends Page implements BeforeEnterObserver {

    private final transient RecognitionApi recognition;
    private final transient CurrentPerson person;

    StandInsPage(RecognitionApi recognition, CurrentPerson person) {
        super("recognise.standIns");
        this.recognition = recognition;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        Button name = Buttons.primary(t("recognise.standIns.name"), this::name);
        name.setId("name-stand-in");
        List<StandIn> named = recognition.standIns();
        add(
                new PageHeader(t("recognise.standIns"))
                        .above(Links.back(RecognitionInboxPage.PATH, t("recognise.cases")))
                        .lead(t("recognise.standIns.lead"))
                        .action(name),
                new Panel(
                        t("recognise.standIns.mine"),
                        named.isEmpty()
                                ? new EmptyState(
                                        Icon.LEARNERS, t("recognise.standIns.none"), t("recognise.standIns.none.text"))
                                : rows(named)));
    }

    private Component rows(List<StandIn> named) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        named.forEach(each -> {
            Span who = new Span(each.standIn());
            who.addClassName("jx-row-title");
            Span when = new Span(words().of(each.organisation()) + " · " + words().date(each.from()) + " – "
                    + words().date(each.until()));
            when.addClassName("jx-quiet");
            Div body = new Div(who, when);
            body.addClassName("jx-row-body");
            Button end = Buttons.plain(t("recognise.standIns.end"), () -> end(each));
            end.setAriaLabel(t("recognise.standIns.end") + " · " + each.standIn());
            Div row = new Div(body, end);
            row.addClassName("jx-row");
            rows.add(new ListItem(row));
        });
        return rows;
    }

    private void end(StandIn each) {
        recognition.endStandIn(each.id());
        show();
    }

    /** The id is made once: a second tap is the same. */
    private void name() {
        UUID id = Ids.next();
        List<HeldRole> offices = person.get().organisationsAs(Role.RECOGNITION_OFFICER);
        Select<HeldRole> office = new Select<>();
        office.setLabel(t("recognise.standIns.office"));
        office.setItems(offices);
        office.setItemLabelGenerator(each -> words().of(each.organisationName()));
        office.setValue(offices.getFirst());
        TextField login = new TextField(t("recognise.standIns.login"));
        login.setHelperText(t("recognise.standIns.login.help"));
        login.setId("stand-in-login");
        DatePicker from = Dates.picker(t("recognise.standIns.from"));
        DatePicker until = Dates.picker(t("recognise.standIns.until"));
        new FormDialog(
                        t("recognise.standIns.name"),
                        new Paragraph(t("recognise.standIns.text")),
                        office,
                        login,
                        FormDialog.row(from, until))
                .asking(
                        t("recognise.standIns.send"),
                        () -> {
                            FormDialog.demand(login);
                            FormDialog.demand(from, until);
                            return recognition.nameStandIn(
                                    id,
                                    new StandInEdit(
                                            office.getValue().organisationId(),
                                            login.getValue().strip(),
                                            from.getValue(),
                                            until.getValue()));
                        },
                        named -> show())
                .open();
    }
}
