package cn.jiangxue.local.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The ports inside, each on loopback. They are remembered with the data and taken again while free, so that an address a browser
 * has seen (the object store's) stays the same.
 */
final class Ports {
    /** Below the range from which the system itself takes ports for outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final String KEPT_AS = "run/ports";

    private Ports() {}

    /** A free port for each name: the one of last time when it is free, else another. */
    static Map<String, Integer> take(List<String> names, DataFolder data, RandomGenerator random) {
        Map<String, Integer> before = parse(data.kept(KEPT_AS).orElse(""));
        Map<String, Integer> taken = new LinkedHashMap<>();
        Set<Integer> used = new HashSet<>();
        for (String name : names) {
            Integer port = before.get(name);
            while (port == null || used.contains(port) || !isFree(port)) {
                port = random.nextInt(LOWEST, HIGHEST);
            }
            used.add(port);
            taken.put(name, port);
        }
        data.keep(
                KEPT_AS,
                taken.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        return taken;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, Integer> parse(String kept) {
        return kept.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[1].matches("[0-9]{1,5}"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.parseInt(pair[1]), (a, b) -> b));
    }
}
