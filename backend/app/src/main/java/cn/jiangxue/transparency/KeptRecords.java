package cn.jiangxue.transparency;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.TransparencyApi.KeptRecord;
import cn.jiangxue.contract.TransparencyApi.RecordPage;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.proof.TileId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the records of a log are now, in the order of the log: with it an auditor names what was edited or dropped. For national administrators. */
final class KeptRecords {

    private final TransparencyLogs logs;
    private final Organisations organisations;

    KeptRecords(TransparencyLogs logs, Organisations organisations) {
        this.logs = logs;
        this.organisations = organisations;
    }

    /** At most 256. */
    Mono<RecordPage> page(Caller caller, String log, long from) {
        return organisations
                .isNationalAdministrator(caller)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_ALLOWED)))
                .flatMap(allowed -> logs.head(log))
                .flatMap(head -> page(logs.open(log), from, Math.min(head.size(), from + TileId.WIDTH), head.size()));
    }

    private static Mono<RecordPage> page(OpenLog log, long from, long end, long size) {
        if (from < 0 || from > size) {
            return Mono.error(new ProblemException(ProblemCode.BAD_REQUEST, "from"));
        }
        return log.store()
                .placed(from, end)
                .collectList()
                .flatMap(leaves -> records(log, leaves)
                        .map(records ->
                                new RecordPage(log.name(), from, kept(leaves, records), end < size ? end : null)));
    }

    private static Mono<Map<UUID, LoggedRecord>> records(OpenLog log, List<LeafDocument> leaves) {
        return log.source()
                .byIds(leaves.stream().map(LeafDocument::id).collect(Collectors.toSet()))
                .collectMap(LoggedRecord::id);
    }

    private static List<KeptRecord> kept(List<LeafDocument> leaves, Map<UUID, LoggedRecord> records) {
        return leaves.stream().map(leaf -> kept(leaf, records.get(leaf.id()))).toList();
    }

    private static KeptRecord kept(LeafDocument leaf, @Nullable LoggedRecord record) {
        long index = Objects.requireNonNull(leaf.place());
        return record == null
                ? new KeptRecord(index, leaf.id(), null, null)
                : new KeptRecord(index, leaf.id(), record.salt(), record.canonical());
    }
}
