package cn.jiangxue.assessment;

import cn.jiangxue.assessment.AttemptDocument.AskedDocument;
import cn.jiangxue.assessment.rules.Drawing;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.contract.AssessmentApi.QuestionRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Fetches and arranges the questions that one attempt asks. */
final class QuestionDraw {

    private final QuestionBank bank;

    QuestionDraw(QuestionBank bank) {
        this.bank = bank;
    }

    Mono<List<AskedDocument>> draw(PaperContent paper, UUID attemptId) {
        List<QuestionRef> drawn = Drawing.draw(paper.questions(), paper.drawCount(), attemptId);
        return bank.byId(drawn.stream().map(QuestionRef::questionId).toList())
                .map(found ->
                        drawn.stream().map(ref -> asked(ref, found, attemptId)).toList());
    }

    private static AskedDocument asked(QuestionRef ref, Map<UUID, QuestionDocument> found, UUID attemptId) {
        QuestionDocument question = found.get(ref.questionId());
        if (question == null) {
            throw new IllegalStateException("a paper names question " + ref.questionId() + " that does not exist");
        }
        QuestionContent content = question.version(ref.version());
        var arranged = new QuestionContent(
                content.kind(),
                content.stem(),
                Drawing.arrange(content, attemptId, ref.questionId()),
                content.correct(),
                content.explanation(),
                content.points());
        return new AskedDocument(ref.questionId(), ref.version(), arranged);
    }
}
