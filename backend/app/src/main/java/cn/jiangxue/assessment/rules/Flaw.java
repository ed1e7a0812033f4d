package cn.jiangxue.assessment.rules;

import cn.jiangxue.contract.LocalText;

/** Something wrong with what a trainer wrote: the field at fault and what is wrong with it. */
public record Flaw(String field, LocalText message) {

    static Flaw of(String field, String zh, String en) {
        return new Flaw(field, new LocalText(zh, en));
    }
}
