package cn.jiangxue.transfer;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.RuleBookApi.RuleBookChange;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.platform.NewestFirst;
import cn.jiangxue.transfer.InstitutionNames.Named;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The public record of the rule book: which institution did what to which version, when and why. It only grows. */
@Component
class ChangeLog {

    static final List<CollectionIndex> INDEXES = List.of(
            new CollectionIndex(ChangeDocument.COLLECTION, Indexes.ascending("at", "_id")),
            new CollectionIndex(ChangeDocument.COLLECTION, Indexes.ascending("entryId", "at", "_id")));

    private static final int PAGE = 20;

    private final Documents<ChangeDocument> changes;
    private final InstitutionNames names;

    ChangeLog(DocumentsFactory documents, InstitutionNames names) {
        this.changes = documents.of(ChangeDocument.COLLECTION, ChangeDocument.class);
        this.names = names;
    }

    /** The same event again changes nothing. */
    Mono<Void> append(RuleBookChanged change, EventMeta meta) {
        return changes.insert(
                        new ChangeDocument(meta.eventId(), ChangeDocument.SCHEMA, meta.at(), change.entryId(), change))
                .then();
    }

    /** Newest first; of one rule or programme, or of all. */
    Mono<Page<RuleBookChange>> page(@Nullable String entry, @Nullable String cursor) {
        return new NewestFirst<>(changes, "at", PAGE, ChangeDocument::at, ChangeDocument::id)
                .page(entry == null ? empty() : eq("entryId", entry), cursor, change -> change)
                .flatMap(page -> names.of(page.items().stream()
                                .map(line -> line.change().institution())
                                .filter(Objects::nonNull)
                                .toList())
                        .map(named -> new Page<>(
                                page.items().stream()
                                        .map(line -> view(line, named))
                                        .toList(),
                                page.next())));
    }

    private static RuleBookChange view(ChangeDocument line, Named names) {
        RuleBookChanged change = line.change();
        return new RuleBookChange(
                line.id(),
                line.at(),
                change.what(),
                change.entry(),
                change.entryId(),
                change.version(),
                change.name(),
                change.institution() == null ? null : names.of(change.institution()),
                change.reason());
    }
}
