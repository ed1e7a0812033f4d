package cn.jiangxue.ui.message;

import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.contract.MessageApi.Message;
import cn.jiangxue.contract.Page;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Bell;
import cn.jiangxue.ui.shell.Pages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one was told, the newest first. Following a message marks it as read; while any is unread, all that had come when this was opened can be marked at once. */
@Route("messages")
@PermitAll
class MessagesPage extends cn.jiangxue.ui.shell.Page {

    private final transient MessageApi messages;
    private @Nullable UUID newest;

    MessagesPage(MessageApi messages) {
        super("messages.title");
        this.messages = messages;
        show();
    }

    private void show() {
        removeAll();
        newest = null;
        KeysetList<Message> list = new KeysetList<>(
                this::page,
                MessageLine::of,
                () -> new EmptyState(
                        Icon.BELL,
                        t("messages.none"),
                        t("messages.none.text"),
                        Links.secondary("/", t("messages.none.home"))));
        PageHeader header = new PageHeader(t("messages.title")).lead(t("messages.lead", MessageApi.KEPT_DAYS));
        UUID last = newest;
        if (last != null && messages.unread().count() > 0) {
            Button all = Buttons.plain(t("messages.readAll"), () -> readUpTo(last));
            all.setId("read-all");
            header.action(all);
        }
        add(header, new Panel(t("messages.mine"), list));
    }

    private Page<Message> page(@Nullable String cursor) {
        Page<Message> page = messages.messages(cursor);
        if (newest == null && !page.items().isEmpty()) {
            newest = page.items().getFirst().id();
        }
        return page;
    }

    /** The button goes, so the focus goes to the page: whoever listens or uses the keyboard stays in it. */
    private void readUpTo(UUID last) {
        messages.readUpTo(last);
        show();
        Bell.askAgain();
        Pages.say(t("messages.readAll.done"));
        UI.getCurrent().getPage().executeJs("document.getElementById('main').focus({ preventScroll: true })");
    }
}
