package cn.jiangxue.local.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One {@code ./run}: from the lock on the data folder to the last child's end. */
final class Session {
    private static final int EXIT_FAILED = 1;
    private static final String PUBLIC_BASE_URL = "public-base-url";

    private final Options options;
    private final DataFolder data;
    private final Optional<Demo> demo;
    private final Progress progress;
    private final Supervisor supervisor;
    private volatile int exitCode;

    private Session(
            Options options, DataFolder data, List<ChildSpec> children, Optional<Demo> demo, Progress progress) {
        this.options = options;
        this.data = data;
        this.demo = demo;
        this.progress = progress;
        this.supervisor = new Supervisor(
                children, data.path("logs"), Supervisor.MOST_STOP_TIME, this::noteChildren, progress::line);
    }

    /** @throws Refusal when it cannot start: the folder is in use, the port is taken, or the person did not confirm */
    static Session open(Options options, PrintStream out, InputStream in, Composition site) {
        DataFolder data = DataFolder.open(options.data());
        Survivors.awaitEnd(data);
        if (!Ports.isFree(options.port())) {
            throw new Refusal(
                    "Port " + options.port() + " is taken by another program. Choose another one: ./run --port "
                            + (options.port() == 65_535 ? Options.DEFAULT_PORT : options.port() + 1));
        }
        if (options.reset()) {
            confirmReset(options, out, in);
            data.empty();
        }
        Progress progress = new Progress(options.began(), out);
        String publicBaseUrl = publicBaseUrl(options, data, progress);
        Map<String, Integer> ports = Ports.take(Plan.INNER, data, new SecureRandom());
        return new Session(
                options,
                data,
                site.children(options, data, ports, publicBaseUrl),
                options.demo() ? site.demo(data, ports, progress) : Optional.empty(),
                progress);
    }

    /** Returns only when a child could not be kept up; a signal ends the process by way of the shutdown hook. */
    void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        progress.line("starting in " + options.data());
        supervisor.start();
        if (supervisor.awaitReady() && Page.awaitAnswer(options.site(), supervisor.failure())) {
            double secondsToPage = progress.seconds();
            welcome();
            demo.ifPresent(Demo::prepare);
            summary(secondsToPage);
        }
        Child.Ending ending = supervisor.failure().join();
        progress.plain(ending.text() + " It was started again " + Keeper.MOST_RESTARTS
                + " times, so everything stops. Its last lines (all in " + data.path("logs/" + ending.name() + ".log")
                + "):");
        ending.lastLines().forEach(line -> progress.plain("  " + line));
        exitCode = EXIT_FAILED;
        System.exit(EXIT_FAILED);
    }

    private void welcome() {
        progress.plain("");
        progress.plain("匠学 Jiangxue is at " + options.site());
        progress.plain("Ctrl-C stops it. Data and logs are in " + options.data() + ".");
        demo.ifPresent(Demo::signIns);
        progress.plain("");
    }

    private void summary(double secondsToPage) {
        List<Long> processes = new ArrayList<>(
                supervisor.processes().values().stream().map(ProcessHandle::pid).toList());
        processes.add(ProcessHandle.current().pid());
        progress.plain(String.format(
                Locale.ROOT,
                "Page after %.1f s; %,d MiB resident in %d processes.",
                secondsToPage,
                Memory.residentKib(processes) / 1024,
                processes.size()));
    }

    private void noteChildren() {
        Survivors.note(data, supervisor.processes().values());
    }

    /** Runs as the shutdown hook: nothing after it, so it decides the exit code. */
    private void stop() {
        progress.line("stopping");
        demo.ifPresent(Demo::stop);
        supervisor.close();
        data.close();
        progress.line("stopped");
        Runtime.getRuntime().halt(exitCode);
    }

    private static void confirmReset(Options options, PrintStream out, InputStream in) {
        if (options.sure()) {
            return;
        }
        out.print("Everything in " + options.data()
                + " will be deleted: people, courses, credit, videos. Type yes to go on: ");
        out.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            if (answer == null || !answer.strip().equalsIgnoreCase("yes")) {
                throw new Refusal("Nothing was deleted.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Credentials name this address, so it stays what it was on the first start. */
    private static String publicBaseUrl(Options options, DataFolder data, Progress progress) {
        String kept = data.kept(PUBLIC_BASE_URL).orElse("");
        if (kept.isEmpty()) {
            data.keep(PUBLIC_BASE_URL, options.site());
            return options.site();
        }
        if (!kept.equals(options.site())) {
            progress.line("credentials of this folder name " + kept + "; they verify again once the site runs there");
        }
        return kept;
    }
}
