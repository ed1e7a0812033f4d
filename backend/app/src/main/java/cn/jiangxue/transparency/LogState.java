package cn.jiangxue.transparency;

import cn.jiangxue.platform.Packed;
import cn.jiangxue.proof.Frontier;
import cn.jiangxue.proof.Hash;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What a log is: its size and the peaks of its tree, with the newest batch until tiles and leaves tell of it. The compare-and-set on {@code epoch} and {@code size} is
 * the one decision which leaf stands where; all else follows from this document and may be written again.
 *
 * @param epoch counts the sequencers; only the newest may append
 * @param beat counts the signs of life of that sequencer
 * @param released whether that sequencer has gone by itself
 * @param pending the batch that ends at {@code size}
 * @param cursor how far the source was gone through; absent before the first record of a lap
 * @param lapEndedAt when all of the source had been gone through the last time
 */
record LogState(
        @BsonId String id,
        int schema,
        long epoch,
        long beat,
        boolean released,
        long size,
        List<Binary> peaks,
        @Packed List<PendingLeaf> pending,
        @Nullable String cursor,
        @Nullable Instant lapEndedAt) {

    static final int SCHEMA = 1;

    record PendingLeaf(UUID id, Binary hash) {

        Hash leaf() {
            return Hash.of(hash.getData());
        }
    }

    static LogState empty(String log) {
        return new LogState(log, SCHEMA, 0, 0, true, 0, List.of(), List.of(), null, null);
    }

    Frontier frontier() {
        return new Frontier(
                size, peaks.stream().map(peak -> Hash.of(peak.getData())).toList());
    }

    List<Hash> pendingHashes() {
        return pending.stream().map(PendingLeaf::leaf).toList();
    }

    long sizeBeforePending() {
        return size - pending.size();
    }

    /** The log once these leaves are in it. */
    LogState with(List<PendingLeaf> batch) {
        Frontier grown = frontier().append(batch.stream().map(PendingLeaf::leaf).toList());
        List<Binary> grownPeaks =
                grown.peaks().stream().map(peak -> new Binary(peak.bytes())).toList();
        return new LogState(id, schema, epoch, beat + 1, released, grown.size(), grownPeaks, batch, cursor, lapEndedAt);
    }

    LogState settled() {
        return new LogState(id, schema, epoch, beat + 1, released, size, peaks, List.of(), cursor, lapEndedAt);
    }

    LogState read(@Nullable String upTo, @Nullable Instant lapEnd) {
        return new LogState(id, schema, epoch, beat, released, size, peaks, pending, upTo, lapEnd);
    }
}
