package cn.jiangxue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is held in memory, in MiB. */
record Memory(long heapAfterGc, long resident, long documents, long search) {

    private static final long MIB = 1024 * 1024;

    static Memory now(Stores stores) {
        System.gc();
        var runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
        return new Memory(
                heap,
                resident(ProcessHandle.current().pid()),
                resident(stores.documentsPid()),
                resident(stores.searchPid()));
    }

    private static long resident(long processId) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(processId), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .sum();
        } catch (IOException notThere) {
            return 0;
        }
    }
}
