package cn.jiangxue.stating;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Sealing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files of rows, part by part in the document store. They are small (64 MiB at most), live for a day, and belong to one job; the object store is for what browsers
 * fetch, and this service holds no client of it.
 */
final class FileStore {

    private static final String KEY = "import-files";

    private final Documents<FilePart> parts;
    private final List<byte[]> keys;
    private final Clock clock;

    FileStore(Documents<FilePart> parts, KeyFolder folder, Clock clock) {
        folder.secret(KEY, Sealing.KEY_BYTES);
        this.parts = parts;
        this.keys = folder.versions(KEY);
        this.clock = clock;
    }

    /** Keeps a part; the same again changes nothing, another one under its number is CONFLICTING_REPEAT. */
    Mono<Void> keep(ImportDocument.File file, int n, byte[] bytes) {
        String id = FilePart.idOf(file.id(), n);
        String hash = sha256(bytes);
        return Blocking.call(() -> new FilePart(
                        id,
                        FilePart.SCHEMA,
                        file.id(),
                        keys.size(),
                        new Binary(Sealing.seal(keys.getLast(), id, bytes)),
                        hash,
                        file.until()))
                .flatMap(parts::insert)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.defer(() -> parts.find(id)
                        .filter(there -> there.sha256().equals(hash))
                        .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.CONFLICTING_REPEAT, id)))
                        .thenReturn(true)))
                .then();
    }

    /** How many parts are there. */
    Mono<Integer> received(ImportDocument.File file) {
        return Mono.from(parts.raw().countDocuments(and(eq("fileId", file.id()), gt("expiresAt", clock.instant()))))
                .map(Long::intValue);
    }

    Mono<Void> forget(ImportDocument.File file) {
        return Mono.from(parts.raw().deleteMany(eq("fileId", file.id()))).then();
    }

    /**
     * Writes the whole file to a new file on disk, one part after the other; false when a part is missing or it is not the file that was announced. The caller removes
     * it.
     */
    Mono<Boolean> copy(ImportDocument.File file, Path to) {
        MessageDigest digest = sha256();
        return Flux.range(0, file.parts())
                .concatMap(n -> parts.find(FilePart.idOf(file.id(), n)), 1)
                .concatMap(part -> Blocking.call(() -> append(part, digest, to)).thenReturn(part), 1)
                .count()
                .map(count -> count == file.parts()
                        && HexFormat.of().formatHex(digest.digest()).equals(file.sha256()));
    }

    private Path append(FilePart part, MessageDigest digest, Path to) throws IOException {
        byte[] clear = Sealing.open(
                keys.get(part.keyVersion() - 1), part.id(), part.sealed().getData());
        digest.update(clear);
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.APPEND)) {
            out.write(clear);
        }
        return to;
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
