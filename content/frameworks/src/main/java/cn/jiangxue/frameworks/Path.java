package cn.jiangxue.frameworks;

import cn.jiangxue.contract.LocalText;
import java.util.List;

/**
 * One way to qualify: every condition must be met.
 *
 * @param id unique within the grade
 */
public record Path(String id, LocalText name, List<Condition> allOf) {
    public Path {
        allOf = List.copyOf(allOf);
    }
}
