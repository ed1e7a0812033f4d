package cn.jiangxue.message;

import cn.jiangxue.contract.MessageApi.Message;
import cn.jiangxue.contract.MessageApi.Unread;
import cn.jiangxue.contract.Page;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class MessageRoutes {

    private static final String MINE = "/api/me/messages";

    private final Messages messages;

    MessageRoutes(Messages messages) {
        this.messages = messages;
    }

    @GetMapping(MINE)
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<Message>> messages(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return messages.mine(caller, cursor);
    }

    @GetMapping(MINE + "/unread")
    @Access(AccessKind.SIGNED_IN)
    Mono<Unread> unread(Caller caller) {
        return messages.unread(caller);
    }

    @PostMapping(MINE + "/{id}/reading")
    @Access(AccessKind.SIGNED_IN)
    Mono<Message> read(Caller caller, @PathVariable UUID id) {
        return messages.read(caller, id);
    }

    @PostMapping(MINE + "/{id}/reading-of-all-before")
    @Access(AccessKind.SIGNED_IN)
    Mono<Unread> readUpTo(Caller caller, @PathVariable UUID id) {
        return messages.readUpTo(caller, id);
    }
}
