package cn.jiangxue.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Resident memory as the kernel counts it. */
final class Memory {
    private Memory() {}

    /** The sum of {@code VmRSS} in KiB. Pages that processes share count once for each, so the truth is a little less. */
    static long residentKib(Collection<Long> processIds) {
        return processIds.stream().mapToLong(Memory::residentKib).sum();
    }

    private static long residentKib(long processId) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(processId), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
