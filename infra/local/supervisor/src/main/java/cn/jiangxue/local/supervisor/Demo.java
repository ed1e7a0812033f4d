package cn.jiangxue.local.supervisor;

import cn.jiangxue.local.seed.DemoPerson;
import cn.jiangxue.local.seed.DemoSeed;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sample people and courses, told about at the terminal. */
final class Demo {
    private static final String ONE_TIME_TOKEN = "keys/first-administrator.token";

    private final DataFolder data;
    private final Map<String, Integer> ports;
    private final Progress progress;
    private volatile @Nullable DemoSeed underWay;

    Demo(DataFolder data, Map<String, Integer> ports, Progress progress) {
        this.data = data;
        this.ports = ports;
        this.progress = progress;
    }

    /** Who can sign in. On the first start they are there some seconds after this is shown. */
    void signIns() {
        progress.plain("Sign in as (user name, password, for what):");
        for (DemoPerson person : DemoSeed.people()) {
            progress.plain("  %-12s %-18s %s / %s"
                    .formatted(
                            person.userName(),
                            person.password(),
                            person.task().zh(),
                            person.task().en()));
        }
    }

    /** Brings in what is missing. The site is usable without, so a failure is told and not more. */
    void prepare() {
        // The token is there only now: the backend makes it at its first start.
        DemoSeed seed =
                new DemoSeed(address(Plan.BACKEND), address(Plan.CONTENT), data.kept(ONE_TIME_TOKEN), progress::line);
        underWay = seed;
        try {
            seed.run();
            progress.line("示例数据已就绪");
        } catch (RuntimeException e) {
            progress.line("示例数据不完整，再次启动时会继续 / the sample data is not complete, the next start goes on with it: "
                    + e.getMessage());
        }
    }

    void stop() {
        DemoSeed seed = underWay;
        if (seed != null) {
            seed.stop();
        }
    }

    private URI address(String name) {
        return URI.create("http://127.0.0.1:" + ports.get(name));
    }
}
