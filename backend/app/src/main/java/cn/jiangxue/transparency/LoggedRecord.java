package cn.jiangxue.transparency;

import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.Merkle;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A record as a leaf.
 *
 * @param salt 16 random bytes in hexadecimal
 * @param canonical the record's canonical form
 * @param cursor where the record stands in its source
 */
public record LoggedRecord(UUID id, String salt, String canonical, String cursor) {

    public Hash leaf() {
        return Merkle.leaf(HexFormat.of().parseHex(salt), canonical.getBytes(StandardCharsets.UTF_8));
    }

    NewLeaf newLeaf() {
        return new NewLeaf(id, leaf());
    }
}
