package cn.jiangxue.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import cn.jiangxue.contract.AuditApi;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.People;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.Documents;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds entries, newest first, within what the caller administers; a national administrator finds all. */
@Component
final class AuditSearch {

    private static final int PAGE = 50;
    private static final String SYSTEM = "系统";
    private static final String UNKNOWN = "（未知）";

    private final Documents<StoredRecord> records;
    private final Organisations organisations;
    private final People people;
    private final ActionNames names;

    AuditSearch(Documents<StoredRecord> records, Organisations organisations, People people, ActionNames names) {
        this.records = records;
        this.organisations = organisations;
        this.people = people;
        this.names = names;
    }

    /** What is asked for; null means any. {@code from} is inclusive, {@code to} exclusive. */
    record Query(
            @Nullable String action,
            @Nullable UUID actor,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String cursor) {}

    Mono<Page<AuditApi.AuditRecord>> find(Caller caller, Query query) {
        Set<UUID> administered = caller.organisationsAs(Role.ADMINISTRATOR);
        return organisations
                .isNationalAdministrator(caller)
                .map(all -> filter(query, all ? null : in("within", administered)))
                .flatMapMany(filter -> records.list(filter, Sorts.descending("_id"), PAGE + 1))
                .collectList()
                .flatMap(this::page);
    }

    /** One record, if the caller may read it. */
    Mono<StoredRecord> bySeq(Caller caller, long seq) {
        Set<UUID> administered = caller.organisationsAs(Role.ADMINISTRATOR);
        return organisations
                .isNationalAdministrator(caller)
                .map(all -> all ? eq("_id", seq) : and(eq("_id", seq), in("within", administered)))
                .flatMap(records::first);
    }

    private static Bson filter(Query query, @Nullable Bson scope) {
        List<Bson> all = new ArrayList<>();
        all.add(gt("_id", 0L));
        add(all, scope);
        add(all, query.action() == null ? null : eq("action", query.action()));
        add(all, query.actor() == null ? null : eq("actorId", query.actor()));
        add(all, query.subject() == null ? null : eq("subject", query.subject()));
        add(all, query.from() == null ? null : gte("at", query.from()));
        add(all, query.to() == null ? null : lt("at", query.to()));
        if (query.cursor() != null) {
            all.add(lt("_id", Cursors.decode(query.cursor(), Long.class).getFirst()));
        }
        return and(all);
    }

    private static void add(List<Bson> all, @Nullable Bson one) {
        if (one != null) {
            all.add(one);
        }
    }

    private Mono<Page<AuditApi.AuditRecord>> page(List<StoredRecord> found) {
        boolean more = found.size() > PAGE;
        List<StoredRecord> shown = more ? found.subList(0, PAGE) : found;
        String next = more ? Cursors.encode(shown.getLast().seq()) : null;
        Set<UUID> actors = shown.stream()
                .map(StoredRecord::actorId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return people.all(actors)
                .map(known -> new Page<>(
                        shown.stream().map(record -> view(record, known)).toList(), next));
    }

    private AuditApi.AuditRecord view(StoredRecord record, Map<UUID, People.Person> known) {
        return new AuditApi.AuditRecord(
                record.seq(),
                record.at(),
                record.action(),
                names.of(record.action()),
                record.actorId(),
                actorName(record.actorId(), known),
                record.organisationId(),
                record.subject(),
                record.facts(),
                record.traceId());
    }

    private static String actorName(@Nullable UUID actor, Map<UUID, People.Person> known) {
        if (actor == null) {
            return SYSTEM;
        }
        People.Person person = known.get(actor);
        return person == null ? UNKNOWN : person.displayName();
    }
}
