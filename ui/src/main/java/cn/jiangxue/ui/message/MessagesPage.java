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
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;

/** What one was told, the newest first. Following a message marks it as read; all that are shown or older can be marked at once. */
@Route("messages")
@PermitAll
class MessagesPage extends cn.jiangxue.ui.shell.Page {

    private final transient MessageApi messages;
    private @Nullable UUID newest;

    MessagesPage(MessageApi messages) {
        super("messages.title");
        this.messages = messages;
        KeysetList<Message> list = new KeysetList<>(
                this::page,
                message -> MessageLine.of(message, this::opened),
                () -> new EmptyState(
                        Icon.BELL,
                        t("messages.none"),
                        t("messages.none.text"),
                        Links.secondary("/", t("messages.none.home"))));
        PageHeader header = new PageHeader(t("messages.title")).lead(t("messages.lead", MessageApi.KEPT_DAYS));
        if (newest != null) {
            Button all = Buttons.plain(t("messages.readAll"), this::readAll);
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

    /** The reader is on the way already: a message that could not be marked stays unread. */
    private void opened(Message message) {
        if (message.read()) {
            return;
        }
        try {
            messages.read(message.id());
        } catch (RestClientException unanswered) {
            // Nothing to do: it is marked when it is followed again.
        }
    }

    private void readAll() {
        if (newest != null) {
            messages.readUpTo(newest);
        }
        UI.getCurrent().refreshCurrentRoute(true);
    }
}
