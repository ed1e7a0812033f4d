package cn.jiangxue.courses;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.frameworks.data.DataFile;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CourseSchemaTest {

    static List<String> folders() {
        return SampleCourses.load().stream().map(SampleCourse::folder).toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_course_follows_its_schema(String folder) {
        assertThat(errors("course", folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_question_bank_follows_its_schema(String folder) {
        assertThat(errors("questions", folder)).isEmpty();
    }

    private static List<Error> errors(String kind, String folder) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(DataFile.text(SampleCourses.class, "schema/" + kind + ".schema.json"), InputFormat.JSON)
                .validate(DataFile.text(SampleCourses.class, folder + "/" + kind + ".yaml"), InputFormat.YAML);
    }
}
