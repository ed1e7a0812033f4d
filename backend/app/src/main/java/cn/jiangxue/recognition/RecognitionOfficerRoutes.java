package cn.jiangxue.recognition;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.RecognitionApi.AppealRulingEdit;
import cn.jiangxue.contract.RecognitionApi.BulkDecision;
import cn.jiangxue.contract.RecognitionApi.BulkResult;
import cn.jiangxue.contract.RecognitionApi.EvidenceFindingEdit;
import cn.jiangxue.contract.RecognitionApi.GrantEdit;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.contract.RecognitionApi.RecognitionSummary;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.contract.RecognitionApi.StandIn;
import cn.jiangxue.contract.RecognitionApi.StandInEdit;
import cn.jiangxue.contract.RecognitionApi.SupplementEdit;
import cn.jiangxue.contract.RecognitionApi.TextEdit;
import cn.jiangxue.contract.RecognitionApi.VoteEdit;
import cn.jiangxue.contract.RecognitionApi.Waiting;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.recognition.rules.Act;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What recognition officers do, of the institutions and of the bodies above. */
@RestController
class RecognitionOfficerRoutes {

    private final Recognitions recognitions;
    private final Acting acting;
    private final Examining examining;
    private final Queues queues;
    private final BulkDecisions bulk;
    private final StandIns standIns;

    RecognitionOfficerRoutes(
            Recognitions recognitions,
            Acting acting,
            Examining examining,
            Queues queues,
            BulkDecisions bulk,
            StandIns standIns) {
        this.recognitions = recognitions;
        this.acting = acting;
        this.examining = examining;
        this.queues = queues;
        this.bulk = bulk;
        this.standIns = standIns;
    }

    @GetMapping("/api/recognition-cases")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Page<RecognitionSummary>> recognitionInbox(
            Caller caller,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false, defaultValue = "false") boolean mine,
            @RequestParam(required = false, defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String cursor) {
        return queues.inbox(caller, stage, mine, overdue, cursor);
    }

    @GetMapping("/api/me/recognition-waiting")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Waiting> waiting(Caller caller) {
        return queues.waiting(caller);
    }

    @PutMapping("/api/recognition-cases/{id}/handler")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<RecognitionCase> take(Caller caller, @PathVariable UUID id) {
        return act(caller, id, new Act.Take());
    }

    @PutMapping("/api/recognition-cases/{id}/declared/{outcomeId}/findings/{findingId}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<RecognitionCase> examineEvidence(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID outcomeId,
            @PathVariable UUID findingId,
            @RequestBody EvidenceFindingEdit edit) {
        return examining
                .examine(caller, id, outcomeId, findingId, edit)
                .flatMap(stored -> recognitions.view(caller, stored));
    }

    @PutMapping("/api/recognition-cases/{id}/votes/{voteId}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<RecognitionCase> vote(
            Caller caller, @PathVariable UUID id, @PathVariable UUID voteId, @RequestBody VoteEdit edit) {
        return act(caller, id, new Act.Vote(voteId, edit.organisationId(), edit.favourable(), edit.reason()));
    }

    @PutMapping("/api/recognition-cases/{id}/supplements/{supplementId}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<RecognitionCase> askForMore(
            Caller caller, @PathVariable UUID id, @PathVariable UUID supplementId, @RequestBody SupplementEdit edit) {
        return act(caller, id, new Act.AskForMore(supplementId, edit.reason(), edit.days()));
    }

    @PutMapping("/api/recognition-cases/{id}/objections/{objectionId}/reply")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<RecognitionCase> reply(
            Caller caller, @PathVariable UUID id, @PathVariable UUID objectionId, @RequestBody TextEdit edit) {
        return act(caller, id, new Act.Reply(objectionId, edit.text()));
    }

    @PutMapping("/api/recognition-cases/{id}/decisions/{decisionId}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<RecognitionCase> decideRecognition(
            Caller caller, @PathVariable UUID id, @PathVariable UUID decisionId, @RequestBody GrantEdit edit) {
        return acting.act(caller, id, new Act.Decide(decisionId, edit.grant(), edit.reason()), edit.revision())
                .flatMap(stored -> recognitions.view(caller, stored));
    }

    @PostMapping("/api/recognition-decisions")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<List<BulkResult>> decideMany(Caller caller, @RequestBody BulkDecision decision) {
        return bulk.decide(caller, decision);
    }

    @PutMapping("/api/recognition-cases/{id}/appeal-rulings/{rulingId}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<RecognitionCase> ruleOnAppeal(
            Caller caller, @PathVariable UUID id, @PathVariable UUID rulingId, @RequestBody AppealRulingEdit edit) {
        return acting.act(caller, id, new Act.RuleOnAppeal(rulingId, edit.upheld(), edit.reason()), edit.revision())
                .flatMap(stored -> recognitions.view(caller, stored));
    }

    @GetMapping("/api/me/stand-ins")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<List<StandIn>> standIns(Caller caller) {
        return standIns.of(caller);
    }

    @PutMapping("/api/me/stand-ins/{id}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<StandIn> nameStandIn(Caller caller, @PathVariable UUID id, @RequestBody StandInEdit edit) {
        return standIns.name(caller, id, edit);
    }

    @DeleteMapping("/api/me/stand-ins/{id}")
    @Access(roles = Role.RECOGNITION_OFFICER)
    Mono<Void> endStandIn(Caller caller, @PathVariable UUID id) {
        return standIns.end(caller, id);
    }

    private Mono<RecognitionCase> act(Caller caller, UUID id, Act act) {
        return acting.act(caller, id, act).flatMap(stored -> recognitions.view(caller, stored));
    }
}
