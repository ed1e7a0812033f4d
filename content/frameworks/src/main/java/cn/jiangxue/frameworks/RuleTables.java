package cn.jiangxue.frameworks;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.frameworks.RuleBookData.Institution;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the entries of rule book files refer to by a short name: institutions of all files, clauses of their own file, credit units. */
final class RuleTables {

    private record Clause(LocalText text, TrustedAs source) {}

    private final List<CreditUnit> units;
    private final List<Institution> institutions = new ArrayList<>();
    private final Map<String, Clause> clauses = new HashMap<>();

    RuleTables(List<CreditUnit> units) {
        this.units = List.copyOf(units);
    }

    /** Turns to the next file: its institutions join those known, its clauses replace those of the file before. */
    void open(DataNode file) {
        clauses.clear();
        file.optional("clauses").ifPresent(table -> {
            for (String name : table.keys()) {
                DataNode entry = table.child(name).only("text", "source");
                clauses.put(name, new Clause(entry.localText("text"), entry.constant("source", TrustedAs.class)));
            }
        });
        file.optional("institutions").ifPresent(table -> {
            for (String key : table.keys()) {
                DataNode entry = table.child(key).only("id", "name");
                institutions.add(new Institution(key, entry.uuid("id"), entry.localText("name")));
            }
            table.distinct(institutions, Institution::key, "institution");
            table.distinct(institutions, Institution::id, "institution id");
        });
    }

    /** Institutions that need no listing. */
    void know(List<Institution> known) {
        institutions.addAll(known);
    }

    List<Institution> institutions() {
        return List.copyOf(institutions);
    }

    /** The institution that stands at this place by its short name. */
    UUID institution(DataNode place) {
        String key = place.asText();
        return institutions.stream()
                .filter(known -> known.key().equals(key))
                .map(Institution::id)
                .findFirst()
                .orElseThrow(() ->
                        place.problem("没有叫“%s”的机构".formatted(key), "no institution is called '%s'".formatted(key)));
    }

    RuleGrounds grounds(DataNode node) {
        String name = node.text("clause");
        Clause clause = clauses.get(name);
        if (clause == null) {
            throw node.child("clause")
                    .problem(
                            "依据表中没有“%s”".formatted(name),
                            "no clause is called '%s' in the clauses of this file".formatted(name));
        }
        return new RuleGrounds(node.localText("wording"), clause.text(), clause.source());
    }

    String creditUnit(DataNode node, String key) {
        return CreditUnitReading.named(node, key, units).id();
    }
}
