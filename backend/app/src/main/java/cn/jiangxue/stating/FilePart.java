package cn.jiangxue.stating;

import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;

/**
 * A part of a file, sealed with a key of the key folder: it names people.
 *
 * @param id of the file and the number of the part
 * @param keyVersion of the key it is sealed with, from 1
 * @param sha256 of the clear bytes, in hex
 */
record FilePart(
        @BsonId String id, int schema, UUID fileId, int keyVersion, Binary sealed, String sha256, Instant expiresAt) {

    static final String COLLECTION = "outcome_import_parts";
    static final int SCHEMA = 1;

    static String idOf(UUID file, int n) {
        return file + "/" + n;
    }
}
