package cn.jiangxue.ui;

import java.io.IOException;

/** Ends this process when the one that started it is gone: the pipe on standard input closes. Only where {@code JIANGXUE_PARENT_PIPE} is {@code true}. */
final class ParentWatch {

    private ParentWatch() {}

    static void start() {
        if ("true".equals(System.getenv("JIANGXUE_PARENT_PIPE"))) {
            Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatch::waitForTheEnd);
        }
    }

    private static void waitForTheEnd() {
        try {
            while (System.in.read() != -1) {
                // Whatever the parent writes is of no interest; only the end of the pipe is.
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        System.exit(0);
    }
}
