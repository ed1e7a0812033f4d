package cn.jiangxue.local.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The document store as a child process: {@code --file F --port N}. Prints {@code READY port=N} on standard output, ends
 * when standard input closes (so that it never outlives its parent) and on SIGTERM.
 */
public final class MongoStoreMain {

    private MongoStoreMain() {}

    /** Starts the store and stays until standard input closes or the process is asked to end; 1 when it cannot start. */
    public static void main(String[] args) throws InterruptedException {
        Path file = Path.of(argument(args, "--file"));
        int port = Integer.parseInt(argument(args, "--port"));
        try {
            serve(DocumentStore.open(file, port));
        } catch (UncheckedIOException e) {
            System.err.println("The document store cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(DocumentStore store) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "close-store"));
        System.out.println("READY port=" + store.port());
        System.out.flush();
        CountDownLatch parentGone = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("watch-parent").start(() -> awaitEndOfInput(parentGone));
        parentGone.await();
        System.exit(0);
    }

    private static void awaitEndOfInput(CountDownLatch parentGone) {
        try {
            while (System.in.read() >= 0) {
                // whatever the parent writes carries no meaning
            }
        } catch (IOException e) {
            System.err.println("standard input failed, ending: " + e.getMessage());
        } finally {
            parentGone.countDown();
        }
    }

    private static String argument(String[] args, String name) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        throw new IllegalArgumentException("missing " + name + "; usage: --file FILE --port PORT");
    }
}
