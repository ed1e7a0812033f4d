package cn.jiangxue.framework;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.StandardsApi.StandardComment;
import cn.jiangxue.framework.rules.Lifecycle;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people say about a version in consultation: one comment each, rewritten until it closes, kept afterwards. Names are for the national body. */
@Component
class Comments {

    static final CollectionIndex INDEX =
            new CollectionIndex(CommentDocument.COLLECTION, Indexes.ascending("versionId", "queueKey"));

    private static final int PAGE = 20;

    private final Documents<CommentDocument> comments;
    private final VersionReads reads;
    private final NationalBody national;
    private final Writers writers;
    private final Events events;
    private final Outbox outbox;
    private final CivilTime time;

    Comments(
            DocumentsFactory documents,
            VersionReads reads,
            NationalBody national,
            Writers writers,
            Events events,
            Outbox outbox,
            CivilTime time) {
        this.comments = documents.of(CommentDocument.COLLECTION, CommentDocument.class);
        this.reads = reads;
        this.national = national;
        this.writers = writers;
        this.events = events;
        this.outbox = outbox;
        this.time = time;
    }

    /** Says something, or says it anew; the same again changes nothing. */
    Mono<StandardComment> write(Caller caller, String subject, int version, String text) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > Lifecycle.COMMENT_MOST) {
            return Mono.error(new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field("text", new LocalText("请写1至2000字", "Write 1 to 2,000 characters")));
        }
        return reads.visible(caller, subject, version)
                .doOnNext(this::requireOpen)
                .flatMap(found -> Tries.of(() -> write(caller, found, said)))
                .map(comment -> new StandardComment(comment.text(), comment.at(), true, null));
    }

    private void requireOpen(VersionDocument version) {
        if (!Lifecycle.isHeard(version.standing(LocalDate.EPOCH), time.today())) {
            throw new ProblemException(ProblemCode.STANDARD_COMMENTS_CLOSED, StepRefusals.name(version.stage()));
        }
    }

    private Mono<CommentDocument> write(Caller caller, VersionDocument version, String text) {
        return comments.find(CommentDocument.key(version.id(), caller.personId()))
                .map(stored -> stored.text().equals(text) ? Mono.just(stored) : replace(caller, version, stored, text))
                .defaultIfEmpty(Mono.defer(() -> insert(caller, version, text)))
                .flatMap(written -> written);
    }

    private Mono<CommentDocument> insert(Caller caller, VersionDocument version, String text) {
        CommentDocument first =
                telling(caller, version, CommentDocument.written(version.id(), caller.personId(), 1, text, now()));
        return comments.insert(first).filter(Boolean::booleanValue).map(inserted -> woken(first));
    }

    private Mono<CommentDocument> replace(Caller caller, VersionDocument version, CommentDocument stored, String text) {
        CommentDocument next = telling(
                caller,
                version,
                CommentDocument.written(version.id(), caller.personId(), stored.revision() + 1, text, now()));
        return comments.replace(stored.id(), stored.revision(), next)
                .filter(Boolean::booleanValue)
                .map(replaced -> woken(next));
    }

    private CommentDocument telling(Caller caller, VersionDocument version, CommentDocument comment) {
        return comment.telling(
                events.append(comment.outbox(), Steps.fact("standard.commented", caller, version, Map.of())), now());
    }

    private CommentDocument woken(CommentDocument written) {
        outbox.wake(CommentDocument.COLLECTION);
        return written;
    }

    /** The newest first. */
    Mono<Page<StandardComment>> page(Caller caller, String subject, int version, @Nullable String cursor) {
        String before = Cut.after(cursor);
        return reads.visible(caller, subject, version)
                .flatMap(found -> list(found.id(), before))
                .zipWith(national.actsFor(caller))
                .flatMap(both -> shown(caller, both.getT1(), both.getT2()));
    }

    private Mono<List<CommentDocument>> list(String versionId, @Nullable String before) {
        Bson ofVersion = eq("versionId", versionId);
        Bson filter = before == null ? ofVersion : and(ofVersion, lt("queueKey", before));
        return comments.list(filter, Sorts.descending("versionId", "queueKey"), PAGE + 1)
                .collectList();
    }

    private Mono<Page<StandardComment>> shown(Caller caller, List<CommentDocument> found, boolean named) {
        Cut<CommentDocument> cut = Cut.of(found, PAGE, CommentDocument::queueKey);
        Mono<Map<UUID, String>> names = named && !cut.shown().isEmpty()
                ? writers.names(
                        cut.shown().stream().map(CommentDocument::personId).collect(Collectors.toSet()))
                : Mono.just(Map.of());
        return names.map(known -> cut.as(comment -> new StandardComment(
                comment.text(),
                comment.at(),
                comment.personId().equals(caller.personId()),
                known.get(comment.personId()))));
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
