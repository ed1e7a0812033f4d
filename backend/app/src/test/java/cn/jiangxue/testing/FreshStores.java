package cn.jiangxue.testing;

import cn.jiangxue.local.mongo.DocumentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Gives a service under test an empty database (in this JVM, or on {@code MONGO_TEST_URI}) and an empty key folder. Demo mode, so that the first token is readable. */
public final class FreshStores implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> properties = new ArrayList<>();
        String real = System.getenv("MONGO_TEST_URI");
        if (real == null) {
            DocumentStore store = DocumentStore.temporary();
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    store.close();
                }
            });
            properties.add("jiangxue.mongo.uri=" + store.uri());
        } else {
            properties.add("jiangxue.mongo.uri=" + real);
        }
        properties.add(
                "jiangxue.mongo.database=test_" + UUID.randomUUID().toString().replace("-", ""));
        properties.add("jiangxue.keys.folder=" + folder());
        properties.add("jiangxue.demo=true");
        properties.add("jiangxue.reexamination.share-basis-points=10000");
        // Nobody listens there: what needs them says so, all else goes on.
        properties.add("jiangxue.elastic.uri=http://127.0.0.1:1");
        properties.add("jiangxue.content.base-url=http://127.0.0.1:1");
        TestPropertyValues.of(properties).applyTo(context);
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("jiangxue-keys").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
