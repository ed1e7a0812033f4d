package cn.jiangxue.framework;

import cn.jiangxue.framework.rules.Lifecycle.Stage;
import cn.jiangxue.platform.Tries;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When a version is adopted, the one before it ends where it begins. Written down for the lists; what holds on a day never waits for it. May be repeated. */
@Component("standardSuccession")
class Succession {

    private final VersionShelf shelf;

    Succession(VersionShelf shelf) {
        this.shelf = shelf;
    }

    Mono<Void> follow(VersionAdopted newer) {
        return shelf.versions(newer.subject())
                .flatMapMany(Flux::fromIterable)
                .filter(older -> isFollowed(older, newer))
                .concatMap(older -> Tries.of(() -> end(older.version(), newer)))
                .then();
    }

    private static boolean isFollowed(VersionDocument older, VersionAdopted newer) {
        return older.version() < newer.version()
                && older.stage() == Stage.ADOPTED
                && older.until().isAfter(newer.from());
    }

    private Mono<VersionDocument> end(int version, VersionAdopted newer) {
        return shelf.find(newer.subject(), version)
                .flatMap(older -> isFollowed(older, newer)
                        ? shelf.save(older.superseded(newer.version(), newer.from()))
                        : Mono.just(older));
    }
}
