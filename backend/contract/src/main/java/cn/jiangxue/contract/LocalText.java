package cn.jiangxue.contract;

import java.util.Locale;

/** A text that people wrote, in Chinese and in English. Either may be empty while it is being drafted, never null. */
public record LocalText(String zh, String en) {

    /** The text in the reader's language, or the other one when that is missing. */
    public String in(Locale locale) {
        String wanted = locale.getLanguage().equals("en") ? en : zh;
        return wanted.isBlank() ? (zh.isBlank() ? en : zh) : wanted;
    }
}
