package cn.jiangxue.ui.message;

import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.contract.MessageApi.Message;
import cn.jiangxue.ui.shell.Ids;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** From a message to what it is about, which marks it as read: also in a new tab, and when it was read before. */
@Route("messages/:messageId([0-9a-f-]{36})")
@PermitAll
class FollowedMessage extends Div implements BeforeEnterObserver {

    private final transient MessageApi messages;

    FollowedMessage(MessageApi messages) {
        this.messages = messages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(address(messages.read(Ids.of(event.getRouteParameters(), "messageId"))));
    }

    private static String address(Message message) {
        return switch (message.kind().matter()) {
            case PROMOTION_CASE -> "case/" + message.matterId();
            case PROMOTION_CASE_OF_OTHERS -> "recognise/" + message.matterId();
            case RECOGNITION_CASE -> "recognition/" + message.matterId();
            case RECOGNITION_CASE_OF_OTHERS -> "recognise/cases/" + message.matterId();
            case REEXAMINATION_OF_OTHERS -> "recognise/reexaminations/" + message.matterId();
            case PRIOR_LEARNING_CLAIM -> "prior-learning/" + message.matterId();
            case PRIOR_LEARNING_CLAIM_OF_OTHERS -> "recognise/prior-learning/" + message.matterId();
            case CREDENTIAL -> "credentials";
            case OUTCOME -> "account";
        };
    }
}
