package cn.jiangxue.content.media;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where playable files are kept: under video and run, so that a new run never overwrites what a player is reading. */
public final class MediaKeys {

    private static final String ROOT = "play/";
    private static final Pattern SHAPE = Pattern.compile(ROOT + "([0-9a-f-]{36})/([0-9a-f-]{36})/[^/]+");
    private static final String POSTER = "poster.jpg";

    private MediaKeys() {}

    /** The video and run a key belongs to. */
    public record Owner(UUID mediaId, UUID run) {}

    public static String file(UUID mediaId, UUID run, String file) {
        return ROOT + mediaId + "/" + run + "/" + file;
    }

    public static String poster(UUID mediaId, UUID run) {
        return file(mediaId, run, POSTER);
    }

    /** Whose file this is; empty for keys of other features. */
    public static Optional<Owner> ownerOf(String key) {
        Matcher shape = SHAPE.matcher(key);
        return shape.matches()
                ? Optional.of(new Owner(UUID.fromString(shape.group(1)), UUID.fromString(shape.group(2))))
                : Optional.empty();
    }
}
