package cn.jiangxue.identity.rules;

import cn.jiangxue.contract.LocalText;

/** What is wrong with one field of a request. */
public record Fault(String field, LocalText message) {

    static Fault of(String field, String zh, String en) {
        return new Fault(field, new LocalText(zh, en));
    }
}
