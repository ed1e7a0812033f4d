package cn.jiangxue.ui.learn;

import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("")
@PermitAll
class HomeView extends Page {
    HomeView(CurrentPerson person) {
        super("shell.nav.home");
        add(new PageHeader(person.get().me().displayName()));
    }
}
