package cn.jiangxue.content.upload;

import cn.jiangxue.content.contract.MediaApi.FileLink;
import cn.jiangxue.content.contract.MediaApi.NewUpload;
import cn.jiangxue.content.contract.MediaApi.PartUrl;
import cn.jiangxue.content.contract.MediaApi.PartsWanted;
import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.content.contract.MediaApi.Upload;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.content.upload.Uploads.Seen;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class UploadRoutes {

    private final Uploads uploads;
    private final Evidence evidence;

    UploadRoutes(Uploads uploads, Evidence evidence) {
        this.uploads = uploads;
        this.evidence = evidence;
    }

    @PutMapping("/content/uploads/{id}")
    @Access(roles = {Role.TRAINER, Role.LEARNER})
    Mono<Upload> open(Caller caller, @PathVariable UUID id, @RequestBody NewUpload upload, Locale locale) {
        return uploads.open(caller, id, upload).map(seen -> shown(seen, locale));
    }

    @GetMapping("/content/uploads/{id}")
    @Access(roles = {Role.TRAINER, Role.LEARNER})
    Mono<Upload> upload(Caller caller, @PathVariable UUID id, Locale locale) {
        return uploads.upload(caller, id).map(seen -> shown(seen, locale));
    }

    @PostMapping("/content/uploads/{id}/part-urls")
    @Access(roles = {Role.TRAINER, Role.LEARNER})
    Mono<List<PartUrl>> signParts(Caller caller, @PathVariable UUID id, @RequestBody PartsWanted wanted) {
        return uploads.sign(caller, id, wanted.partNumbers());
    }

    @PostMapping("/content/uploads/{id}/completion")
    @Access(roles = {Role.TRAINER, Role.LEARNER})
    Mono<Upload> complete(Caller caller, @PathVariable UUID id, Locale locale) {
        return uploads.complete(caller, id).map(seen -> shown(seen, locale));
    }

    @DeleteMapping("/content/uploads/{id}")
    @Access(roles = {Role.TRAINER, Role.LEARNER})
    Mono<Upload> abandon(Caller caller, @PathVariable UUID id, Locale locale) {
        return uploads.abandon(caller, id).map(seen -> shown(seen, locale));
    }

    @GetMapping("/content/files/{id}")
    @Access(AccessKind.SERVICE)
    Mono<StoredFile> file(@PathVariable UUID id) {
        return evidence.file(id);
    }

    @PostMapping("/content/files/{id}/links")
    @Access(AccessKind.SERVICE)
    Mono<FileLink> openFile(@PathVariable UUID id) {
        return evidence.link(id);
    }

    private static Upload shown(Seen seen, Locale locale) {
        UploadDocument upload = seen.upload();
        Refusal refusal = upload.refusal();
        boolean becameVideo = upload.kind() == UploadKind.VIDEO && upload.state() == UploadState.COMPLETED;
        return new Upload(
                upload.id(),
                upload.kind(),
                upload.state(),
                upload.fileName(),
                upload.sizeBytes(),
                upload.partSizeBytes(),
                upload.parts().count(),
                seen.doneParts(),
                refusal == null ? null : refusal.words().in(locale),
                becameVideo ? upload.id() : null,
                upload.expiresAt());
    }
}
