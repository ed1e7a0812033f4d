package cn.jiangxue.ui.shell;

import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the browser says by itself, in the reader's language: that the connection is lost, that it is tried again, that it is back, and that a page cannot go on. */
@Component
class ConnectionWords implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> tell(opened.getUI()));
        event.getSource().setSystemMessagesProvider(asked -> whereAPageCannotGoOn(asked.getLocale()));
    }

    private static void tell(UI ui) {
        Locale locale = ui.getLocale();
        withoutConnection(ui.getReconnectDialogConfiguration(), locale);
        ui.getPage()
                .executeJs(
                        "if (window.Vaadin?.connectionIndicator) { window.Vaadin.connectionIndicator.onlineText = $0 }",
                        Texts.of(locale, "shell.connection.back"));
    }

    static void withoutConnection(ReconnectDialogConfiguration said, Locale locale) {
        said.setDialogText(Texts.of(locale, "shell.connection.again"));
        said.setDialogTextGaveUp(Texts.of(locale, "shell.connection.lost"));
    }

    static SystemMessages whereAPageCannotGoOn(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setInternalErrorCaption(Texts.of(locale, "shell.connection.broken"));
        messages.setInternalErrorMessage(Texts.of(locale, "shell.connection.broken.next"));
        messages.setCookiesDisabledCaption(Texts.of(locale, "shell.connection.cookies"));
        messages.setCookiesDisabledMessage(Texts.of(locale, "shell.connection.cookies.next"));
        return messages;
    }
}
