package cn.jiangxue.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.RecognitionApi.RecognitionEdit;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.ground.CuttingProxy;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.local.mongo.DocumentStore;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.recognition.rules.Act;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A connection that is cut after the case was written and before the answer came. */
@Tag("fault")
class CutDecisionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_retry_after_the_answer_was_lost_adds_nothing() throws Exception {
        try (DocumentStore store = DocumentStore.temporary();
                CuttingProxy proxy = new CuttingProxy(store.port());
                RecognitionFixture all = new RecognitionFixture(Ground.through(proxy))) {
            Caller zhang = RecognitionFixture.learner();
            Caller wang = RecognitionFixture.officer(all.institution);
            all.course(zhang);
            UUID id = UUID.randomUUID();
            RecognitionEdit edit = new RecognitionEdit(SampleBook.AUTOMATIC, List.of(), "", List.of());

            proxy.cutAnswerTo("insert", CaseDocument.COLLECTION);
            assertThatThrownBy(() -> all.applying.apply(zhang, id, edit).block(PATIENCE))
                    .isInstanceOf(MongoException.class);
            all.applying.apply(zhang, id, edit).block(PATIENCE);
            all.afterTheDay(id);
            Act.Decide decide = new Act.Decide(UUID.randomUUID(), true, "");
            int revision = (int) all.cases.find(id).block(PATIENCE).revision();
            proxy.cutAnswerTo("update", CaseDocument.COLLECTION, "POSTING");
            assertThatThrownBy(() -> all.acting.act(wang, id, decide, revision).block(PATIENCE))
                    .isInstanceOf(MongoException.class);
            all.acting.act(wang, id, decide, revision).block(PATIENCE);

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> all.cases.find(id).block(PATIENCE).stage() == Stage.REGISTERED);
            assertThat(proxy.cuts()).isEqualTo(2);
            assertThat(all.cases.find(id).block(PATIENCE).proceeding().rulings())
                    .hasSize(1);
            assertThat(all.credit.entries(zhang.learnerId())).containsExactly("DEPOSIT 2000");
        }
    }
}
