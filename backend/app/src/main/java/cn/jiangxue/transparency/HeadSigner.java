package cn.jiangxue.transparency;

import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.proof.Checkpoint;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Signs the heads of one log with the newest key of the key folder; heads of older keys stay good. The name of a log is the site's address without its scheme and the
 * log's own name, as C2SP recommends.
 */
final class HeadSigner {

    private static final String NAME = "tree-head-signing";

    private final String origin;
    private final List<Ed25519PrivateKeyParameters> keys;

    HeadSigner(KeyFolder folder, String publicBaseUrl, String log) {
        folder.secret(NAME, Ed25519PrivateKeyParameters.KEY_SIZE);
        this.origin = publicBaseUrl.replaceFirst("^https?://", "").replaceFirst("/+$", "") + "/logs/" + log;
        this.keys = folder.versions(NAME).stream()
                .map(seed -> new Ed25519PrivateKeyParameters(seed, 0))
                .toList();
    }

    String origin() {
        return origin;
    }

    /** Oldest first; the last one signs. */
    List<VerifierKey> verifierKeys() {
        return keys.stream().map(this::verifierKey).toList();
    }

    SignedNote sign(long size, Hash root) {
        String text = new Checkpoint(origin, size, root).text();
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, keys.getLast());
        signer.update(message, 0, message.length);
        return new SignedNote(text, List.of(verifierKey(keys.getLast()).signature(signer.generateSignature())));
    }

    private VerifierKey verifierKey(Ed25519PrivateKeyParameters key) {
        return new VerifierKey(origin, key.generatePublicKey().getEncoded());
    }
}
