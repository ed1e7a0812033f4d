package cn.jiangxue.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataFile;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sent and nobody can read is answered in both languages: what, where, what was expected and what to do. Never in the parser's words. */
class UnreadableFileTest {

    private static final String CLAUSES = "clauses:\n  c: {text: {zh: 一, en: one}, source: SAMPLE}\n";

    @Test
    void broken_writing_is_named_by_line_and_column_and_where_it_began() {
        LocalText open = unreadable("a: 1\nb: [1, 2\nc: 3\n");

        assertThat(open.zh()).isEqualTo("第3行第2列不符合JSON或YAML的写法（这一段从第2行第4列开始）。请检查这里和前面的引号、括号、冒号、逗号和缩进，改好后再试。");
        assertThat(open.en())
                .startsWith("Line 3, column 2 is not written as JSON or YAML")
                .contains("line 2, column 4");
        assertThat(unreadable("a: 1\n\tb: 2\n").zh()).startsWith("第2行第1列");
        assertThat(unreadable("{\"a\": 1} x").en()).startsWith("Line 1, column 10");
        assertThat(unreadable("a: 1\n---\nb: 2\n").zh()).startsWith("第3行第1列");
    }

    @Test
    void a_key_written_twice_is_named() {
        LocalText twice = unreadable("{\"edition\": 1,\n \"edition\": 2}");

        assertThat(twice.zh()).isEqualTo("第2行：“edition”在同一处写了两次。每一项只应写一次；请删去一个再试。");
        assertThat(twice.en()).startsWith("Line 2: 'edition' stands twice in one place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "# nothing but a remark\n", "\ufeff"})
    void an_empty_file_is_called_empty(String text) {
        assertThat(unreadable(text).zh()).isEqualTo("文件是空的，应是一份JSON或YAML。请选择写好的文件。");
        assertThat(unreadable(text).en()).startsWith("The file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004\u0000", "a: 1\nb: \ufffd\ufffd", "\u0000", "a: \u007f", "a: \ud800"})
    void what_is_no_text_in_utf8_is_called_so(String text) {
        assertThat(unreadable(text).zh()).contains("不是UTF-8编码的文字").contains("另存为");
        assertThat(unreadable(text).en()).contains("not text in UTF-8").contains("Save it");
        assertThat(unreadable("a: 1\nb: \ufffd").zh()).startsWith("第2行第4列");
    }

    @Test
    void what_is_too_deep_or_too_long_says_the_limits() {
        assertThat(unreadable("[".repeat(600) + "]".repeat(600)).zh()).contains("500层");
        assertThat(unreadable("a: " + "9".repeat(2_000)).en()).contains("1000 digits");
    }

    @Test
    void another_thing_than_an_object_at_the_top_is_said_with_what_was_found() {
        assertThat(unreadable("[1]").zh()).startsWith("整个文件应是一个对象").contains("现在是一个列表");
        assertThat(unreadable("车工").en()).contains("is '车工'");
    }

    @Test
    void a_wrong_type_says_what_was_expected_and_what_stands_there() {
        DataNode node = DataFile.parse(
                "t", "{n: sixteen, l: 3, t: 5, b: 'yes', u: x, o: [1], d: [2], e: Q, long: " + "长".repeat(90) + "}");

        assertThat(told(() -> node.integer("n", 1, 9)).zh()).isEqualTo("这里应是整数，现在是“sixteen”");
        assertThat(told(() -> node.integer("n", 1, 9)).en()).isEqualTo("a whole number was expected, is 'sixteen'");
        assertThat(told(() -> node.list("l", DataNode::asText)).zh()).isEqualTo("这里应是一个列表，现在是3");
        assertThat(told(() -> node.text("t")).zh()).isEqualTo("这里应是文字，现在是5");
        assertThat(told(() -> node.bool("b")).zh()).isEqualTo("这里应是true或false，现在是“yes”");
        assertThat(told(() -> node.uuid("u")).zh()).contains("UUID");
        assertThat(told(() -> node.localText("o")).zh()).isEqualTo("这里应是一个对象，现在是一个列表");
        assertThat(told(() -> node.decimal("d", 0, 9)).en()).isEqualTo("a number was expected, is a list");
        assertThat(told(() -> node.constant("e", Source.class)).zh()).contains("“Q”");
        assertThat(told(() -> node.integer("long", 1, 9)).zh()).hasSizeLessThan(60);
        assertThat(told(() -> node.text("none")).zh()).isEqualTo("缺少这一项，请补上");
        assertThat(told(() -> node.only("n")).zh()).contains("不认识这个字段");
    }

    /** Every way in which a programme or a rule can be wrong is told in both languages, with its place. */
    @Test
    void every_fault_of_an_entry_is_told_in_both_languages() {
        String programme = "programmes:\n  - {id: p-1, version: 1, name: {zh: 甲, en: P}, institution: %s, credits: 10,"
                + " effectiveFrom: 2026-01-01, targets: [{id: t-1, name: {zh: 乙, en: T}, credits: 1, category: c}], clause: c,"
                + " wording: {zh: 一, en: one}%s}\n";
        String rule =
                "rules:\n  - {id: r-1, version: 1, name: {zh: 甲, en: R}, programme: p-1, parties: [here], effectiveFrom: 2027-01-01,"
                        + " from: [{kind: TRAINING}], to: {category: c}, credit: {by: FIXED, fixed: 2}, recorded: {as: PASS}, review: PANEL,"
                        + " clause: c, wording: {zh: 一, en: one}}\n";
        List<String> spoilt = List.of(
                programme.formatted("nowhere", ""),
                programme.formatted(
                        "here", ", caps: [{id: a-1, over: PROGRAMME, clause: c, wording: {zh: 一, en: one}}]"),
                programme.formatted("here", ", floors: [{id: a-1, over: TOTAL, clause: c, wording: {zh: 一, en: one}}]"),
                programme.formatted("here", ", neverExemptible: {targets: [x], clause: c, wording: {zh: 一, en: one}}"),
                programme.formatted("here", ", categories: {A B: {zh: 一, en: one}}"),
                programme.formatted("here", "").replace("id: p-1", "id: P 1"),
                programme.formatted("here", "").replace("clause: c", "clause: d"),
                programme.formatted("here", "").replace("version: 1", "versoin: 1"),
                programme.formatted("here", "").replace("credits: 10", "credits: ten"),
                rule.replace("parties: [here]", "parties: [here], signed: [there]"),
                rule.replace("effectiveFrom: 2027-01-01", "effectiveFrom: 2027-01-01, effectiveUntil: 2026-01-01"),
                rule.replace("to: {category: c}", "to: {}"),
                rule.replace("[{kind: TRAINING}]", "[" + "{kind: TRAINING},".repeat(9) + "]"),
                rule.replace("[{kind: TRAINING}]", "[{kind: SLEEP}]"));

        for (String text : spoilt) {
            var entries = RuleBookReading.uploaded(
                    CLAUSES + text, known(), Frameworks.load().creditUnits());
            assertThat(entries).as(text).singleElement().isInstanceOf(RuleBookReading.Entry.Bad.class);
            BadData bad = ((RuleBookReading.Entry.Bad) entries.getFirst()).problem();
            assertThat(bad.path()).matches("/(programmes|rules)/0.*");
            requireBoth(bad.inWords());
        }
        assertThat(unreadable(CLAUSES).zh()).contains("2000");
    }

    @Test
    void no_spoilt_text_gets_past_in_the_words_of_the_parser() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String sound = DataFile.text(Frameworks.class, "standards/6-18-01-01.yaml");
        for (int i = 0; i < 300; i++) {
            StringBuilder spoilt = new StringBuilder(sound.substring(0, 2_000));
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                spoilt.setCharAt(
                        random.nextInt(spoilt.length()), "{}[]:,'\"\t\n&*!|>%@`-?#\u0000x".charAt(random.nextInt(23)));
            }
            List<BadData> faults = EditionReading.standardFaults(spoilt.toString());
            assertThat(faults).as("seed %d", seed).allSatisfy(fault -> requireBoth(fault.inWords()));
        }
    }

    private static List<RuleBookData.Institution> known() {
        return Stream.of("here", "there")
                .map(key -> new RuleBookData.Institution(
                        key, java.util.UUID.nameUUIDFromBytes(key.getBytes()), new LocalText(key, key)))
                .toList();
    }

    private static void requireBoth(LocalText text) {
        assertThat(text.zh())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("in reader")
                .doesNotContain("expected");
        assertThat(text.en())
                .doesNotContain("in reader")
                .doesNotContain("while scanning")
                .doesNotContain("while parsing");
    }

    private static LocalText unreadable(String text) {
        return bad(given -> RuleBookReading.uploaded(given, known(), List.of()), text);
    }

    private static LocalText told(Runnable reading) {
        return bad(
                given -> {
                    reading.run();
                    return List.of();
                },
                "");
    }

    private static LocalText bad(Function<String, List<?>> reading, String text) {
        LocalText told = assertThatExceptionOfType(BadData.class)
                .isThrownBy(() -> reading.apply(text))
                .actual()
                .inWords();
        requireBoth(told);
        return told;
    }
}
