package cn.jiangxue.content.upload.rules;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tag S3 gives an object put together from parts: the MD5 of the parts' MD5s, a dash, their number. Comparing it tells whether the store put together what was
 * sent, without reading the bytes again. (MD5 here guards against damage, not against malice.)
 */
public final class MultipartTag {

    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}-\\d{1,5}");

    private MultipartTag() {}

    /** The tag to expect; empty when the parts' own tags are no MD5s, as where the store encrypts. */
    public static String of(List<String> partTags) {
        if (!partTags.stream().allMatch(tag -> MD5.matcher(tag).matches())) {
            return "";
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            partTags.forEach(tag -> digest.update(HexFormat.of().parseHex(tag)));
            return HexFormat.of().formatHex(digest.digest()) + "-" + partTags.size();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    /** Whether the object's tag is the expected one. A tag of another kind says nothing, so it does not disagree. */
    public static boolean agrees(String expected, String actual) {
        return expected.isEmpty() || !SHAPE.matcher(actual).matches() || expected.equals(actual);
    }
}
