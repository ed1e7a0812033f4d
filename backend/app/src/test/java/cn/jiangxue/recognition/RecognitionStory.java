package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RecognitionApi.ReviewMode;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.recognition.CaseDocument.Asked;
import cn.jiangxue.recognition.CaseDocument.Dossier;
import cn.jiangxue.recognition.CaseDocument.Happened;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.recognition.rules.Needs;
import cn.jiangxue.recognition.rules.Procedure;
import cn.jiangxue.recognition.rules.Proceedings;
import cn.jiangxue.testing.Site.SignedIn;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Evaluator;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Outcome.Proof;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.vocabulary.OutcomeId;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** A case of a learner before an institution, put into the store of the whole service: for what reads cases and cares for no rule. */
public final class RecognitionStory {

    private RecognitionStory() {}

    /** Under review by a panel; its id. */
    public static UUID of(BeanFactory beans, SignedIn learner, UUID institution) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.parse("2026-11-20T04:00:00Z");
        LocalDate today = LocalDate.of(2026, 11, 20);
        SampleBook book = new SampleBook(institution, UUID.randomUUID());
        Programme programme = book.programme(SampleBook.PANEL, today).block();
        Request request = new Request(
                programme, book.rules(programme).block(), List.of(course()), List.of(), List.of(), List.of(), today);
        Evaluation evaluation = Evaluator.evaluate(request);
        EvaluationDocument pinned = new EvaluationDocument(
                UUID.randomUUID(), EvaluationDocument.SCHEMA, id, request, evaluation, List.of(), Map.of(), now);
        beans.getBean(DocumentsFactory.class)
                .of(EvaluationDocument.COLLECTION, EvaluationDocument.class)
                .insert(pinned)
                .block();
        Needs needs = new Needs(institution, true, Set.of(), null);
        Asked asked = new Asked(
                programme.id(),
                programme.version(),
                programme.name(),
                new LocalText("临江工匠学院", "Linjiang College"),
                List.of(),
                List.of(new LocalText("车工基础", "Turning basics")),
                evaluation.granted().milli(),
                ReviewMode.PANEL,
                "",
                pinned.id());
        Happened applied = new Happened(now, Wording.text("提交认定申请", "Applied"), learner.personId(), null);
        CaseDocument made = CaseDocument.submitted(
                id,
                learner.learnerId(),
                learner.personId(),
                asked,
                Proceedings.open(
                        learner.personId(), needs, Procedure.SAMPLE, id, new Day(today, WorkingDays.PUBLISHED)),
                Dossier.of(List.of(), List.of(applied)),
                now);
        beans.getBean(Cases.class).insert(made).block();
        return id;
    }

    private static Outcome course() {
        return new Outcome(
                new OutcomeId(UUID.randomUUID()),
                OutcomeKind.COURSE,
                "turning",
                new LocalText("车工基础", "Turning basics"),
                UUID.randomUUID().toString(),
                "6-18-01-01",
                2,
                16,
                null,
                null,
                LocalDate.of(2026, 11, 1),
                null,
                new Proof("sha256:turning", Authenticity.VERIFIED),
                null,
                Set.of());
    }
}
