package cn.jiangxue.transparency;

import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.Merkle;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A log of its own beside those of the service, opened and indexed as theirs; its records are numbers. */
final class BenchLog implements LeafSource {

    static final String NAME = "bench";

    private static final String ADDRESS = "http://127.0.0.1:8080";

    private BenchLog() {}

    static OpenLog open(MongoDatabase database, Path folder) {
        Flux.fromIterable(LeafQueue.indexes(NAME))
                .concatMap(index -> Mono.from(
                        database.getCollection(index.collection()).createIndex(index.keys(), index.options())))
                .blockLast();
        return TransparencyConfiguration.open(
                new BenchLog(),
                new DocumentsFactory(database),
                new HeadSigner(new KeyFolder(folder.resolve("bench-keys")), ADDRESS, NAME),
                folder.resolve("bench-heads"),
                Clock.systemUTC());
    }

    static NewLeaf leaf(long number) {
        return new NewLeaf(new UUID(7, number), hash(number));
    }

    static Hash hash(long number) {
        return Merkle.leaf(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    @Override
    public String log() {
        return NAME;
    }

    @Override
    public boolean growsAtItsEnd() {
        return false;
    }

    @Override
    public Flux<LoggedRecord> after(@Nullable String cursor, int limit) {
        return Flux.empty();
    }

    @Override
    public Flux<LoggedRecord> byIds(Collection<UUID> ids) {
        return Flux.empty();
    }
}
