package cn.jiangxue.recognition;

import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes files into cases of every kind: uploaded by the caller, of a kind that can be shown, and as they were stated. */
@Component
public class EvidenceIntake {

    /** Files that one case may have. */
    public static final int FILES_MOST = 20;

    private static final int CAPTION_MOST = 200;
    private static final Set<String> TYPES =
            Set.of("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "application/pdf");

    private final EvidenceFiles files;
    private final CivilTime time;

    public EvidenceIntake(EvidenceFiles files, CivilTime time) {
        this.files = files;
        this.time = time;
    }

    /** INVALID_FIELDS without a caption; EVIDENCE_NOT_READY when there is no such file of the caller's. */
    public Mono<Evidence> take(Caller caller, UUID id, EvidenceEdit edit) {
        check(edit);
        return files.file(edit.fileId())
                .filter(file -> isAsStated(file, caller, edit))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.EVIDENCE_NOT_READY)))
                .map(file -> new Evidence(
                        id,
                        edit.caption(),
                        file.id(),
                        file.fileName(),
                        file.contentType(),
                        file.sizeBytes(),
                        time.clock().instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private static boolean isAsStated(StoredFile file, Caller caller, EvidenceEdit edit) {
        return file.ownerId().equals(caller.personId())
                && TYPES.contains(file.contentType())
                && file.contentType().equals(edit.contentType())
                && file.sizeBytes() == edit.sizeBytes();
    }

    private static void check(EvidenceEdit edit) {
        String zh = edit.caption().zh();
        String en = edit.caption().en();
        if ((zh.isBlank() && en.isBlank()) || zh.length() > CAPTION_MOST || en.length() > CAPTION_MOST) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field(
                            "caption",
                            new LocalText("请用不超过200字说明这份材料", "Say what the file shows, at most 200 characters"));
        }
    }
}
