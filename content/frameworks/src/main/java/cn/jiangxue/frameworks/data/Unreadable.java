package cn.jiangxue.frameworks.data;

import cn.jiangxue.contract.LocalText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;

/** Why a text is no document, for whoever sent it: what, where and what to do. What the parser says is for those who know the parser. */
final class Unreadable {

    private static final LocalText EMPTY = new LocalText(
            "文件是空的，应是一份JSON或YAML。请选择写好的文件。", "The file is empty; JSON or YAML was expected. Choose one with content.");

    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.{1,80}).*\"");

    private Unreadable() {}

    static BadData empty(String file) {
        return new BadData(file, "", EMPTY);
    }

    /** The first character that no text in UTF-8 has; what was decoded from other bytes holds U+FFFD. */
    static Optional<BadData> noText(String file, String text) {
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (!belongs(point)) {
                return Optional.of(new BadData(
                        file,
                        "",
                        new LocalText(
                                "第%d行第%d列有不能识别的字符：这不是UTF-8编码的文字。请用文本编辑器另存为UTF-8编码的JSON或YAML，再选择一次。"
                                        .formatted(line, column),
                                "Line %d, column %d has a character that cannot be read: this is not text in UTF-8. Save it as JSON or YAML in UTF-8 and choose it again."
                                        .formatted(line, column))));
            }
            column = point == '\n' ? 1 : column + 1;
            line += point == '\n' ? 1 : 0;
        }
        return Optional.empty();
    }

    private static boolean belongs(int point) {
        boolean control = Character.isISOControl(point) && "\t\n\r\u0085".indexOf(point) < 0;
        return !control && !(point >= 0xFFFD && point <= 0xFFFF) && Character.getType(point) != Character.SURROGATE;
    }

    static BadData because(String file, JacksonException malformed) {
        Matcher twice = TWICE.matcher(malformed.getOriginalMessage());
        if (malformed instanceof StreamConstraintsException) {
            return new BadData(file, "", limits());
        }
        return new BadData(
                file, "", twice.matches() ? twice(line(malformed), twice.group(1)) : badlyWritten(malformed));
    }

    private static LocalText limits() {
        StreamReadConstraints most = StreamReadConstraints.defaults();
        return new LocalText(
                "嵌套超过%d层，或有一个数字超过%d位，超出了可读取的范围。请简化后再试。".formatted(most.getMaxNestingDepth(), most.getMaxNumberLength()),
                "It is nested deeper than %d levels, or a number has more than %d digits, which is not read. Make it simpler and try again."
                        .formatted(most.getMaxNestingDepth(), most.getMaxNumberLength()));
    }

    private static LocalText twice(int line, String key) {
        return new LocalText(
                "第%d行：“%s”在同一处写了两次。每一项只应写一次；请删去一个再试。".formatted(line, key),
                "Line %d: '%s' stands twice in one place, where each is written once. Remove one and try again."
                        .formatted(line, key));
    }

    private static LocalText badlyWritten(JacksonException malformed) {
        Optional<MarkedYamlEngineException> marked = Optional.ofNullable(malformed.getCause())
                .filter(MarkedYamlEngineException.class::isInstance)
                .map(MarkedYamlEngineException.class::cast);
        int line = marked.flatMap(MarkedYamlEngineException::getProblemMark)
                .map(Unreadable::line)
                .orElseGet(() -> line(malformed));
        int column = marked.flatMap(MarkedYamlEngineException::getProblemMark)
                .map(Unreadable::column)
                .orElseGet(() -> malformed.getLocation().getColumnNr());
        Optional<Mark> began = marked.flatMap(MarkedYamlEngineException::getContextMark)
                .filter(mark -> line(mark) != line || column(mark) != column);
        return new LocalText(
                "第%d行第%d列不符合JSON或YAML的写法%s。请检查这里和前面的引号、括号、冒号、逗号和缩进，改好后再试。"
                        .formatted(
                                line,
                                column,
                                began.map(mark -> "（这一段从第%d行第%d列开始）".formatted(line(mark), column(mark)))
                                        .orElse("")),
                "Line %d, column %d is not written as JSON or YAML%s. Look at the quotes, brackets, colons, commas and indents here and before, and try again."
                        .formatted(
                                line,
                                column,
                                began.map(mark -> " (this part begins at line %d, column %d)"
                                                .formatted(line(mark), column(mark)))
                                        .orElse("")));
    }

    private static int line(JacksonException malformed) {
        return malformed.getLocation().getLineNr();
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static int column(Mark mark) {
        return mark.getColumn() + 1;
    }
}
