package cn.jiangxue.learning;

import cn.jiangxue.content.contract.MediaApi.Media;
import cn.jiangxue.content.contract.MediaApi.MediaState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for the media service: answers for the videos a test has declared ready. */
public final class FakeMedia implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<UUID, Media> READY = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.shared();

    public static UUID ready(UUID organisation, int seconds) {
        UUID id = UUID.randomUUID();
        READY.put(
                id,
                new Media(
                        id,
                        MediaState.READY,
                        100,
                        null,
                        1,
                        null,
                        "v.mp4",
                        1_000,
                        seconds,
                        List.of(),
                        List.of(),
                        null,
                        organisation,
                        Instant.EPOCH));
        return id;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // Loops of its own: the shared ones end with whichever application context is put to rest.
        LoopResources loops = LoopResources.create("fake-media", 1, true);
        DisposableServer server = HttpServer.create()
                .runOn(loops)
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/content/media/{id}", (request, response) -> {
                    Media media = READY.get(UUID.fromString(request.param("id")));
                    return media == null
                            ? response.sendNotFound()
                            : response.header("Content-Type", "application/json")
                                    .sendString(Mono.just(JSON.writeValueAsString(media)));
                }))
                .bindNow();
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                server.disposeNow();
                loops.dispose();
            }
        });
        TestPropertyValues.of("jiangxue.content.base-url=http://127.0.0.1:" + server.port())
                .applyTo(context);
    }
}
