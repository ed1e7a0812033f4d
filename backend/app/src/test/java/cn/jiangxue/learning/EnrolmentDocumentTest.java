package cn.jiangxue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.learning.EnrolmentDocument.LessonPart;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnrolmentDocumentTest {

    @Test
    void a_course_adds_up_to_the_whole_seconds_its_lessons_show() {
        var parts = java.util.List.of(part(62_700), part(1_400));

        assertThat(EnrolmentDocument.studySeconds(parts)).isEqualTo(62 + 1);
    }

    private static LessonPart part(long studyMillis) {
        return new LessonPart(
                UUID.randomUUID(),
                LessonKind.VIDEO,
                new LocalText("课", ""),
                100,
                90,
                new byte[0],
                studyMillis,
                0,
                null,
                true,
                null,
                null);
    }
}
