package cn.jiangxue.local.backup;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands say, in Chinese or English. */
final class Words {

    private final ResourceBundle texts;

    Words(boolean english) {
        texts = ResourceBundle.getBundle(
                "backup.words",
                english ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key, Object... values) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
    }
}
