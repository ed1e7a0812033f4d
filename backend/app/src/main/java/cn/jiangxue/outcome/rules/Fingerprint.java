package cn.jiangxue.outcome.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SHA-256 in hex over values, each told apart from its neighbours by its length. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(@Nullable Object... values) {
        String all = Arrays.stream(values).map(Fingerprint::part).collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String part(@Nullable Object value) {
        if (value == null) {
            return "-;";
        }
        String text = value.toString();
        return text.length() + ":" + text + ";";
    }
}
