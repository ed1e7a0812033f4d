package cn.jiangxue.identity.rules;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose address an attempt is counted for. Forwarding headers are believed only as far as our own proxies wrote them. */
public final class ClientAddress {

    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int NETWORK_BYTES = 8;
    private static final int MAX_HOPS = 20;

    private ClientAddress() {}

    /**
     * The nearest address that is not one of our proxies.
     *
     * @param peer who is connected to us
     * @param forwarded the {@code X-Forwarded-For} header, or null
     * @param trusted addresses of our own proxies
     * @return the address; for IPv6 its /64 network, which is what one household or office is given
     */
    public static String of(String peer, @Nullable String forwarded, Set<String> trusted) {
        String nearest = plain(peer);
        List<String> hops = forwarded == null ? List.of() : Arrays.asList(forwarded.split(",", MAX_HOPS));
        for (int i = hops.size() - 1; i >= 0 && trusted.contains(nearest); i--) {
            String hop = plain(hops.get(i).strip());
            if (!NUMERIC.matcher(hop).matches()) {
                break;
            }
            nearest = hop;
        }
        return network(nearest);
    }

    private static String plain(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    private static String network(String address) {
        if (!NUMERIC.matcher(address).matches() || address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address v6 ? networkOf(v6) : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String networkOf(Inet6Address address) throws UnknownHostException {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress();
    }
}
