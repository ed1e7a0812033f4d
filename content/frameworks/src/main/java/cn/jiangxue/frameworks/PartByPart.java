package cn.jiangxue.frameworks;

import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads parts one by one, so that a fault in one hides none in another. At most {@link #MOST} faults are kept. */
final class PartByPart {

    static final int MOST = 200;

    private final List<BadData> faults = new ArrayList<>();

    void read(Supplier<?> part) {
        try {
            var unused = part.get();
        } catch (BadData bad) {
            add(List.of(bad));
        }
    }

    /** Each element of a list that may be missing. */
    void each(DataNode node, String key, Consumer<DataNode> element) {
        read(() -> node.listOrEmpty(key, one -> {
            element.accept(one);
            return one.path();
        }));
    }

    void add(List<BadData> more) {
        more.stream().limit(MOST - faults.size()).forEach(faults::add);
    }

    /** What was found; when every part is sound, what is wrong with the whole. */
    List<BadData> faultsOr(Supplier<?> whole) {
        if (faults.isEmpty()) {
            read(whole);
        }
        return List.copyOf(faults);
    }
}
