package cn.jiangxue.recognition;

import cn.jiangxue.platform.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A learner, and officers of the awarding institution, of its partner and of the body above, over a real store that is new for each test. */
abstract class RecognitionCast {

    final Caller zhang = RecognitionFixture.learner();
    RecognitionFixture all;
    Caller wang;
    Caller li;
    Caller chen;
    Caller above;

    @BeforeEach
    void open() {
        all = new RecognitionFixture();
        wang = RecognitionFixture.officer(all.institution);
        li = RecognitionFixture.officer(all.institution);
        chen = RecognitionFixture.officer(all.partner);
        above = RecognitionFixture.officer(all.union);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }
}
