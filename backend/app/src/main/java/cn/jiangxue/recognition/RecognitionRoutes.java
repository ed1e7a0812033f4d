package cn.jiangxue.recognition;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.contract.RecognitionApi.Preview;
import cn.jiangxue.contract.RecognitionApi.PreviewEdit;
import cn.jiangxue.contract.RecognitionApi.ProgrammeChoice;
import cn.jiangxue.contract.RecognitionApi.PublicNotice;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.contract.RecognitionApi.RecognitionEdit;
import cn.jiangxue.contract.RecognitionApi.RecognitionSummary;
import cn.jiangxue.contract.RecognitionApi.TextEdit;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.recognition.rules.Act;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What applicants and the public do. */
@RestController
class RecognitionRoutes {

    private final Recognitions recognitions;
    private final Applying applying;
    private final Acting acting;
    private final Queues queues;
    private final Notices notices;

    RecognitionRoutes(Recognitions recognitions, Applying applying, Acting acting, Queues queues, Notices notices) {
        this.recognitions = recognitions;
        this.applying = applying;
        this.acting = acting;
        this.queues = queues;
        this.notices = notices;
    }

    @GetMapping("/api/recognition-programmes")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<ProgrammeChoice>> recognitionProgrammes() {
        return recognitions.programmes();
    }

    @PostMapping("/api/recognition-previews")
    @Access(AccessKind.SIGNED_IN)
    Mono<Preview> previewRecognition(Caller caller, @RequestBody PreviewEdit edit) {
        return recognitions.preview(caller, edit);
    }

    @PutMapping("/api/recognition-cases/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<RecognitionCase> applyForRecognition(Caller caller, @PathVariable UUID id, @RequestBody RecognitionEdit edit) {
        return applying.apply(caller, id, edit).flatMap(stored -> recognitions.view(caller, stored));
    }

    @GetMapping("/api/recognition-cases/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<RecognitionCase> recognitionCase(Caller caller, @PathVariable UUID id) {
        return recognitions.find(caller, id);
    }

    @GetMapping("/api/me/recognition-cases")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<RecognitionSummary>> myRecognitionCases(
            Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return queues.mine(caller, cursor);
    }

    @PutMapping("/api/recognition-cases/{id}/evidence/{evidenceId}")
    @Access(AccessKind.SIGNED_IN)
    Mono<RecognitionCase> attachRecognitionEvidence(
            Caller caller, @PathVariable UUID id, @PathVariable UUID evidenceId, @RequestBody EvidenceEdit edit) {
        return applying.attach(caller, id, evidenceId, edit).flatMap(stored -> recognitions.view(caller, stored));
    }

    @PostMapping("/api/recognition-cases/{id}/evidence/{evidenceId}/links")
    @Access(AccessKind.SIGNED_IN)
    Mono<EvidenceLink> openRecognitionEvidence(Caller caller, @PathVariable UUID id, @PathVariable UUID evidenceId) {
        return recognitions.open(caller, id, evidenceId);
    }

    @PutMapping("/api/recognition-cases/{id}/answers/{answerId}")
    @Access(AccessKind.SIGNED_IN)
    Mono<RecognitionCase> supply(
            Caller caller, @PathVariable UUID id, @PathVariable UUID answerId, @RequestBody TextEdit edit) {
        return act(caller, id, new Act.Supply(answerId, edit.text()));
    }

    @PostMapping("/api/recognition-cases/{id}/withdrawal")
    @Access(AccessKind.SIGNED_IN)
    Mono<RecognitionCase> withdrawRecognition(Caller caller, @PathVariable UUID id) {
        return act(caller, id, new Act.Withdraw());
    }

    @PutMapping("/api/recognition-cases/{id}/appeals/{appealId}")
    @Access(AccessKind.SIGNED_IN)
    Mono<RecognitionCase> appeal(
            Caller caller, @PathVariable UUID id, @PathVariable UUID appealId, @RequestBody TextEdit edit) {
        return act(caller, id, new Act.Appeal(appealId, edit.text()));
    }

    @GetMapping("/api/public/recognition-notices")
    @Access(AccessKind.PUBLIC)
    Mono<Page<PublicNotice>> notices(@RequestParam(required = false) @Nullable String cursor) {
        return notices.page(cursor);
    }

    @PutMapping("/api/recognition-notices/{id}/objections/{objectionId}")
    @Access(AccessKind.SIGNED_IN)
    Mono<PublicNotice> object(
            Caller caller, @PathVariable UUID id, @PathVariable UUID objectionId, @RequestBody TextEdit edit) {
        return notices.object(caller, id, objectionId, edit);
    }

    private Mono<RecognitionCase> act(Caller caller, UUID id, Act act) {
        return acting.act(caller, id, act).flatMap(stored -> recognitions.view(caller, stored));
    }
}
