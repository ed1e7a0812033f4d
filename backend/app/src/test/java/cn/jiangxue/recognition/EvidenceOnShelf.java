package cn.jiangxue.recognition;

import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Uploaded files as the content service would have them. */
public final class EvidenceOnShelf implements EvidenceFiles {

    private final Map<UUID, StoredFile> files = new ConcurrentHashMap<>();
    private final Clock clock;

    public EvidenceOnShelf(Clock clock) {
        this.clock = clock;
    }

    public void put(UUID id, StoredFile file) {
        files.put(id, file);
    }

    @Override
    public Mono<StoredFile> file(UUID id) {
        return Mono.justOrEmpty(files.get(id));
    }

    @Override
    public Mono<EvidenceLink> link(UUID id) {
        return Mono.just(new EvidenceLink("http://store/" + id, clock.instant().plusSeconds(600)));
    }
}
