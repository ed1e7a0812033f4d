package cn.jiangxue.transparency;

import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.transparency.LogState.PendingLeaf;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The log of a feature's source, for tests of that feature; its sequencer runs when it is told to. */
public final class OpenedLog {

    public final TransparencyLogs logs;
    private final OpenLog log;

    /** Keys and heads stand below this folder. */
    public OpenedLog(LeafSource source, DocumentsFactory documents, Path folder, Clock clock) {
        HeadSigner signer =
                new HeadSigner(new KeyFolder(folder.resolve("keys")), "https://jiangxue.example", source.log());
        log = TransparencyConfiguration.open(source, documents, signer, folder.resolve("tree-heads"), clock);
        logs = new TransparencyLogs(List.of(log));
    }

    /** Every leaf the log has, waiting or in its place, by the id of its record. */
    public static Mono<Map<UUID, Hash>> leaves(DocumentsFactory documents, String log) {
        Flux<PendingLeaf> waiting = documents
                .of(LeafQueue.parcels(log), LeafParcel.class)
                .list(Filters.empty(), null, 0)
                .flatMapIterable(LeafParcel::leaves);
        Flux<PendingLeaf> placed = documents
                .of(LeafQueue.collection(log), LeafDocument.class)
                .list(Filters.empty(), null, 0)
                .map(leaf -> new PendingLeaf(leaf.id(), leaf.hash()));
        return waiting.concatWith(placed).collectMap(PendingLeaf::id, PendingLeaf::leaf);
    }

    public Mono<Void> round() {
        return log.sequencer().round();
    }

    public Optional<String> doubt() {
        return log.sequencer().doubt();
    }
}
