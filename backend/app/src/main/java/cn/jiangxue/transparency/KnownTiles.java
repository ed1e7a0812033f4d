package cn.jiangxue.transparency;

import cn.jiangxue.proof.Tile;
import cn.jiangxue.proof.TileId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * The tiles of one log for those who prove: the upper ones, which nearly every proof needs, are read once. A tile only ever grows, so one that has all hashes a head of
 * some size covers serves that head for ever. The tiles of leaves are too many to be kept. For proofs only: whoever checks the log itself reads what is stored.
 */
final class KnownTiles {

    /** Two mebibytes: all upper tiles of eight million records. */
    static final int MOST = 128;

    private final LogStore store;
    private final Cache<TileId, Tile> upper =
            Caffeine.newBuilder().maximumSize(MOST).build();

    KnownTiles(LogStore store) {
        this.store = store;
    }

    /** {@code size}: leaves that the head in question covers. */
    Mono<Map<TileId, Tile>> of(Collection<TileId> needed, long size) {
        Map<TileId, Tile> found = new HashMap<>();
        List<TileId> unknown = new ArrayList<>();
        for (TileId id : needed) {
            Tile tile = upper.getIfPresent(id);
            if (tile != null && tile.hashes().size() >= id.widthIn(size)) {
                found.put(id, tile);
            } else {
                unknown.add(id);
            }
        }
        return store.tiles(unknown).map(read -> {
            read.values().stream().filter(tile -> tile.id().level() > 0).forEach(tile -> upper.put(tile.id(), tile));
            found.putAll(read);
            return found;
        });
    }
}
