package cn.jiangxue.transparency;

import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.KeyFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

    public Mono<Void> round() {
        return log.sequencer().round();
    }

    public Optional<String> doubt() {
        return log.sequencer().doubt();
    }
}
