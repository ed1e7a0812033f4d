package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Missing;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Condition.Unit;
import cn.jiangxue.vocabulary.Credits;
import java.math.BigDecimal;

/** Writes down what was looked at, under one step of the order and one clause. */
record Checks(Step step, Grounds grounds) {

    /** A yes-or-no matter. */
    Condition plain(LocalText what, LocalText asked, LocalText found, boolean met) {
        return amount(what, asked, found, met ? BigDecimal.ZERO : BigDecimal.ONE, Unit.THING);
    }

    Condition met(LocalText what, LocalText asked, LocalText found) {
        return plain(what, asked, found, true);
    }

    /** Met when nothing is short. */
    Condition amount(LocalText what, LocalText asked, LocalText found, BigDecimal shortBy, Unit unit) {
        boolean met = shortBy.signum() <= 0;
        return new Condition(
                step,
                what,
                asked,
                found,
                met,
                met ? null : new Missing(shortBy, unit),
                grounds.clause(),
                grounds.source());
    }

    Condition amount(LocalText what, LocalText asked, LocalText found, long shortBy, Unit unit) {
        return amount(what, asked, found, BigDecimal.valueOf(shortBy), unit);
    }

    Condition amount(LocalText what, LocalText asked, LocalText found, Credits shortBy) {
        return amount(what, asked, found, shortBy.toDecimal(), Unit.CREDITS);
    }
}
