package cn.jiangxue.frameworks;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.RuleBookApi.SampleLearner;
import cn.jiangxue.contract.RuleContent;
import java.util.List;
import java.util.UUID;

/** Programmes and transfer rules between institutions, with the institutions they name and learners to try them on. */
public record RuleBookData(
        List<Institution> institutions,
        List<ProgrammeVersion> programmes,
        List<AgreedRule> rules,
        List<SampleLearner> learners) {

    public RuleBookData {
        institutions = List.copyOf(institutions);
        programmes = List.copyOf(programmes);
        rules = List.copyOf(rules);
        learners = List.copyOf(learners);
    }

    /** {@code key}: what files call it. */
    public record Institution(String key, UUID id, LocalText name) {}

    public record ProgrammeVersion(String id, int version, ProgrammeContent content) {}

    /** {@code signed}: the parties whose signature the file vouches for. */
    public record AgreedRule(String id, int version, List<UUID> signed, RuleContent content) {
        public AgreedRule {
            signed = List.copyOf(signed);
        }
    }
}
