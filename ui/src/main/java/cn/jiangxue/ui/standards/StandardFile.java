package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardsApi.VersionContent;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A version as a file that people read and an import takes: what is not set is left out. */
final class StandardFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private StandardFile() {}

    static byte[] of(VersionContent content) {
        return JSON.writeValueAsBytes(content.standard() == null ? content.framework() : content.standard());
    }
}
