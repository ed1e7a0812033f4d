package cn.jiangxue.bench;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One side of a comparison, ready to run: so many calls, of which so many are in flight at any time.
 *
 * @param perCall how many units (beats, postings, searches) one call is worth
 * @param settled completes when everything the calls set in motion is done; its time counts
 * @param checked fails when what was done is not what was asked; its time does not count
 */
public record Side(
        int calls,
        int inFlight,
        int perCall,
        IntFunction<Mono<?>> call,
        Supplier<Mono<Void>> settled,
        Supplier<Mono<Void>> checked) {

    private static final long LONGEST_MICROS = Duration.ofMinutes(1).toNanos() / 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public static Side of(int calls, int inFlight, IntFunction<Mono<?>> call) {
        return new Side(calls, inFlight, 1, call, Mono::empty, Mono::empty);
    }

    /** Units per second, the processor time of a unit and how long single calls took, both in microseconds. */
    record Sample(double perSecond, double processorMicros, Histogram micros) {}

    Sample run() {
        Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
        Duration spent = processorTime();
        long began = System.nanoTime();
        Flux.range(0, calls)
                .flatMap(number -> timed(number, micros), inFlight)
                .then(Mono.defer(settled))
                .block(PATIENCE);
        double seconds = (System.nanoTime() - began) / 1e9;
        double units = (double) calls * perCall;
        Sample sample = new Sample(units / seconds, processorTime().minus(spent).toNanos() / 1e3 / units, micros);
        checked.get().block(PATIENCE);
        return sample;
    }

    /** Of this process and of the stores it started; unlike the time that passes, what else the machine does hardly moves it. */
    private static Duration processorTime() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().children())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Mono<Void> timed(int number, Histogram micros) {
        return Mono.defer(() -> {
            long began = System.nanoTime();
            return call.apply(number)
                    .then(Mono.fromRunnable(
                            () -> micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - began) / 1_000))));
        });
    }
}
