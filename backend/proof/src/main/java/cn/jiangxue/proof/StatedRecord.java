package cn.jiangxue.proof;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * A record with its proof, as it is handed out.
 *
 * @param salt in hexadecimal
 */
public record StatedRecord(long index, String salt, String canonical, List<Hash> path) {

    public StatedRecord {
        path = List.copyOf(path);
    }

    public Hash leaf() {
        return Merkle.leaf(HexFormat.of().parseHex(salt), canonical.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isUnder(Checkpoint head) {
        return Proofs.includes(head.root(), head.size(), index, leaf(), path);
    }
}
