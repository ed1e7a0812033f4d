package cn.jiangxue.e2e;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether what stands in a page is in the reader's language. Text that the page itself marks with another {@code lang} is what somebody wrote in that language. */
final class Wording {

    /** What people wrote, in the language they wrote it in: their names, where they say they worked, reasons; and a language by its own name. */
    private static final List<String> WRITTEN = Stream.concat(
                    Tours.DECLARED.stream(),
                    Stream.of(
                            "管理员 王静",
                            "人事 赵敏",
                            "培训师 李建国",
                            "企业考评员 马超",
                            "考评员 陈立",
                            "认定专员 周颖",
                            "认定专员 吴磊",
                            "认定专员 孙慧",
                            "申诉复核员 罗敏",
                            "学分认定员 许强",
                            "学分银行专员 何静",
                            "标准专员 秦岚",
                            "刘*",
                            "张大伟",
                            "刘芳",
                            Tours.EMPLOYER,
                            PriorClaim.WORDS,
                            Tours.REASON,
                            "演示：核查后发现材料有误，撤销该证书。",
                            "中文"))
            .toList();

    /** A text of a page and the language it claims. */
    record Shown(String text, String lang) {}

    private static final Pattern CHINESE = Pattern.compile("[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]");
    private static final Pattern KEY = Pattern.compile(
            "\\b(shell|parts|files|learn|teach|recognise|govern|account|verify)\\.[a-zA-Z]+(\\.[A-Za-z_]+)*\\b|\\?\\?\\?|\\{\\d}");
    /** The name of an action or the like, as programs write it; file names look alike. */
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*\\.(?!jpg|png|pdf|json|csv)[a-z]+(-[a-z]+)*");

    private static final Pattern ENGLISH_WORD = Pattern.compile("\\b[A-Za-z]{3,}\\b");

    private final Language language;
    private final Set<String> english = new HashSet<>();

    Wording(Language language) {
        this.language = language;
        Map<String, String> chinese = UiSources.texts(Language.CHINESE);
        UiSources.texts(Language.ENGLISH).forEach((key, text) -> {
            if (!text.equals(chinese.get(key)) && ENGLISH_WORD.matcher(text).find()) {
                english.add(text);
            }
        });
    }

    /** What reads wrong, one line each. */
    List<String> wrong(List<Shown> texts) {
        List<String> wrong = new ArrayList<>();
        for (Shown shown : texts) {
            String text = shown.text();
            if (KEY.matcher(text).find() || CODE.matcher(text).matches()) {
                wrong.add("not translated: " + text);
            }
            if (!shown.lang().startsWith(language.tag().substring(0, 2))) {
                continue;
            }
            if (language == Language.ENGLISH
                    && CHINESE.matcher(withoutWritten(text)).find()) {
                wrong.add("Chinese in an English page: " + text);
            }
            if (language == Language.CHINESE && english.contains(text)) {
                wrong.add("English in a Chinese page: " + text);
            }
        }
        return wrong.stream().distinct().toList();
    }

    private static String withoutWritten(String text) {
        String rest = text;
        for (String written : WRITTEN) {
            rest = rest.replace(written, "");
        }
        boolean initial = rest.length() == 1 && WRITTEN.stream().anyMatch(written -> written.startsWith(text));
        return initial ? "" : rest;
    }
}
