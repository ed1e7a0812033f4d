package cn.jiangxue.recognition;

import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Files that learners uploaded to the content service, for cases of every kind. */
public interface EvidenceFiles {

    /** A completed upload, or empty. UNAVAILABLE while the content service does not answer. */
    Mono<StoredFile> file(UUID id);

    /** An address that opens it for minutes, or empty. */
    Mono<EvidenceLink> link(UUID id);
}
