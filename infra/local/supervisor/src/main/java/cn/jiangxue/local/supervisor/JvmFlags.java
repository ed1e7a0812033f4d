package cn.jiangxue.local.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How our JVMs run on one small machine. */
final class JvmFlags {
    private JvmFlags() {}

    /**
     * C1 only: half the memory of compiled code and a quicker start, for a site of a few people on two cores. A JVM out of memory
     * ends, and is started again, rather than going on half alive.
     */
    static List<String> java(int heapMb) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMb + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED"));
    }

    /** For a main class of ours, from the supervisor's own class path. */
    static List<String> store(int heapMb) {
        List<String> command = java(heapMb);
        command.add("-Dlogback.configurationFile=supervisor-logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }
}
