package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.PortfolioFileEdit;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.priorlearning.ClaimDocument.Dossier;
import cn.jiangxue.priorlearning.ClaimDocument.Happened;
import cn.jiangxue.priorlearning.ClaimDocument.StoredFile;
import cn.jiangxue.priorlearning.rules.Claims;
import cn.jiangxue.recognition.EvidenceIntake;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What claimants do with a claim that is there: hand in, answer, withdraw. */
@Component
class ClaimantActs {

    private final ClaimStore claims;
    private final EvidenceIntake intake;
    private final CivilTime time;

    ClaimantActs(ClaimStore claims, EvidenceIntake intake, CivilTime time) {
        this.claims = claims;
        this.intake = intake;
        this.time = time;
    }

    /** Attaches a file that the caller uploaded; the same again answers the same claim. */
    Mono<ClaimDocument> attach(Caller caller, UUID id, UUID evidenceId, PortfolioFileEdit edit) {
        return claims.own(caller, id)
                .then(Mono.defer(() -> intake.take(caller, evidenceId, edit.file())))
                .map(file -> new StoredFile(
                        edit.unitIds().stream().distinct().sorted().toList(), file))
                .flatMap(file ->
                        Tries.of(() -> claims.own(caller, id).flatMap(stored -> attach(caller, stored, file))));
    }

    private Mono<ClaimDocument> attach(Caller caller, ClaimDocument stored, StoredFile file) {
        for (StoredFile known : stored.dossier().files()) {
            if (known.file().id().equals(file.file().id())) {
                boolean same = known.file().fileId().equals(file.file().fileId())
                        && known.file().caption().equals(file.file().caption())
                        && known.unitIds().equals(file.unitIds());
                return same
                        ? Mono.just(stored)
                        : Mono.error(new ProblemException(
                                ProblemCode.CONFLICTING_REPEAT, file.file().id()));
            }
        }
        refuseClosed(stored);
        if (file.unitIds().isEmpty() || !stored.asked().unitIds().containsAll(file.unitIds())) {
            return Mono.error(new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field(
                            "unitIds",
                            new LocalText("请选择这份材料所证明的单元", "Choose the claimed units that the file speaks for")));
        }
        if (stored.dossier().files().size() >= PriorLearningApi.FILES_MOST) {
            return Mono.error(new ProblemException(ProblemCode.EVIDENCE_LIMIT, PriorLearningApi.FILES_MOST));
        }
        LocalText caption = file.file().caption();
        LocalText what = new LocalText("附上材料：" + caption.zh(), "Attached: " + caption.en());
        Dossier dossier = stored.dossier().with(file).with(new Happened(now(), what, caller.personId(), null));
        return claims.save(
                stored,
                stored.next(dossier),
                Claiming.fact(
                        "priorlearning.evidence-attached",
                        caller,
                        stored,
                        Map.of("file", file.file().fileId().toString())));
    }

    /** Answers a request for more. */
    Mono<ClaimDocument> resubmit(Caller caller, UUID id) {
        return Tries.of(() -> claims.own(caller, id).flatMap(stored -> {
            if (stored.state() == ClaimState.SUBMITTED) {
                return Mono.just(stored);
            }
            return move(
                    caller,
                    stored,
                    ClaimState.SUBMITTED,
                    new LocalText("补充后重新提交", "Submitted again"),
                    WorkingDays.PUBLISHED.after(time.today(), Claims.INSTITUTION_DAYS),
                    "priorlearning.resubmitted");
        }));
    }

    Mono<ClaimDocument> withdraw(Caller caller, UUID id) {
        return Tries.of(() -> claims.own(caller, id).flatMap(stored -> {
            if (stored.state() == ClaimState.WITHDRAWN) {
                return Mono.just(stored);
            }
            return move(
                    caller,
                    stored,
                    ClaimState.WITHDRAWN,
                    new LocalText("撤回申请", "Withdrawn"),
                    null,
                    "priorlearning.withdrawn");
        }));
    }

    private Mono<ClaimDocument> move(
            Caller caller,
            ClaimDocument stored,
            ClaimState to,
            LocalText what,
            @Nullable LocalDate actBy,
            String action) {
        refuseClosed(stored);
        Dossier dossier = stored.dossier().with(new Happened(now(), what, caller.personId(), null));
        return claims.save(stored, stored.next(to, dossier, actBy), Claiming.fact(action, caller, stored, Map.of()));
    }

    private static void refuseClosed(ClaimDocument stored) {
        if (!Claims.isOpen(stored.state())) {
            throw new ProblemException(ProblemCode.CASE_CLOSED, ClaimViews.name(stored.state()));
        }
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
