package cn.jiangxue.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of a site's processes stopped in the middle of what it does, as on a machine that has stalled; it goes on when this is closed. */
final class Stall implements AutoCloseable {

    private final long process;

    private Stall(long process) {
        this.process = process;
    }

    /** {@code marker} stands in the command line of the process. */
    static Stall of(Site site, String marker) {
        Stall stall = new Stall(ProcessHandle.allProcesses()
                .filter(each -> commandLine(each).contains(marker))
                .filter(each -> commandLine(each).contains(site.data().toString()))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process with " + marker)));
        stall.signal("STOP");
        return stall;
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        signal("CONT");
    }
}
