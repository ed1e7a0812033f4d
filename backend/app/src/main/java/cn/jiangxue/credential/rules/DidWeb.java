package cn.jiangxue.credential.rules;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * The issuer's identifier, derived from the site's public address (did:web method specification): a port is written {@code %3A8080}, path segments are
 * joined by colons.
 *
 * @param base without a slash at its end
 */
public record DidWeb(String base) {

    private static final String LOCALHOST = "localhost";

    public DidWeb {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        if (URI.create(base).getHost() == null) {
            throw new IllegalArgumentException("the public address names no host: " + base);
        }
    }

    /** Such as {@code did:web:example.cn} or {@code did:web:127.0.0.1%3A8080}. */
    public String did() {
        URI uri = URI.create(base);
        String port = uri.getPort() < 0 ? "" : "%3A" + uri.getPort();
        return "did:web:" + uri.getHost().toLowerCase(Locale.ROOT) + port
                + uri.getPath().replace('/', ':');
    }

    /** The name of a key in the identifier's document, such as {@code did:web:example.cn#key-1}. */
    public String keyId(int version) {
        return did() + "#key-" + version;
    }

    /** Whether nobody but this machine can resolve it. */
    public boolean isLocalOnly() {
        String host = URI.create(base).getHost();
        return host.equals(LOCALHOST) || isAddress(host) && address(host).isLoopbackAddress();
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }

    /** Of a literal address: no name is looked up. */
    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + literal, e);
        }
    }
}
