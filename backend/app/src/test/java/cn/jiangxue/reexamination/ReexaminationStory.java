package cn.jiangxue.reexamination;

import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.reexamination.rules.Quarter;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Re-examinations of the whole service, for what reads them and cares for no rule. */
public final class ReexaminationStory {

    private ReexaminationStory() {}

    /** The id of the re-examination of a grade, once it is drawn. */
    public static UUID of(UUID credentialId) {
        return ReexaminationDocument.id(credentialId);
    }

    /** The period of today. */
    public static String period(BeanFactory beans) {
        return Quarter.of(beans.getBean(CivilTime.class).today()).id();
    }
}
