package cn.jiangxue.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.frameworks.data.DataFile;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    @ParameterizedTest
    @CsvSource({
        "index.yaml, index",
        "credit-units.yaml, credit-units",
        "framework.yaml, framework",
        "transfer-rules.yaml, transfer-rules",
        "promotion-paths.yaml, promotion-paths",
        "standards/4-12-01-01.yaml, standard",
        "standards/6-18-01-01.yaml, standard",
        "standards/6-18-02-04.yaml, standard",
        "standards/6-30-05-01.yaml, standard",
        "standards/6-30-99-00.yaml, standard",
        "standards/6-31-01-03.yaml, standard",
        "rules/institutions.yaml, rule-book",
        "rules/programmes.yaml, rule-book",
        "rules/turner.yaml, rule-book",
        "rules/welder.yaml, rule-book",
        "rules/electrician.yaml, rule-book",
        "rules/lifting.yaml, rule-book",
        "rules/courses.yaml, rule-book",
        "rules/achievements.yaml, rule-book",
        "rules/learners.yaml, rule-book"
    })
    void every_file_follows_its_schema(String file, String schema) {
        assertThat(errors(schema, DataFile.text(Frameworks.class, file))).isEmpty();
    }

    @Test
    void the_schema_refuses_what_it_does_not_know() {
        String spoilt = DataFile.text(Frameworks.class, "standards/6-18-01-01.yaml")
                .replaceFirst("type: minimum-age", "type: minimum-height");

        assertThat(errors("standard", spoilt)).isNotEmpty();
    }

    private static List<Error> errors(String schema, String yaml) {
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(DataFile.text(Frameworks.class, "schema/" + schema + ".schema.json"), InputFormat.JSON);
        return compiled.validate(yaml, InputFormat.YAML);
    }
}
