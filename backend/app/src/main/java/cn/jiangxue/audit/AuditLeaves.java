package cn.jiangxue.audit;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.platform.Documents;
import cn.jiangxue.proof.CanonicalForm;
import cn.jiangxue.transparency.LeafSource;
import cn.jiangxue.transparency.LoggedRecord;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Audit records as leaves. A place is taken only when the one before it is, so the log follows the record by itself. */
final class AuditLeaves implements LeafSource {

    static final String LOG = "audit";

    private static final String FORM = "jiangxue-audit-record/1";

    private final Documents<StoredRecord> records;

    AuditLeaves(Documents<StoredRecord> records) {
        this.records = records;
    }

    @Override
    public String log() {
        return LOG;
    }

    @Override
    public boolean growsAtItsEnd() {
        return true;
    }

    @Override
    public Flux<LoggedRecord> after(@Nullable String cursor, int limit) {
        long last = cursor == null ? 0 : Long.parseLong(cursor);
        return records.list(gt("_id", last), Sorts.ascending("_id"), limit).map(AuditLeaves::record);
    }

    @Override
    public Flux<LoggedRecord> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : records.list(in("eventId", ids), null, ids.size()).map(AuditLeaves::record);
    }

    static LoggedRecord record(StoredRecord record) {
        return new LoggedRecord(record.eventId(), record.salt(), canonicalForm(record), String.valueOf(record.seq()));
    }

    /** Fixed for ever; another form gets another first line. */
    static String canonicalForm(StoredRecord record) {
        CanonicalForm form = new CanonicalForm(FORM);
        form.line("seq", record.seq());
        form.line("event", record.eventId());
        form.line("at", record.at());
        form.line("action", record.action());
        form.line("actor", record.actorId());
        form.line("organisation", record.organisationId());
        record.within().forEach(organisation -> form.line("within", organisation));
        form.line("subject", record.subject());
        new TreeMap<>(record.facts()).forEach((name, value) -> form.line("fact." + name, value));
        form.line("trace", record.traceId());
        return form.text();
    }
}
