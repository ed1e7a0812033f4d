package cn.jiangxue.content.upload;

import cn.jiangxue.content.contract.MediaApi.UploadKind;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where files that were sent are kept: by kind and upload id. */
final class UploadKeys {

    private static final Pattern SHAPE = Pattern.compile("(?:source|evidence)/([0-9a-f-]{36})");

    private UploadKeys() {}

    static String of(UploadKind kind, UUID id) {
        return switch (kind) {
            case VIDEO -> "source/" + id;
            case EVIDENCE -> "evidence/" + id;
        };
    }

    /** The upload a key belongs to; empty for keys of other features and for what a killed store left behind. */
    static Optional<UUID> ownerOf(String key) {
        Matcher shape = SHAPE.matcher(key);
        return shape.matches() ? Optional.of(UUID.fromString(shape.group(1))) : Optional.empty();
    }
}
