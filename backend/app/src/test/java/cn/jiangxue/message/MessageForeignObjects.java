package cn.jiangxue.message;

import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import java.util.Map;
import java.util.UUID;

/** Messages that are not there at all. {@link MessagesTest} tries the same on messages of somebody else. */
public final class MessageForeignObjects {

    private static final ForeignObject READER =
            site -> Attempt.of(site.person(Role.LEARNER, site.employer()).client(), null, UUID.randomUUID());

    public static final Map<String, ForeignObject> ALL = Map.of(
            "POST /api/me/messages/{id}/reading", READER,
            "POST /api/me/messages/{id}/reading-of-all-before", READER);

    private MessageForeignObjects() {}
}
