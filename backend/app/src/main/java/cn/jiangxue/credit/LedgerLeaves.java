package cn.jiangxue.credit;

import cn.jiangxue.credit.rules.Leaf;
import cn.jiangxue.transparency.LeafSource;
import cn.jiangxue.transparency.LoggedRecord;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Entries as leaves. The relay hands over every new one; going through them all takes in those of releases that knew no log. */
final class LedgerLeaves implements LeafSource {

    static final String LOG = "ledger";

    private static final UUID FIRST = new UUID(0, 0);

    private final LedgerStore store;

    LedgerLeaves(LedgerStore store) {
        this.store = store;
    }

    @Override
    public String log() {
        return LOG;
    }

    @Override
    public boolean growsAtItsEnd() {
        return false;
    }

    @Override
    public Flux<LoggedRecord> after(@Nullable String cursor, int limit) {
        if (cursor == null) {
            return store.all(FIRST, 0, limit).map(LedgerLeaves::record);
        }
        int slash = cursor.indexOf('/');
        return store.all(
                        UUID.fromString(cursor.substring(0, slash)), Long.parseLong(cursor.substring(slash + 1)), limit)
                .map(LedgerLeaves::record);
    }

    @Override
    public Flux<LoggedRecord> byIds(Collection<UUID> ids) {
        return store.entriesById(ids).flatMapIterable(found -> found).map(LedgerLeaves::record);
    }

    static LoggedRecord record(EntryDocument entry) {
        return new LoggedRecord(
                entry.id(), entry.salt(), Leaf.canonicalForm(entry.entry()), entry.learnerId() + "/" + entry.seq());
    }
}
