package cn.jiangxue.message;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.contract.MessageApi.Message;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.platform.PersonTold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param id of the event that told it, so that it is kept once however often it is told
 * @param at when it happened
 * @param keptAt when it came here, the order of every list: what comes late is new to its reader
 * @param unreadOf the person while it is unread, afterwards null: the index of unread messages holds no others
 */
record MessageDocument(
        @BsonId UUID id,
        int schema,
        UUID personId,
        MessageKind kind,
        UUID matterId,
        LocalText matter,
        LocalText institution,
        @Nullable LocalDate actBy,
        Instant at,
        Instant keptAt,
        @Nullable UUID unreadOf,
        Instant expiresAt) {

    static final String COLLECTION = "messages";
    private static final int SCHEMA = 1;
    private static final Duration KEPT = Duration.ofDays(MessageApi.KEPT_DAYS);

    static MessageDocument of(PersonTold told, EventMeta meta, Instant now) {
        return new MessageDocument(
                meta.eventId(),
                SCHEMA,
                told.personId(),
                told.kind(),
                told.matterId(),
                told.matter(),
                told.institution(),
                told.actBy(),
                meta.at(),
                now,
                told.personId(),
                now.plus(KEPT));
    }

    Message view() {
        return new Message(id, kind, matterId, matter, institution, actBy, at, unreadOf == null);
    }
}
