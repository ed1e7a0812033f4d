package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.util.List;

/**
 * One level of a qualifications framework.
 *
 * @param number 1 is the lowest
 * @param knowledge what one knows
 * @param skill what one can do
 * @param competence how far one answers for oneself and others
 * @param grades skill grades that stand here
 * @param titles professional titles that stand here; may be empty
 * @param degrees schooling and degrees that stand here; may be empty
 */
public record FrameworkLevel(
        int number,
        LocalText name,
        LocalText knowledge,
        LocalText skill,
        LocalText competence,
        List<Grade> grades,
        List<TitleLevel> titles,
        List<LocalText> degrees) {
    public FrameworkLevel {
        grades = List.copyOf(grades);
        titles = List.copyOf(titles);
        degrees = List.copyOf(degrees);
    }
}
