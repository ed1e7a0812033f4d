package cn.jiangxue.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.contract.MessageApi.Message;
import cn.jiangxue.contract.MessageApi.Unread;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.platform.NewestFirst;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.platform.ProblemException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what people are told and shows everybody their own. */
@Component
public class Messages {

    static final List<CollectionIndex> INDEXES = List.of(
            new CollectionIndex(
                    MessageDocument.COLLECTION,
                    Indexes.compoundIndex(Indexes.ascending("personId"), Indexes.descending("keptAt", "_id"))),
            new CollectionIndex(
                    MessageDocument.COLLECTION, Indexes.ascending("unreadOf"), new IndexOptions().sparse(true)));

    private static final int PAGE = 20;
    private static final Bson READ = Updates.unset("unreadOf");

    private final Documents<MessageDocument> messages;
    private final NewestFirst<MessageDocument> newest;
    private final Clock clock;

    Messages(DocumentsFactory documents, Clock clock) {
        this.messages = documents.of(MessageDocument.COLLECTION, MessageDocument.class);
        this.newest = new NewestFirst<>(messages, "keptAt", PAGE, MessageDocument::keptAt, MessageDocument::id);
        this.clock = clock;
    }

    /** Keeps a message; the same event again changes nothing. */
    Mono<Void> keep(PersonTold told, EventMeta meta) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return messages.insert(MessageDocument.of(told, meta, now)).then();
    }

    Mono<Page<Message>> mine(Caller caller, @Nullable String cursor) {
        return newest.page(eq("personId", caller.personId()), cursor, MessageDocument::view);
    }

    Mono<Unread> unread(Caller caller) {
        CountOptions most = new CountOptions().limit(MessageApi.COUNT_MOST);
        return Mono.from(messages.raw().countDocuments(eq("unreadOf", caller.personId()), most))
                .map(count -> new Unread(Math.toIntExact(count)));
    }

    Mono<Message> read(Caller caller, UUID id) {
        return messages.findAndUpdate(and(eq("_id", id), eq("personId", caller.personId())), READ)
                .map(MessageDocument::view)
                .switchIfEmpty(notFound());
    }

    /** Those that came before the one given, and that one. */
    Mono<Unread> readUpTo(Caller caller, UUID id) {
        return messages.first(and(eq("_id", id), eq("personId", caller.personId())))
                .switchIfEmpty(notFound())
                .flatMap(last -> Mono.from(messages.raw().updateMany(upTo(last), READ)))
                .then(Mono.defer(() -> unread(caller)));
    }

    private static Bson upTo(MessageDocument last) {
        return and(
                eq("unreadOf", last.personId()),
                or(lt("keptAt", last.keptAt()), and(eq("keptAt", last.keptAt()), lte("_id", last.id()))));
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
