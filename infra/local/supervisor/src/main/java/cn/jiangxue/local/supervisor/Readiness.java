package cn.jiangxue.local.supervisor;

import java.net.URI;

/** How a child says that it serves. */
sealed interface Readiness {
    /** It prints a line that begins with {@code READY}. */
    record SaysSo() implements Readiness {}

    /** It answers a GET of this address with 200. */
    record Answers(URI address) implements Readiness {}
}
