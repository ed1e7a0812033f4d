package cn.jiangxue.stating;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.contract.StatingApi.RowFault;
import cn.jiangxue.contract.StatingApi.RowResult;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.identity.NamedPeople;
import cn.jiangxue.identity.NamedPeople.Match;
import cn.jiangxue.identity.NamedPeople.Named;
import cn.jiangxue.outcome.NewOutcome;
import cn.jiangxue.outcome.NewOutcome.Recorded;
import cn.jiangxue.outcome.Particulars;
import cn.jiangxue.outcome.Particulars.Standing;
import cn.jiangxue.outcome.StatedOutcomes;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.stating.rules.Column;
import cn.jiangxue.stating.rules.Fault;
import cn.jiangxue.stating.rules.RowReading;
import cn.jiangxue.stating.rules.RowReading.Reading;
import cn.jiangxue.stating.rules.StatedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes rows in, whichever way they come: reads each, finds the person, puts the outcome on record, and answers row by row. */
@Component
class RowRecording {

    private static final LocalText ASK_THE_PERSON = new LocalText(
            "核对号码与姓名；本人登记实名后再导入", "Check number and name; import again once the person has registered the real name");

    private final NamedPeople people;
    private final StatedOutcomes outcomes;
    private final Standards standards;
    private final CivilTime time;

    RowRecording(NamedPeople people, StatedOutcomes outcomes, Standards standards, CivilTime time) {
        this.people = people;
        this.outcomes = outcomes;
        this.standards = standards;
        this.time = time;
    }

    /** A row as it came. */
    record Raw(int line, Map<Column, String> values, Set<Column> formulas) {}

    /**
     * On whose behalf rows are taken.
     *
     * @param cause the import or request; with the line it names a row for good
     */
    record Batch(UUID institutionId, LocalText institution, UUID cause, boolean dryRun) {}

    /** What became of each row, in order; durable when answered. At most {@link StatedOutcomes#AT_ONCE}. */
    Mono<List<Row>> take(Batch batch, List<Raw> rows) {
        Set<String> occupations = standards.all().stream()
                .map(standard -> standard.occupation().code())
                .collect(Collectors.toUnmodifiableSet());
        List<Read> read = rows.stream()
                .map(row ->
                        new Read(row.line(), RowReading.read(row.values(), row.formulas(), occupations, time.today())))
                .toList();
        List<StatedRow> good = read.stream()
                .filter(row -> row.reading() instanceof Reading.Good)
                .map(row -> ((Reading.Good) row.reading()).row())
                .toList();
        return people.find(
                        batch.institutionId(),
                        good.stream().map(RowRecording::named).toList())
                .flatMap(matches -> record(batch, matched(read, matches)));
    }

    private record Read(int line, Reading reading) {}

    /** {@code match} null: the row itself is bad. */
    private record Matched(Read read, @Nullable Match match) {}

    private static List<Matched> matched(List<Read> read, List<Match> matches) {
        var next = matches.iterator();
        return read.stream()
                .map(row -> new Matched(row, row.reading() instanceof Reading.Good ? next.next() : null))
                .toList();
    }

    private static Named named(StatedRow row) {
        return new Named(
                row.person().identityNumber(),
                row.person().login(),
                row.person().name());
    }

    private Mono<List<Row>> record(Batch batch, List<Matched> rows) {
        List<NewOutcome> wanted = new ArrayList<>();
        for (Matched row : rows) {
            if (row.match() instanceof Match.Found found && row.read().reading() instanceof Reading.Good good) {
                wanted.add(outcome(batch, found, good.row(), row.read().line()));
            }
        }
        Mono<List<Recorded>> recorded = batch.dryRun() ? outcomes.compare(wanted) : outcomes.record(wanted);
        return recorded.map(answers -> {
            var next = answers.iterator();
            return rows.stream()
                    .map(row -> answer(row, row.match() instanceof Match.Found ? next.next() : null))
                    .toList();
        });
    }

    private static Row answer(Matched row, @Nullable Recorded recorded) {
        int line = row.read().line();
        return switch (row.read().reading()) {
            case Reading.Bad bad ->
                new Row(
                        line,
                        bad.number(),
                        RowResult.REFUSED,
                        bad.faults().stream().map(RowRecording::view).toList());
            case Reading.Good good ->
                recorded == null
                        ? refused(line, good.row(), nobody(row.match(), good.row()))
                        : recorded(line, good.row(), recorded);
        };
    }

    private static Row recorded(int line, StatedRow row, Recorded recorded) {
        return switch (recorded) {
            case ACCEPTED -> new Row(line, row.number(), RowResult.ACCEPTED, List.of());
            case ALREADY -> new Row(line, row.number(), RowResult.ALREADY, List.of());
            case WITHDRAWN ->
                refused(
                        line,
                        row,
                        new Fault(
                                Column.NUMBER,
                                new LocalText("这个编号的成果已被撤回", "The outcome under this number was withdrawn"),
                                new LocalText(
                                        "撤回的成果不再计入任何认定；更正后的成果请用新编号",
                                        "What was withdrawn counts toward nothing; state it anew under a new number")));
            case CONFLICT ->
                refused(
                        line,
                        row,
                        new Fault(
                                Column.NUMBER,
                                new LocalText(
                                        "这个编号已有内容不同的成果（冲突）",
                                        "Under this number another content is on record (conflict)"),
                                new LocalText(
                                        "成果一经登记不再改动；确有更正请用新编号",
                                        "What is on record never changes; state a correction under a new number")));
        };
    }

    private static Row refused(int line, StatedRow row, Fault fault) {
        return new Row(line, row.number(), RowResult.REFUSED, List.of(view(fault)));
    }

    private static Fault nobody(@Nullable Match match, StatedRow row) {
        boolean byNumber = row.person().identityNumber() != null;
        Column column = byNumber ? Column.IDENTITY_NUMBER : Column.LOGIN;
        if (match instanceof Match.Malformed) {
            return new Fault(
                    column,
                    byNumber
                            ? new LocalText("身份证号不正确", "This is no valid identity number")
                            : new LocalText("不是用户名或手机号", "This is neither a user name nor a phone number"),
                    new LocalText("核对后重新导入", "Check it and import again"));
        }
        return new Fault(
                column,
                byNumber
                        ? new LocalText("没有号码与姓名都相符的学习者", "No learner has both this number and this name")
                        : new LocalText(
                                "本单位没有账号与姓名都相符的人员", "Nobody of the institution has both this login and this name"),
                ASK_THE_PERSON);
    }

    private static RowFault view(Fault fault) {
        Column column = fault.column();
        return new RowFault(column == null ? null : column.key(), fault.why(), fault.next());
    }

    private static NewOutcome outcome(Batch batch, Match.Found found, StatedRow row, int line) {
        return new NewOutcome(
                found.learnerId(),
                row.type(),
                row.number(),
                row.title(),
                batch.institutionId(),
                batch.institution(),
                row.occupationCode(),
                row.grade(),
                row.classHours(),
                row.attainedOn(),
                row.evidence() == null
                        ? StatedOutcomes.evidenceOf(batch.institutionId(), row.number(), found.learnerId())
                        : row.evidence(),
                new Particulars(
                        row.code(),
                        row.level(),
                        row.creditMilli(),
                        row.scoreHundredths(),
                        row.validUntil(),
                        standing(row),
                        row.units()),
                batch.cause(),
                line);
    }

    private static @Nullable Standing standing(StatedRow row) {
        String group = row.group();
        if (group != null) {
            return new Standing(group, row.rank());
        }
        return row.type() == OutcomeType.SKILL_GRADE && row.occupationCode() != null && row.grade() != null
                ? StatedOutcomes.standingOf(row.occupationCode(), row.grade())
                : null;
    }
}
