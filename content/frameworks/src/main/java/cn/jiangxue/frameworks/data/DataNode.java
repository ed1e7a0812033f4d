package cn.jiangxue.frameworks.data;

import cn.jiangxue.contract.LocalText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One place in a data file. Reading is strict: a wrong type, a blank text or a missing key is refused where it stands, and a reader that calls
 * {@link #only} refuses keys nobody would read, so a misspelt key never passes silently.
 */
public final class DataNode {
    private static final int MOST_DECIMALS = 3;
    private static final int MOST_DIGITS = 20;
    private static final int MOST_SHOWN = 40;

    private final String file;
    private final String path;
    private final JsonNode value;

    private DataNode(String file, String path, JsonNode value) {
        this.file = file;
        this.path = path;
        this.value = value;
    }

    static DataNode root(String file, @Nullable JsonNode value) {
        if (value == null || value.isMissingNode() || value.isNull()) {
            throw Unreadable.empty(file);
        }
        DataNode root = new DataNode(file, "", value);
        if (!value.isObject()) {
            LocalText found = root.found();
            throw root.problem(
                    "整个文件应是一个对象（若干“名称: 内容”），现在是%s。请对照样例修改后再试。".formatted(found.zh()),
                    "an object, made of 'name: content', was expected at the top, is %s; compare it with a sample and try again"
                            .formatted(found.en()));
        }
        return root;
    }

    /** Refuses every key of this object that is not listed. */
    public DataNode only(String... keys) {
        requireObject();
        Set<String> known = Set.of(keys);
        for (String key : value.propertyNames()) {
            if (!known.contains(key)) {
                List<String> names = known.stream().sorted().toList();
                throw new BadData(
                        file,
                        path + "/" + key,
                        new LocalText("不认识这个字段，请改正或删去；这里可用：" + names, "unknown key; known here: " + names));
            }
        }
        return this;
    }

    public DataNode child(String key) {
        return optional(key)
                .orElseThrow(() -> new BadData(file, path + "/" + key, new LocalText("缺少这一项，请补上", "missing")));
    }

    public Optional<DataNode> optional(String key) {
        requireObject();
        JsonNode found = value.get(key);
        return found == null || found.isNull()
                ? Optional.empty()
                : Optional.of(new DataNode(file, path + "/" + key, found));
    }

    /** The keys of this object, in the order of the file. */
    public List<String> keys() {
        requireObject();
        return List.copyOf(value.propertyNames());
    }

    /** A list with at least one element, each read by {@code reader}. */
    public <T> List<T> list(String key, Function<DataNode, T> reader) {
        List<T> read = listOrEmpty(key, reader);
        if (read.isEmpty()) {
            throw new BadData(file, path + "/" + key, new LocalText("至少要有一项", "at least one element is needed"));
        }
        return read;
    }

    /** A list that may be left out. */
    public <T> List<T> listOrEmpty(String key, Function<DataNode, T> reader) {
        return optional(key).map(node -> node.elements(reader)).orElse(List.of());
    }

    private <T> List<T> elements(Function<DataNode, T> reader) {
        if (!value.isArray()) {
            throw expected("一个列表", "a list");
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            read.add(reader.apply(new DataNode(file, path + "/" + i, value.get(i))));
        }
        return List.copyOf(read);
    }

    public String text(String key) {
        return child(key).asText();
    }

    /** This place itself as a text that is not blank. */
    public String asText() {
        if (!value.isString()) {
            throw expected("文字", "a text that is not blank");
        }
        if (value.stringValue().isBlank()) {
            throw problem("请填写文字，不能空着", "a text that is not blank was expected");
        }
        return value.stringValue().strip();
    }

    /** Both languages; neither may be missing or blank. */
    public LocalText localText(String key) {
        return child(key).asLocalText();
    }

    public LocalText asLocalText() {
        only("zh", "en");
        return new LocalText(text("zh"), text("en"));
    }

    /** A whole number within bounds, both inclusive. */
    public int integer(String key, int least, int most) {
        return child(key).asInteger(least, most);
    }

    public int asInteger(int least, int most) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw expected("整数", "a whole number");
        }
        int number = value.intValue();
        if (number < least || number > most) {
            throw problem(
                    "应在%d至%d之间，现为%d".formatted(least, most, number),
                    "must lie in %d … %d, is %d".formatted(least, most, number));
        }
        return number;
    }

    /** A decimal number within bounds, both inclusive, exactly as written. */
    public BigDecimal decimal(String key, int least, int most) {
        return child(key).asDecimal(least, most);
    }

    public BigDecimal asDecimal(int least, int most) {
        if (!value.isNumber()) {
            throw expected("数字", "a number");
        }
        BigDecimal number = value.decimalValue();
        if (number.scale() > MOST_DECIMALS || number.precision() > MOST_DIGITS) {
            throw problem(
                    "最多%d位小数".formatted(MOST_DECIMALS), "at most %d decimals were expected".formatted(MOST_DECIMALS));
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw problem(
                    "应在%d至%d之间，现为%s".formatted(least, most, number),
                    "must lie in %d … %d, is %s".formatted(least, most, number));
        }
        return number.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    public boolean bool(String key) {
        DataNode node = child(key);
        if (!node.value.isBoolean()) {
            throw node.expected("true或false", "true or false");
        }
        return node.value.booleanValue();
    }

    public LocalDate date(String key) {
        return child(key).asDate();
    }

    public LocalDate asDate() {
        try {
            return LocalDate.parse(asText());
        } catch (DateTimeParseException malformed) {
            throw expected("2026-01-31这样的日期", "a date such as 2026-01-31");
        }
    }

    public UUID uuid(String key) {
        DataNode node = child(key);
        String text = node.asText();
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw node.expected("UUID", "a UUID");
        }
        throw node.expected("小写、补足前导零的UUID", "a UUID in lower case with leading zeros");
    }

    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        return child(key).asConstant(type);
    }

    /** This place itself as an enum constant, written exactly as in code. */
    public <E extends Enum<E>> E asConstant(Class<E> type) {
        String text = asText();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> problem(
                        "“%s”不在可用的值之中：%s".formatted(text, Arrays.toString(type.getEnumConstants())),
                        "'%s' is none of %s".formatted(text, Arrays.toString(type.getEnumConstants()))));
    }

    /** Refuses a list in which two elements have the same key. */
    public <T> List<T> distinct(List<T> elements, Function<T, ?> key, String what) {
        Set<Object> seen = new HashSet<>();
        String repeated = elements.stream()
                .map(key)
                .filter(each -> !seen.add(each))
                .map(Object::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!repeated.isEmpty()) {
            throw problem("重复出现：" + repeated, what + " more than once: " + repeated);
        }
        return elements;
    }

    /** Where in the file this place is, as a JSON Pointer. */
    public String path() {
        return path;
    }

    /** The place as JSON. */
    public String json() {
        return value.toString();
    }

    /** A complaint about this place, in Chinese and English. */
    public BadData problem(String zh, String en) {
        return new BadData(file, path, new LocalText(zh, en));
    }

    /** A complaint about this place. */
    public BadData problem(String reason) {
        return new BadData(file, path, reason);
    }

    private BadData expected(String zh, String en) {
        LocalText found = found();
        return problem("这里应是%s，现在是%s".formatted(zh, found.zh()), "%s was expected, is %s".formatted(en, found.en()));
    }

    /** What stands here, cut short. */
    private LocalText found() {
        if (value.isArray()) {
            return new LocalText("一个列表", "a list");
        }
        if (value.isObject()) {
            return new LocalText("一个对象", "an object");
        }
        String text = value.asString();
        String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        return value.isString()
                ? new LocalText("“%s”".formatted(shown), "'%s'".formatted(shown))
                : new LocalText(shown, shown);
    }

    private void requireObject() {
        if (!value.isObject()) {
            throw expected("一个对象", "an object");
        }
    }
}
