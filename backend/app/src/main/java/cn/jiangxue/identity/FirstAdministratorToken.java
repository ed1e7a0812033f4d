package cn.jiangxue.identity;

import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.PlatformProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * The one-time token of the first administrator, made at the first start. Its hash stays in the key folder as {@code first-administrator.hash}; the token itself is
 * printed once, and in demo mode kept beside it as {@code first-administrator.token} for what seeds the sample people. A token that was lost is replaced by removing
 * the hash and starting again.
 */
@Component
final class FirstAdministratorToken {

    private static final int TOKEN_BYTES = 32;

    private final Path hashFile;

    FirstAdministratorToken(KeyFolder keys, PlatformProperties properties) {
        this.hashFile = keys.path().resolve("first-administrator.hash");
        if (!Files.exists(hashFile)) {
            make(keys.path().resolve("first-administrator.token"), properties.demo());
        }
    }

    /** Whether this is the token. Reads a file: on the blocking scheduler only. */
    boolean isRight(String presented) {
        try {
            byte[] known = Files.readString(hashFile).strip().getBytes(StandardCharsets.US_ASCII);
            byte[] given = hash(presented.strip()).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(known, given);
        } catch (IOException e) {
            throw new UncheckedIOException("the first administrator's token cannot be checked", e);
        }
    }

    private void make(Path tokenFile, boolean demo) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            Files.deleteIfExists(tokenFile);
        } catch (IOException e) {
            throw new UncheckedIOException("an old token cannot be removed", e);
        }
        if (demo) {
            KeyFolder.write(tokenFile, token.getBytes(StandardCharsets.US_ASCII));
        }
        KeyFolder.write(hashFile, hash(token).getBytes(StandardCharsets.US_ASCII));
        if (!demo) {
            // To the console itself, not to the log: a log is kept and shipped.
            System.out.println("首位管理员一次性口令 / one-time token of the first administrator: " + token);
        }
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
