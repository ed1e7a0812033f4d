package cn.jiangxue.vocabulary;

import cn.jiangxue.contract.LocalText;

/** Something wrong with what somebody wrote: the field at fault and what is wrong with it. */
public record Flaw(String field, LocalText message) {

    public static Flaw of(String field, String zh, String en) {
        return new Flaw(field, new LocalText(zh, en));
    }
}
