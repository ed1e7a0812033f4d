package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.util.List;
import java.util.Set;

/**
 * A way to a grade beside the examination of its standard, such as direct recognition.
 *
 * @param id unique in the file
 * @param grades the grades it leads to
 * @param ungraded only for those who hold no grade in the occupation yet
 * @param allOf every condition must be met
 * @param grounds what is decided on, in words, and by which clause
 */
public record OtherPath(
        String id, LocalText name, Set<Grade> grades, boolean ungraded, List<Condition> allOf, Grounds grounds) {

    public OtherPath {
        grades = Set.copyOf(grades);
        allOf = List.copyOf(allOf);
    }
}
