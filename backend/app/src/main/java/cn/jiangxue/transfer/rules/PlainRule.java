package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi.RulePart;
import cn.jiangxue.contract.RuleBookApi.RuleSentence;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.vocabulary.Credits;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A rule read aloud: one sentence for each thing it says, in Chinese and in English, from its data alone. */
public final class PlainRule {

    private final RuleContent rule;
    private final PlainNames names;

    private PlainRule(RuleContent rule, PlainNames names) {
        this.rule = rule;
        this.names = names;
    }

    /** In the order in which people read a rule. */
    public static List<RuleSentence> of(RuleContent rule, PlainNames names) {
        PlainRule plain = new PlainRule(rule, names);
        PlainTerms terms = new PlainTerms(rule, names);
        return List.of(
                new RuleSentence(RulePart.SOURCES, plain.sources()),
                new RuleSentence(RulePart.GIVES, plain.gives()),
                new RuleSentence(RulePart.WORTH, terms.worth()),
                new RuleSentence(RulePart.ASKS, terms.asks()),
                new RuleSentence(RulePart.KEEPS, terms.keeps()),
                new RuleSentence(RulePart.RECORDS, terms.records()),
                new RuleSentence(RulePart.REVIEW, plain.review()),
                new RuleSentence(RulePart.TIME, plain.time()),
                new RuleSentence(RulePart.PARTIES, plain.parties()),
                new RuleSentence(RulePart.GROUNDS, plain.grounds()));
    }

    private LocalText sources() {
        List<LocalText> all = rule.sources().stream().map(this::source).toList();
        if (all.isEmpty()) {
            return text("还没有写明需要哪些成果。", "Which outcomes are needed is not written yet.");
        }
        if (all.size() == 1) {
            return text(
                    "学习者持有" + all.getFirst().zh() + "。",
                    "The learner holds " + all.getFirst().en() + ".");
        }
        String zh = IntStream.range(0, all.size())
                .mapToObj(i -> "（%d）%s".formatted(i + 1, all.get(i).zh()))
                .collect(Collectors.joining("；"));
        String en = IntStream.range(0, all.size())
                .mapToObj(i -> "(%d) %s".formatted(i + 1, all.get(i).en()))
                .collect(Collectors.joining("; "));
        return text(
                "学习者同时持有以下%d项成果：%s。".formatted(all.size(), zh),
                "The learner holds all %d of: %s.".formatted(all.size(), en));
    }

    private LocalText source(SourceAsked asked) {
        LocalText kind = OutcomeKind.valueOf(asked.kind().name()).label();
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder(article(asked.kind()) + kind.en().toLowerCase(Locale.ROOT));
        if (asked.issuer() != null) {
            zh.append(names.institution(asked.issuer()).zh()).append("颁发的");
        }
        if (asked.occupationCode() != null) {
            LocalText occupation = names.occupation(asked.occupationCode());
            zh.append(occupation.zh());
            en.append(" in the occupation ").append(occupation.en());
        }
        zh.append(kind.zh());
        if (asked.code() != null) {
            zh.append("“").append(asked.code()).append("”");
            en.append(" “").append(asked.code()).append("”");
        }
        if (asked.issuer() != null) {
            en.append(" issued by ").append(names.institution(asked.issuer()).en());
        }
        if (asked.leastLevel() != null) {
            zh.append("（资历").append(asked.leastLevel()).append("级及以上）");
            en.append(" at level ").append(asked.leastLevel()).append(" or above");
        }
        return text(zh.toString(), en.toString());
    }

    private static String article(AttainedKind kind) {
        return switch (kind) {
            case TRAINING, WORK_EXPERIENCE -> "";
            case APPRENTICESHIP, INNOVATION -> "an ";
            default -> "a ";
        };
    }

    private LocalText gives() {
        LocalText programme = names.programmeName(rule.programme());
        if (rule.gives().category() != null) {
            LocalText category = names.category(rule.gives().category());
            return text(
                    "记入%s的“%s”类学分；放不下的部分留在学习者账户。".formatted(programme.zh(), category.zh()),
                    "It counts as credit of the category “%s” in %s; what does not fit stays in the learner’s account."
                            .formatted(category.en(), programme.en()));
        }
        if (rule.gives().targets().isEmpty()) {
            return text("还没有写明可以换取什么。", "What it gives is not written yet.");
        }
        String zh = joined(LocalText::zh, "《", "》", "");
        String en = joined(LocalText::en, "“", "”", ", ");
        return rule.gives().targets().size() == 1
                ? text(
                        "可在%s整门免修%s。".formatted(programme.zh(), zh),
                        "It gives exemption from %s in %s, as a whole.".formatted(en, programme.en()))
                : text(
                        "可在%s从%s中整门免修，取对学习者学分最多的组合。".formatted(programme.zh(), zh),
                        "It gives exemption from whole courses among %s in %s, the choice that is most for the learner."
                                .formatted(en, programme.en()));
    }

    private String joined(Function<LocalText, String> language, String open, String close, String between) {
        return rule.gives().targets().stream()
                .map(names::target)
                .map(language)
                .map(name -> open + name + close)
                .collect(Collectors.joining(between));
    }

    private LocalText review() {
        return switch (rule.review()) {
            case AUTOMATIC ->
                text("条件满足即自动认定，不需要评审。", "It is granted by itself once the conditions are met; nobody reviews it.");
            case PANEL -> text("由接收方专家组评审。", "A panel of the institution that grants it reviews it.");
            case BOTH_INSTITUTIONS -> text("由颁发方和接收方共同评审。", "Both institutions review it together.");
        };
    }

    private LocalText time() {
        return rule.effectiveUntil() == null
                ? text(
                        "自%s起施行；以各方签署完毕为前提。".formatted(rule.effectiveFrom()),
                        "It holds from %s on, once all parties have signed.".formatted(rule.effectiveFrom()))
                : text(
                        "自%s起施行，至%s（不含当日）止；以各方签署完毕为前提。".formatted(rule.effectiveFrom(), rule.effectiveUntil()),
                        "It holds from %s until %s (that day excluded), once all parties have signed."
                                .formatted(rule.effectiveFrom(), rule.effectiveUntil()));
    }

    private LocalText parties() {
        String zh =
                rule.parties().stream().map(id -> names.institution(id).zh()).collect(Collectors.joining("、"));
        String en =
                rule.parties().stream().map(id -> names.institution(id).en()).collect(Collectors.joining(", "));
        return text("由%s签署。".formatted(zh), "To be signed by %s.".formatted(en));
    }

    private LocalText grounds() {
        LocalText clause = rule.grounds().clause();
        LocalText trust = switch (rule.grounds().source()) {
            case PRIMARY -> text("依据原文", "from the text of the paper");
            case SECONDARY -> text("转述", "retold");
            case SAMPLE -> text("样例", "a sample");
        };
        return text(
                "依据：%s（%s）。".formatted(clause.zh(), trust.zh()),
                "Grounds: %s (%s).".formatted(clause.en(), trust.en()));
    }

    static String credits(long milli) {
        return new Credits(milli).toString();
    }

    static LocalText text(String zh, String en) {
        return new LocalText(zh, en);
    }
}
