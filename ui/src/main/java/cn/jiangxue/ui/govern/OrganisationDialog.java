package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationEdit;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new organisation under a parent (or beside the tree), or a new name for one. What it is and where it stands do not change afterwards. */
final class OrganisationDialog {

    private static final int MOST_NAME = 80;

    private final OrganisationApi organisations;
    private final @Nullable Organisation existing;
    private final @Nullable Organisation parent;
    private final UUID id;
    private final Runnable changed;
    private final TextField zh = new TextField(Texts.t("govern.organisation.zh"));
    private final TextField en = new TextField(Texts.t("govern.organisation.en"));
    private final Select<OrganisationKind> kind = new Select<>();

    OrganisationDialog(
            OrganisationApi organisations,
            @Nullable Organisation existing,
            @Nullable Organisation parent,
            List<OrganisationKind> kinds,
            Runnable changed) {
        this.organisations = organisations;
        this.existing = existing;
        this.parent = parent;
        this.changed = changed;
        this.id = existing == null ? Ids.next() : existing.id();
        kind.setLabel(Texts.t("govern.organisation.kind"));
        kind.setItems(kinds);
        kind.setItemLabelGenerator(each -> Texts.t("govern.kind." + each));
        kind.setValue(kinds.getFirst());
        kind.setReadOnly(existing != null);
        zh.setMaxLength(MOST_NAME);
        en.setMaxLength(MOST_NAME);
        zh.setId("organisation-zh");
        if (existing != null) {
            zh.setValue(existing.name().zh());
            en.setValue(existing.name().en());
        }
    }

    void open() {
        Paragraph where = new Paragraph(
                parent == null
                        ? Texts.t(existing == null ? "govern.organisation.beside" : "govern.organisation.renaming")
                        : Texts.t("govern.organisation.under", Words.now().of(parent.name())));
        new FormDialog(
                        Texts.t(existing == null ? "govern.organisation.new" : "govern.organisation.edit"),
                        where,
                        kind,
                        zh,
                        en)
                .sending(Texts.t("govern.save"), this::send, this::done)
                .open();
    }

    private void send() {
        FormDialog.demand(zh);
        UUID under = existing == null ? (parent == null ? null : parent.id()) : existing.parentId();
        organisations.saveOrganisation(
                id,
                new OrganisationEdit(
                        kind.getValue(),
                        new LocalText(zh.getValue().strip(), en.getValue().strip()),
                        under,
                        existing == null ? 0 : existing.revision()));
    }

    private void done() {
        Pages.say(Texts.t("govern.saved"));
        changed.run();
    }
}
