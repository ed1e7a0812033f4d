package cn.jiangxue.local.supervisor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code ./run} with tiny children: the same session, another list of processes. First argument: well or sick. */
final class FakeSite {
    private FakeSite() {}

    public static void main(String[] args) {
        boolean sick = args[0].equals("sick");
        String[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);
        var parsed = Options.parse(rest, Path.of(""), Path.of(""), Instant.now());
        try {
            Session.open(((Options.Parsed.Run) parsed).options(), System.out, System.in, new Fake(sick))
                    .run();
        } catch (Refusal refusal) {
            System.out.println(refusal.getMessage());
            System.exit(2);
        }
    }

    private record Fake(boolean sick) implements Composition {
        @Override
        public List<ChildSpec> children(Options options, DataFolder data, Map<String, Integer> ports, String url) {
            return List.of(
                    FakeChild.spec("documents", Set.of(), "serve"),
                    FakeChild.spec("backend", Set.of("documents"), sick ? "die" : "serve"),
                    FakeChild.site("ui", Set.of("documents"), options.port()));
        }

        @Override
        public Optional<Demo> demo(DataFolder data, Map<String, Integer> ports, Progress progress) {
            return Optional.empty();
        }
    }
}
