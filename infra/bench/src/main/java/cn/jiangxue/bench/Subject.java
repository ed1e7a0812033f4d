package cn.jiangxue.bench;

import cn.jiangxue.BackendApplication;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The backend under measurement: wired as in production, in this process, over the stores given, with a clock that can be put forward. */
public final class Subject implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final BenchClock clock;
    private final String searchUri;

    private Subject(ConfigurableApplicationContext context, BenchClock clock, String searchUri) {
        this.context = context;
        this.clock = clock;
        this.searchUri = searchUri;
    }

    static Subject start(Stores stores) {
        var clock = new BenchClock();
        var context = new SpringApplicationBuilder(BackendApplication.class)
                .initializers((GenericApplicationContext made) ->
                        made.registerBean("benchClock", BenchClock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--jiangxue.demo=true",
                        "--jiangxue.mongo.uri=" + stores.documentsUri(),
                        "--jiangxue.mongo.database=bench",
                        "--jiangxue.keys.folder=" + stores.folder().resolve("keys"),
                        "--jiangxue.elastic.uri=" + stores.searchUri(),
                        "--jiangxue.content.base-url=http://127.0.0.1:1",
                        // Eight times as often as in production, so that a round that waits for the log does not wait
                        // for its clock.
                        "--jiangxue.tree-heads.every=250ms",
                        "--logging.level.root=warn",
                        "--logging.structured.format.console=");
        return new Subject(context, clock, stores.searchUri());
    }

    /** A part of the service. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** The database the service works on, through its own client: the baselines use it too. */
    public MongoDatabase database() {
        return part(MongoDatabase.class);
    }

    public BenchClock clock() {
        return clock;
    }

    public String searchUri() {
        return searchUri;
    }

    @Override
    public void close() {
        context.close();
    }
}
