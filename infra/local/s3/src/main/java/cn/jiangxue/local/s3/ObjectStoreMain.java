package cn.jiangxue.local.s3;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The object store as a process of its own. It prints {@code READY port=N} once it serves and ends when its standard input
 * closes, that is, when the process that started it has gone, or on SIGTERM.
 *
 * <p>{@code --folder F} (holds {@code credentials} and {@code objects}), {@code --port N} (0: a free one), {@code --bucket B}
 * (made when missing), {@code --origin O} (repeatable; see {@link ObjectStore#open}).
 */
public final class ObjectStoreMain {
    private ObjectStoreMain() {}

    public static void main(String[] args) throws IOException {
        // Before the first logger exists: standard output carries the ready line and nothing else.
        System.setProperty("logback.configurationFile", "object-store-logback.xml");
        Arguments arguments = Arguments.parse(args);
        ObjectStoreCredentials credentials =
                ObjectStoreCredentials.keptIn(arguments.folder().resolve("credentials"));
        ObjectStore store = ObjectStore.open(arguments.folder(), arguments.port(), credentials, arguments.origins());
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "object-store-stop"));
        arguments.buckets().forEach(store::withBucket);
        System.out.println("READY port=" + store.port());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        System.exit(0);
    }

    private record Arguments(Path folder, int port, List<String> buckets, List<String> origins) {
        static Arguments parse(String[] args) {
            Path folder = null;
            int port = 0;
            List<String> buckets = new ArrayList<>();
            List<String> origins = new ArrayList<>();
            for (int i = 0; i + 1 < args.length; i += 2) {
                switch (args[i]) {
                    case "--folder" -> folder = Path.of(args[i + 1]);
                    case "--port" -> port = Integer.parseInt(args[i + 1]);
                    case "--bucket" -> buckets.add(args[i + 1]);
                    case "--origin" -> origins.add(args[i + 1]);
                    default -> throw new IllegalArgumentException("Unknown option " + args[i] + ".");
                }
            }
            if (folder == null || args.length % 2 != 0) {
                throw new IllegalArgumentException("Usage: --folder F [--port N] [--bucket B]... [--origin O]...");
            }
            return new Arguments(folder, port, List.copyOf(buckets), List.copyOf(origins));
        }
    }
}
