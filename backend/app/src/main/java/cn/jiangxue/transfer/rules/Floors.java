package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Floor;
import cn.jiangxue.transfer.Limit;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.vocabulary.Credits;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The least that is asked of everything together. */
final class Floors {

    private Floors() {}

    /**
     * Credit as floors see it.
     *
     * @param home earned at the awarding institution
     */
    record Held(Credits amount, String category, @Nullable Integer level, boolean home) {}

    static List<Condition> conditions(Programme programme, List<Held> held) {
        return programme.floors().stream()
                .map(floor -> condition(programme, floor, held))
                .toList();
    }

    private static Condition condition(Programme programme, Floor floor, List<Held> held) {
        Credits found =
                held.stream().filter(counts(floor.where())).map(Held::amount).reduce(Credits.ZERO, Credits::plus);
        Credits least = floor.least().least();
        return new Checks(Step.FLOORS, floor.grounds())
                .amount(
                        what(programme, floor.where()),
                        Wording.atLeast(asked(floor.least())),
                        Wording.credits(found),
                        least.minus(found));
    }

    private static Predicate<Held> counts(Floor.Where where) {
        return switch (where) {
            case Floor.InTotal _ -> _ -> true;
            case Floor.Residency _ -> Held::home;
            case Floor.AtLevels at ->
                one -> one.level() != null && at.first() <= one.level() && one.level() <= at.last();
            case Floor.InCategory in -> one -> in.category().equals(one.category());
        };
    }

    private static LocalText what(Programme programme, Floor.Where where) {
        return switch (where) {
            case Floor.InTotal _ -> Wording.text("总学分", "Credit in total");
            case Floor.Residency _ -> Wording.text("本机构修读学分", "Credit earned at the awarding institution");
            case Floor.AtLevels at ->
                Wording.text(
                        "%d至%d级学分".formatted(at.first(), at.last()),
                        "Credit at levels %d to %d".formatted(at.first(), at.last()));
            case Floor.InCategory in -> {
                LocalText category = programme.category(in.category());
                yield Wording.text("类别学分：" + category.zh(), "Credit in category " + category.en());
            }
        };
    }

    private static LocalText asked(Limit.OfCredit limit) {
        return switch (limit) {
            case Limit.Absolute absolute -> Wording.credits(absolute.amount());
            case Limit.Share share ->
                Wording.text(
                        "%s学分（%s的%s%%）".formatted(share.least(), share.of().zh(), Wording.plain(share.percent())),
                        "%s credits (%s%% of %s)"
                                .formatted(
                                        share.least(),
                                        Wording.plain(share.percent()),
                                        share.of().en()));
        };
    }
}
