package cn.jiangxue.transparency;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A feature that keeps short notes in memory. */
final class Kept implements LeafSource {

    static final String LOG = "notes";

    final List<LoggedRecord> records = new CopyOnWriteArrayList<>();
    private final boolean growsAtItsEnd;

    Kept(boolean growsAtItsEnd) {
        this.growsAtItsEnd = growsAtItsEnd;
    }

    /** A note whose leaf is the same wherever it is made. */
    static LoggedRecord note(int number) {
        return new LoggedRecord(
                new UUID(7, number), "%032x".formatted(number), "note/1\nnumber=" + number + "\n", "" + number);
    }

    void keep(int from, int to) {
        records.addAll(IntStream.range(from, to).mapToObj(Kept::note).toList());
    }

    @Override
    public String log() {
        return LOG;
    }

    @Override
    public boolean growsAtItsEnd() {
        return growsAtItsEnd;
    }

    @Override
    public Flux<LoggedRecord> after(@Nullable String cursor, int limit) {
        int last = cursor == null ? -1 : Integer.parseInt(cursor);
        return Flux.fromStream(records.stream()
                .filter(record -> Integer.parseInt(record.cursor()) > last)
                .limit(limit));
    }

    @Override
    public Flux<LoggedRecord> byIds(Collection<UUID> ids) {
        return Flux.fromIterable(records).filter(record -> ids.contains(record.id()));
    }
}
