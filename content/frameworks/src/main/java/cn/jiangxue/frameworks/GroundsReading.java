package cn.jiangxue.frameworks;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.HashMap;
import java.util.Map;

/** The {@code clauses} table of a file, and the grounds that refer to it: a clause that many lines share is written once. */
final class GroundsReading {
    private record Clause(LocalText text, Source source) {}

    private final Map<String, Clause> clauses = new HashMap<>();

    GroundsReading(DataNode file) {
        DataNode table = file.child("clauses");
        for (String name : table.keys()) {
            DataNode entry = table.child(name).only("text", "source");
            clauses.put(name, new Clause(entry.localText("text"), entry.constant("source", Source.class)));
        }
    }

    /** Grounds of a place that has the keys {@code wording} and {@code clause}. */
    Grounds grounds(DataNode node) {
        String name = node.text("clause");
        Clause clause = clauses.get(name);
        if (clause == null) {
            throw node.child("clause")
                    .problem(
                            "依据表中没有“%s”".formatted(name),
                            "no clause is called '%s' in the clauses of this file".formatted(name));
        }
        return new Grounds(node.localText("wording"), clause.text(), clause.source());
    }
}
