package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a line says of a matter that the organisation above was told of: who is late since when, and who must act. */
public final class Lateness {

    private Lateness() {}

    /**
     * Empty while nobody above was told.
     *
     * @param actBy the last day there was
     * @param escalatedOn when the organisation above was told
     * @param actOn who must act, as a sentence
     */
    public static String of(
            LocalText institution,
            @Nullable LocalDate actBy,
            @Nullable LocalDate escalatedOn,
            @Nullable LocalText actOn) {
        if (escalatedOn == null || actBy == null) {
            return "";
        }
        Words words = Words.now();
        String late =
                Texts.t("parts.late", words.of(institution), words.date(actBy.plusDays(1)), words.date(escalatedOn));
        return " · " + late + (actOn == null ? "" : " · " + words.of(actOn));
    }
}
