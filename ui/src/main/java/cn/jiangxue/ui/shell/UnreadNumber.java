package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.contract.MessageApi.Unread;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

/**
 * The number of the reader's unread messages, for the bell. A request of its own, which holds no page up while the service is waited for. Nothing is answered where
 * nobody is signed in or the service does not say.
 */
@RestController
class UnreadNumber {

    private final MessageApi messages;

    UnreadNumber(MessageApi messages) {
        this.messages = messages;
    }

    @GetMapping("/messages/unread")
    ResponseEntity<Unread> unread() {
        if (CurrentPerson.onThisThread().isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        try {
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(messages.unread());
        } catch (RestClientException | SessionEnded unanswered) {
            return ResponseEntity.noContent().build();
        }
    }
}
