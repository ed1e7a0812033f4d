package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong so far. */
final class Faults {

    private final List<RuleFault> all = new ArrayList<>();

    void when(boolean wrong, String path, String zh, String en) {
        if (wrong) {
            all.add(new RuleFault(path, new LocalText(zh, en)));
        }
    }

    void addAll(List<RuleFault> more) {
        all.addAll(more);
    }

    List<RuleFault> all() {
        return List.copyOf(all);
    }
}
