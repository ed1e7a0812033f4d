package cn.jiangxue.promotion;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.ExaminationApi;
import cn.jiangxue.contract.ExaminationApi.Part;
import cn.jiangxue.contract.ExaminationApi.PartState;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.promotion.rules.Examination;
import cn.jiangxue.promotion.rules.Examination.Mark;
import cn.jiangxue.promotion.rules.Examination.Result;
import cn.jiangxue.promotion.rules.Oversight;
import cn.jiangxue.promotion.rules.Oversight.Confirmation;
import cn.jiangxue.vocabulary.PartNames;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Marks and parts of an examination as they travel and as they are called. */
final class Marks {

    private static final String UNKNOWN = "—";

    private Marks() {}

    /** Null for an application that is decided without an examination. */
    static ExaminationApi.@Nullable Examination view(CaseDocument stored, Map<UUID, String> names) {
        Dossier dossier = stored.dossier();
        if (dossier.examination().isEmpty()) {
            return null;
        }
        List<Part> parts = stored.results().stream().map(Marks::part).toList();
        List<Mark> inForce = Examination.inForce(dossier.marks());
        return new ExaminationApi.Examination(
                parts.stream().allMatch(part -> part.state() == PartState.PASSED),
                parts,
                dossier.marks().stream()
                        .map(mark -> mark(mark, names, inForce.contains(mark)))
                        .toList(),
                dossier.confirmations().stream()
                        .map(one -> confirmation(one, names))
                        .toList());
    }

    private static Part part(Result result) {
        return new Part(
                result.asked().part(),
                PartNames.of(result.asked().part()),
                result.state(),
                result.sitting(),
                result.asked().sittings(),
                result.marksIn(),
                result.asked().assessors(),
                result.asked().passTenths(),
                result.asked().grounds().wording(),
                found(result),
                result.asked().grounds().clause().zh(),
                result.asked().grounds().source().name());
    }

    private static LocalText found(Result result) {
        int sitting = result.sitting();
        Integer mean = result.meanTenths();
        return switch (result.state()) {
            case PASSED -> scored(sitting, mean);
            case USED_UP -> {
                LocalText last = mean == null ? voided(sitting) : scored(result.meanOf(), mean);
                yield new LocalText(last.zh() + "，次数已用完", last.en() + ", no sitting left");
            }
            case UNCONFIRMED -> {
                LocalText waiting = new LocalText(
                        "第%d次评分齐全，等待督导员确认".formatted(sitting),
                        "sitting %d is marked and waits for the supervisor".formatted(sitting));
                yield after(result, waiting);
            }
            case OPEN -> {
                LocalText waiting = new LocalText(
                        "第%d次等待评分（%d/%d）"
                                .formatted(
                                        sitting,
                                        result.marksIn(),
                                        result.asked().assessors()),
                        "sitting %d waits for marks (%d of %d)"
                                .formatted(
                                        sitting,
                                        result.marksIn(),
                                        result.asked().assessors()));
                yield after(result, waiting);
            }
        };
    }

    /** What is waited for, after what the newest sitting that counts came to. */
    private static LocalText after(Result result, LocalText waiting) {
        Integer mean = result.meanTenths();
        if (mean == null) {
            return waiting;
        }
        LocalText before = scored(result.meanOf(), mean);
        return new LocalText(before.zh() + "；" + waiting.zh(), before.en() + "; " + waiting.en());
    }

    private static LocalText voided(int sitting) {
        return new LocalText("第%d次作废".formatted(sitting), "sitting %d void".formatted(sitting));
    }

    private static LocalText scored(int sitting, @Nullable Integer meanTenths) {
        String points = points(meanTenths == null ? 0 : meanTenths);
        return new LocalText("第%d次%s分".formatted(sitting, points), "sitting %d: %s".formatted(sitting, points));
    }

    private static ExaminationApi.Mark mark(Mark mark, Map<UUID, String> names, boolean inForce) {
        return new ExaminationApi.Mark(
                mark.id(),
                mark.part(),
                mark.sitting(),
                mark.tenths(),
                mark.assessor(),
                names.getOrDefault(mark.assessor(), UNKNOWN),
                mark.at(),
                mark.corrects(),
                mark.reason(),
                inForce);
    }

    private static ExaminationApi.Confirmation confirmation(Confirmation one, Map<UUID, String> names) {
        return new ExaminationApi.Confirmation(
                one.id(),
                one.part(),
                PartNames.of(one.part()),
                one.sitting(),
                one.counts(),
                one.words(),
                one.supervisor(),
                names.getOrDefault(one.supervisor(), UNKNOWN),
                one.at());
    }

    /** Who must act while it is examined. */
    static LocalText actOn(List<Result> results) {
        if (results.stream().anyMatch(part -> part.state() == PartState.USED_UP)) {
            return new LocalText("有科目考核次数已用完，等待认定机构作出决定", "A part has no sitting left; the institution has to decide");
        }
        List<ExamPart> missing = Examination.missing(results);
        if (missing.isEmpty()) {
            return new LocalText("各科均已合格，等待认定机构决定", "Every part is passed; the institution has to decide");
        }
        List<ExamPart> unconfirmed = Oversight.awaited(results);
        if (!unconfirmed.isEmpty()) {
            LocalText seen = names(unconfirmed);
            return new LocalText("等待外部督导员确认：" + seen.zh(), "The outside supervisor has to confirm: " + seen.en());
        }
        LocalText parts = names(missing);
        return new LocalText("等待考评员评分：" + parts.zh(), "Assessors have to mark: " + parts.en());
    }

    /** What happened when the mark was recorded. */
    static LocalText happened(Mark mark) {
        LocalText part = PartNames.of(mark.part());
        String points = points(mark.tenths());
        return mark.corrects() == null
                ? new LocalText(
                        "%s（第%d次）评分：%s分".formatted(part.zh(), mark.sitting(), points),
                        "%s, sitting %d, marked: %s".formatted(part.en(), mark.sitting(), points))
                : new LocalText(
                        "%s（第%d次）更正为：%s分".formatted(part.zh(), mark.sitting(), points),
                        "%s, sitting %d, corrected to: %s".formatted(part.en(), mark.sitting(), points));
    }

    private static String points(int tenths) {
        return BigDecimal.valueOf(tenths, 1).toPlainString();
    }

    static LocalText names(List<ExamPart> parts) {
        return new LocalText(joined(parts, LocalText::zh, "、"), joined(parts, LocalText::en, ", "));
    }

    private static String joined(List<ExamPart> parts, Function<LocalText, String> language, String between) {
        return parts.stream().map(PartNames::of).map(language).collect(Collectors.joining(between));
    }
}
