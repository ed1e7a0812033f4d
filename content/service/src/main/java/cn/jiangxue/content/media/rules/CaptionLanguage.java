package cn.jiangxue.content.media.rules;

import java.util.regex.Pattern;

/** Languages captions may be in, by BCP 47 tag. */
public final class CaptionLanguage {

    /** The most caption tracks one video has. */
    public static final int MOST = 8;

    public static final int LABEL_LENGTH = 40;

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}");

    private CaptionLanguage() {}

    public static boolean known(String tag) {
        return TAG.matcher(tag).matches();
    }
}
