package cn.jiangxue.content.media.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text inside a caption: bold, italic and underline stay, everything else becomes plain text. */
final class CueText {

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z0-9:.]*)[^<>\n]*>");
    private static final Pattern ASS_OVERRIDE = Pattern.compile("\\{\\\\[^{}\n]*}");
    private static final Pattern REFERENCE = Pattern.compile("&(?:amp|lt|gt|nbsp|lrm|rlm);");

    private CueText() {}

    /** The text with known tags kept, unknown ones dropped, and what is left escaped so that no player reads markup into it. */
    static String sanitised(String raw) {
        String text = ASS_OVERRIDE.matcher(raw).replaceAll("");
        var clean = new StringBuilder();
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find()) {
            clean.append(escaped(text.substring(from, tag.start())));
            clean.append(kept(tag.group(1), tag.group(2)));
            from = tag.end();
        }
        return clean.append(escaped(text.substring(from))).toString().strip();
    }

    private static String kept(String slash, String name) {
        return switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "b" -> "<" + slash + "b>";
            case "i" -> "<" + slash + "i>";
            case "u" -> "<" + slash + "u>";
            default -> "";
        };
    }

    /** References that WebVTT knows stay as they are; any other ampersand and every angle bracket is escaped. */
    private static String escaped(String text) {
        var clean = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        int from = 0;
        while (reference.find()) {
            clean.append(plain(text.substring(from, reference.start()))).append(reference.group());
            from = reference.end();
        }
        return clean.append(plain(text.substring(from))).toString();
    }

    private static String plain(String text) {
        var clean = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> clean.append("&amp;");
                case '<' -> clean.append("&lt;");
                case '>' -> clean.append("&gt;");
                default -> {
                    if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                        clean.appendCodePoint(c);
                    }
                }
            }
        });
        return clean.toString();
    }
}
