package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.Wording.credits;
import static cn.jiangxue.transfer.rules.Wording.percent;
import static cn.jiangxue.transfer.rules.Wording.plain;
import static cn.jiangxue.transfer.rules.Wording.same;
import static cn.jiangxue.transfer.rules.Wording.text;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePart;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeSentence;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.transfer.Cap;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.vocabulary.Credits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A programme read aloud: one sentence for each thing it says, in Chinese and in English, from its data alone. */
public final class PlainProgramme {

    private final ProgrammeContent programme;
    private final Map<UUID, LocalText> institutions;
    private final List<ProgrammeSentence> sentences = new ArrayList<>();

    private PlainProgramme(ProgrammeContent programme, Map<UUID, LocalText> institutions) {
        this.programme = programme;
        this.institutions = institutions;
    }

    /** In the order of its parts. {@code institutions}: what they are called. */
    public static List<ProgrammeSentence> of(ProgrammeContent programme, Map<UUID, LocalText> institutions) {
        PlainProgramme plain = new PlainProgramme(programme, institutions);
        plain.general();
        plain.targets();
        programme.caps().forEach(plain::cap);
        programme.floors().forEach(plain::floor);
        plain.exclusions();
        programme.years().forEach(year -> plain.span("year", text("学年", "Year"), year));
        programme.terms().forEach(term -> plain.span("term", text("学期", "Term"), term));
        return List.copyOf(plain.sentences);
    }

    private void say(ProgrammePart part, String key, LocalText place, LocalText said) {
        sentences.add(new ProgrammeSentence(part, key, place, said));
    }

    private void general() {
        ProgrammePart part = ProgrammePart.GENERAL;
        say(part, "name", text("名称", "Name"), programme.name());
        say(part, "institution", text("授予机构", "Awarded by"), institution(programme.institution()));
        say(
                part,
                "level",
                text("资历等级", "Level"),
                programme.level() == null
                        ? text("不定等级", "Of no level")
                        : text("资历%d级".formatted(programme.level()), "Level %d".formatted(programme.level())));
        say(part, "total", text("总学分", "Total"), amount(programme.totalMilli()));
        say(part, "time", text("施行", "In force"), time());
        say(part, "grounds", text("认定依据", "Grounds"), withGrounds(text("", ""), programme.grounds()));
        programme.categories().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(category ->
                        say(part, "category/" + category.getKey(), text("类别", "Category"), category.getValue()));
    }

    private LocalText time() {
        return programme.effectiveUntil() == null
                ? text("自%s起".formatted(programme.effectiveFrom()), "From %s".formatted(programme.effectiveFrom()))
                : text(
                        "%s起，%s前有效".formatted(programme.effectiveFrom(), programme.effectiveUntil()),
                        "From %s, until before %s".formatted(programme.effectiveFrom(), programme.effectiveUntil()));
    }

    private void targets() {
        for (ProgrammeTarget target : programme.targets()) {
            LocalText category = category(target.category());
            String levelZh = target.level() == null ? "" : "，资历%d级".formatted(target.level());
            String levelEn = target.level() == null ? "" : ", level %d".formatted(target.level());
            say(
                    ProgrammePart.TARGETS,
                    "target/" + target.id(),
                    named(target.name(), target.id()),
                    text(
                            "%s，%s类%s%s。"
                                    .formatted(
                                            amount(target.milli()).zh(),
                                            category.zh(),
                                            levelZh,
                                            units(target, "；能力单元", "、")),
                            "%s, category %s%s%s."
                                    .formatted(
                                            amount(target.milli()).en(),
                                            category.en(),
                                            levelEn,
                                            units(target, "; competence units ", ", "))));
        }
        if (programme.targets().size() > 1) {
            say(
                    ProgrammePart.TARGETS,
                    "order",
                    text("顺序", "Order"),
                    text(
                            "条件相同时依次为：" + order(LocalText::zh, "、") + "。",
                            "All else being equal, in this order: " + order(LocalText::en, ", ") + "."));
        }
    }

    private String order(Function<LocalText, String> language, String between) {
        return programme.targets().stream()
                .map(target -> language.apply(named(target.name(), target.id())))
                .collect(Collectors.joining(between));
    }

    private static String units(ProgrammeTarget target, String before, String between) {
        String all = target.units().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(unit -> unit.getKey() + " × " + plain(unit.getValue()))
                .collect(Collectors.joining(between));
        return all.isEmpty() ? "" : before + all;
    }

    private void cap(ProgrammeCap cap) {
        LocalText scope = Cap.Scope.valueOf(cap.over().name()).label();
        LocalText key = cap.key() == null ? null : key(cap, cap.key());
        LocalText place = key == null ? scope : text(scope.zh() + "：" + key.zh(), scope.en() + ": " + key.en());
        LocalText most = cap.outcomes() == null
                ? amount(cap.mostMilli(), cap.mostPercent())
                : text("%d项成果".formatted(cap.outcomes()), "%d outcomes".formatted(cap.outcomes()));
        say(
                ProgrammePart.CAPS,
                "cap/" + cap.id(),
                place,
                withGrounds(text("至多" + most.zh() + "。", "At most " + most.en() + ". "), cap.grounds()));
    }

    private LocalText key(ProgrammeCap cap, String key) {
        return switch (cap.over()) {
            case CATEGORY -> category(key);
            case INSTITUTION -> ProgrammeLimits.isUuid(key) ? institution(UUID.fromString(key)) : same(key);
            case TYPE ->
                Stream.of(OutcomeKind.values())
                        .filter(kind -> kind.name().equals(key))
                        .map(OutcomeKind::label)
                        .findFirst()
                        .orElse(same(key));
            case SOURCE, YEAR, TERM, PROGRAMME -> same(key);
        };
    }

    private void floor(ProgrammeFloor floor) {
        LocalText place = switch (floor.over()) {
            case TOTAL -> text("总量", "In total");
            case RESIDENCY -> text("本机构修读", "Earned at the institution itself");
            case LEVELS ->
                text(
                        "资历%s至%s级".formatted(level(floor.firstLevel()), level(floor.lastLevel())),
                        "Levels %s to %s".formatted(level(floor.firstLevel()), level(floor.lastLevel())));
            case CATEGORY -> {
                LocalText category = category(floor.category() == null ? "" : floor.category());
                yield text("类别：" + category.zh(), "Category: " + category.en());
            }
        };
        LocalText least = amount(floor.leastMilli(), floor.leastPercent());
        say(
                ProgrammePart.FLOORS,
                "floor/" + floor.id(),
                place,
                withGrounds(text("至少" + least.zh() + "。", "At least " + least.en() + ". "), floor.grounds()));
    }

    private static String level(@Nullable Integer level) {
        return level == null ? "?" : level.toString();
    }

    private void exclusions() {
        if (programme.highestOnly() != null) {
            say(
                    ProgrammePart.EXCLUSIONS,
                    "highest",
                    text("只计最高", "Highest only"),
                    withGrounds(text("", ""), programme.highestOnly()));
        }
        if (programme.neverExemptibleGrounds() != null) {
            List<LocalText> all =
                    programme.neverExemptible().stream().map(this::target).toList();
            say(
                    ProgrammePart.EXCLUSIONS,
                    "never",
                    text("不得免修", "Never exempted"),
                    withGrounds(
                            text(
                                    all.stream().map(LocalText::zh).collect(Collectors.joining("、")) + "。",
                                    all.stream().map(LocalText::en).collect(Collectors.joining(", ")) + ". "),
                            programme.neverExemptibleGrounds()));
        }
    }

    private void span(String kind, LocalText place, NamedSpan span) {
        say(
                ProgrammePart.CALENDAR,
                kind + "/" + span.id(),
                place,
                text(
                        "%s：%s起，%s前".formatted(span.id(), span.from(), span.until()),
                        "%s: from %s until before %s".formatted(span.id(), span.from(), span.until())));
    }

    private LocalText target(String id) {
        return programme.targets().stream()
                .filter(target -> target.id().equals(id))
                .map(target -> named(target.name(), id))
                .findFirst()
                .orElse(same(id));
    }

    private LocalText category(String id) {
        return named(programme.categories().getOrDefault(id, same("")), id.isEmpty() ? "?" : id);
    }

    private LocalText institution(UUID id) {
        return institutions.getOrDefault(id, same(id));
    }

    /** What it is called, or the id while a language is missing. */
    private static LocalText named(LocalText name, String id) {
        return text(name.zh().isBlank() ? id : name.zh(), name.en().isBlank() ? id : name.en());
    }

    private static LocalText amount(long milli) {
        return credits(new Credits(milli));
    }

    private static LocalText amount(@Nullable Long milli, @Nullable BigDecimal share) {
        if (share != null) {
            return text("总学分的" + percent(share).zh(), percent(share).en() + " of the total");
        }
        return milli == null ? text("（未填）", "(not written)") : amount(milli);
    }

    private static LocalText withGrounds(LocalText said, RuleGrounds grounds) {
        LocalText clause = grounds.clause();
        if (clause.zh().isBlank() && clause.en().isBlank()) {
            return text(
                    said.zh() + grounds.wording().zh() + "（依据未填）",
                    said.en() + grounds.wording().en() + " (grounds not written)");
        }
        return text(
                said.zh() + grounds.wording().zh() + "（" + grounds.clause().zh() + "）",
                said.en() + grounds.wording().en() + " (" + grounds.clause().en() + ")");
    }
}
