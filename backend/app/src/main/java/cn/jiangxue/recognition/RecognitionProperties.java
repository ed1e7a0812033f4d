package cn.jiangxue.recognition;

import cn.jiangxue.recognition.rules.Procedure;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator may set.
 *
 * @param publicityDays working days of publicity; 5 unless set
 * @param publicityDaysByProgramme of single programmes, by their id; 0: none
 */
@ConfigurationProperties("jiangxue.recognition")
record RecognitionProperties(
        @Nullable Integer publicityDays, @Nullable Map<String, Integer> publicityDaysByProgramme) {

    static final RecognitionProperties USUAL = new RecognitionProperties(null, null);

    /** The procedure for applications made now. */
    Procedure procedure(String programmeId) {
        Integer own = publicityDaysByProgramme == null ? null : publicityDaysByProgramme.get(programmeId);
        Integer days = own == null ? publicityDays : own;
        return days == null ? Procedure.SAMPLE : Procedure.SAMPLE.publicity(days);
    }
}
