package cn.jiangxue.promotion;

import static cn.jiangxue.platform.Refused.invalid;
import static cn.jiangxue.platform.Refused.refuse;

import cn.jiangxue.contract.ExaminationApi.ConfirmationEdit;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.promotion.Dossier.Happened;
import cn.jiangxue.promotion.rules.Oversight;
import cn.jiangxue.promotion.rules.Oversight.Answer;
import cn.jiangxue.promotion.rules.Oversight.Confirmation;
import cn.jiangxue.vocabulary.PartNames;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What supervisors from outside do: confirm a sitting, or object to it. Of two at once one stands, the other is told. */
@Component
class Confirmations {

    private final Cases cases;
    private final PlansOfCases plans;
    private final CivilTime time;

    Confirmations(Cases cases, PlansOfCases plans, CivilTime time) {
        this.cases = cases;
        this.plans = plans;
        this.time = time;
    }

    Mono<CaseDocument> confirm(Caller supervisor, UUID id, UUID confirmationId, ConfirmationEdit edit) {
        return Tries.of(() ->
                cases.supervised(supervisor, id).flatMap(stored -> confirm(stored, supervisor, confirmationId, edit)));
    }

    private Mono<CaseDocument> confirm(CaseDocument stored, Caller caller, UUID id, ConfirmationEdit edit) {
        if (plans.interested(caller, stored)) {
            return refuse(ProblemCode.PLAN_INTEREST);
        }
        UUID supervisor = caller.personId();
        return switch (Oversight.confirm(stored.sheet(null), supervisor, id, edit)) {
            case Answer.Accepted ignored -> save(stored, supervisor, id, edit);
            case Answer.Repeated ignored -> Mono.just(stored);
            case Answer.Conflicting ignored -> refuse(ProblemCode.CONFLICTING_REPEAT, id);
            case Answer.OwnCase ignored -> refuse(ProblemCode.OWN_CASE);
            case Answer.ActedHere ignored -> refuse(ProblemCode.SUPERVISES_HERE);
            case Answer.NotInExamination other -> refuse(ProblemCode.NOT_AT_THIS_STEP, CaseViews.name(other.state()));
            case Answer.NotComplete ignored ->
                refuse(ProblemCode.SITTING_NOT_COMPLETE, PartNames.of(edit.part()), edit.sitting());
            case Answer.ConfirmedBefore ignored ->
                refuse(ProblemCode.SITTING_CONFIRMED, PartNames.of(edit.part()), edit.sitting());
            case Answer.NotPresent ignored ->
                invalid(
                        "present",
                        new LocalText(
                                "确认的前提是督导员在场；未在场请提出异议", "Only a sitting that you saw is confirmed; else object to it"));
            case Answer.ReasonNeeded needed ->
                invalid(
                        "words",
                        new LocalText(
                                "请写%d至%d字".formatted(needed.least(), needed.most()),
                                "Write %d to %d characters".formatted(needed.least(), needed.most())));
        };
    }

    private Mono<CaseDocument> save(CaseDocument stored, UUID supervisor, UUID id, ConfirmationEdit edit) {
        Confirmation made = new Confirmation(
                id,
                edit.part(),
                edit.sitting(),
                edit.counts(),
                edit.words().strip(),
                supervisor,
                time.clock().instant().truncatedTo(ChronoUnit.MILLIS));
        Dossier confirmed = stored.dossier()
                .with(made)
                .with(new Happened(
                        made.at(), happened(made), supervisor, made.words().isEmpty() ? null : made.words()));
        return cases.save(
                stored.next(stored.state(), confirmed, Examinations.actBy(stored, confirmed, time.today()), null),
                new AuditFact(
                        "promotion.sitting-confirmed",
                        supervisor,
                        stored.institutionId(),
                        "case:" + stored.id(),
                        Map.of(
                                "part",
                                made.part().name(),
                                "sitting",
                                Integer.toString(made.sitting()),
                                "counts",
                                Boolean.toString(made.counts()),
                                "words",
                                made.words())));
    }

    private static LocalText happened(Confirmation made) {
        LocalText part = PartNames.of(made.part());
        return made.counts()
                ? new LocalText(
                        "督导员确认：%s（第%d次）".formatted(part.zh(), made.sitting()),
                        "Supervisor confirmed %s, sitting %d".formatted(part.en(), made.sitting()))
                : new LocalText(
                        "督导员提出异议，考核作废：%s（第%d次）".formatted(part.zh(), made.sitting()),
                        "Supervisor objected, void: %s, sitting %d".formatted(part.en(), made.sitting()));
    }
}
