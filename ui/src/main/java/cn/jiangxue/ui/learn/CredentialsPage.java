package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CredentialApi;
import cn.jiangxue.contract.CredentialApi.Credential;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One's own credentials: to show, to take along, and to decide what others see. */
@Route("credentials")
@RolesAllowed("LEARNER")
class CredentialsPage extends Page {

    CredentialsPage(CredentialApi credentials) {
        super("learn.credentials");
        List<Credential> mine = credentials.mine();
        add(new PageHeader(t("learn.credentials")).lead(t("learn.credentials.lead")));
        if (mine.isEmpty()) {
            add(new EmptyState(
                    Icon.CREDENTIAL,
                    t("learn.credentials.none"),
                    t("learn.credentials.none.text"),
                    Links.primary("/path", t("learn.home.grade.open"))));
            return;
        }
        UnorderedList cards = new UnorderedList();
        cards.addClassName("jx-credentials");
        mine.forEach(credential -> cards.add(new ListItem(new CredentialCard(credentials, credential))));
        add(cards);
    }
}
