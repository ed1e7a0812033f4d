package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.Role;
import com.vaadin.flow.component.Component;

/** What someone in a working role should do first, as the top of their home. One bean per role. */
public interface WorkDesk {

    Role role();

    /** Asks the services now; may fail alone. */
    Component first();
}
