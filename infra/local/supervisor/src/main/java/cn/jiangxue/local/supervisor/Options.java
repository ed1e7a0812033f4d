package cn.jiangxue.local.supervisor;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What a person asked of {@code ./run}.
 *
 * @param tree the root of the built source tree
 * @param data everything the site keeps
 * @param port of the site on loopback
 * @param demo sample people and courses may exist
 * @param reset empty the data folder first
 * @param sure do not ask before emptying it
 * @param began when {@code ./run} was called
 */
record Options(Path tree, Path data, int port, boolean demo, boolean reset, boolean sure, Instant began) {
    static final int DEFAULT_PORT = 8080;

    sealed interface Parsed {
        record Run(Options options) implements Parsed {}

        record Wrong(String why) implements Parsed {}
    }

    /** @param caller the folder relative paths are meant from */
    static Parsed parse(String[] args, Path tree, Path caller, Instant began) {
        Path data = tree.resolve("data");
        int port = DEFAULT_PORT;
        boolean demo = true;
        boolean reset = false;
        boolean sure = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--no-demo" -> demo = false;
                case "--reset" -> reset = true;
                case "--yes" -> sure = true;
                case "--port", "--data" -> {
                    if (i + 1 == args.length) {
                        return new Parsed.Wrong(args[i] + " needs a value.");
                    }
                    String value = args[++i];
                    if (args[i - 1].equals("--data")) {
                        data = caller.resolve(value);
                    } else if (value.matches("[0-9]{1,5}")
                            && Integer.parseInt(value) >= 1
                            && Integer.parseInt(value) < 65536) {
                        port = Integer.parseInt(value);
                    } else {
                        return new Parsed.Wrong("--port takes a number from 1 to 65535, not " + value + ".");
                    }
                }
                default -> {
                    return new Parsed.Wrong("Unknown option " + args[i] + ".");
                }
            }
        }
        return new Parsed.Run(new Options(
                tree.toAbsolutePath().normalize(), data.toAbsolutePath().normalize(), port, demo, reset, sure, began));
    }

    String site() {
        return "http://127.0.0.1:" + port;
    }
}
