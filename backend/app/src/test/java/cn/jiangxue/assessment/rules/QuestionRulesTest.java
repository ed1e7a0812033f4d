package cn.jiangxue.assessment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.AssessmentApi.Option;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.contract.AssessmentApi.QuestionKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Flaw;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionRulesTest {

    @Test
    void a_sound_question_of_each_kind_has_no_flaw() {
        assertThat(flaws(QuestionKind.SINGLE, options("a", "b"), List.of("a"))).isEmpty();
        assertThat(flaws(QuestionKind.MULTIPLE, options("a", "b", "c"), List.of("a", "c")))
                .isEmpty();
        assertThat(flaws(QuestionKind.TRUE_FALSE, options("true", "false"), List.of("false")))
                .isEmpty();
    }

    @Test
    void chinese_is_required_and_english_may_come_later() {
        var withoutChinese =
                content(QuestionKind.SINGLE, options("a", "b"), List.of("a"), new LocalText(" ", "Why?"), 1);
        var withoutEnglish =
                content(QuestionKind.SINGLE, options("a", "b"), List.of("a"), new LocalText("为什么？", ""), 1);

        assertThat(QuestionRules.flaws(withoutChinese)).extracting(Flaw::field).containsExactly("stem");
        assertThat(QuestionRules.flaws(withoutEnglish)).isEmpty();
    }

    @Test
    void a_text_may_have_4000_characters_and_not_one_more() {
        var longest = new LocalText("字".repeat(4_000), "x".repeat(4_000));
        var tooLong = new LocalText("字", "x".repeat(4_001));

        assertThat(QuestionRules.flaws(content(QuestionKind.SINGLE, options("a", "b"), List.of("a"), longest, 1)))
                .isEmpty();
        assertThat(QuestionRules.flaws(content(QuestionKind.SINGLE, options("a", "b"), List.of("a"), tooLong, 1)))
                .hasSize(1);
        var tooLongChinese = new LocalText("字".repeat(4_001), "");
        assertThat(QuestionRules.flaws(
                        content(QuestionKind.SINGLE, options("a", "b"), List.of("a"), tooLongChinese, 1)))
                .hasSize(1);
    }

    @Test
    void there_are_two_to_eight_options_with_ids_of_their_own() {
        String[] eight = IntStream.range(0, 8).mapToObj(i -> "o" + i).toArray(String[]::new);
        String[] nine = IntStream.range(0, 9).mapToObj(i -> "o" + i).toArray(String[]::new);

        assertThat(flaws(QuestionKind.SINGLE, options(eight), List.of("o1"))).isEmpty();
        assertThat(flaws(QuestionKind.SINGLE, options(nine), List.of("o1"))).hasSize(1);
        assertThat(flaws(QuestionKind.SINGLE, options("a"), List.of("a"))).hasSize(1);
        assertThat(flaws(QuestionKind.SINGLE, options("a", "a"), List.of("a"))).hasSize(1);
        assertThat(flaws(QuestionKind.SINGLE, options("a", "B!"), List.of("a"))).hasSize(1);
        assertThat(flaws(QuestionKind.TRUE_FALSE, options("a", "b"), List.of("a")))
                .hasSize(1);
    }

    @Test
    void an_option_without_text_is_named() {
        var options = List.of(new Option("a", new LocalText("是", "")), new Option("b", new LocalText("", "no")));

        assertThat(QuestionRules.flaws(content(QuestionKind.SINGLE, options, List.of("a"), new LocalText("题", ""), 1)))
                .extracting(Flaw::field)
                .containsExactly("options[1].text");
    }

    @Test
    void the_key_names_options_of_the_question_as_its_kind_asks() {
        assertThat(flaws(QuestionKind.SINGLE, options("a", "b"), List.of("a", "b")))
                .hasSize(1);
        assertThat(flaws(QuestionKind.SINGLE, options("a", "b"), List.of())).hasSize(1);
        assertThat(flaws(QuestionKind.MULTIPLE, options("a", "b"), List.of()))
                .extracting(flaw -> flaw.message().en())
                .containsExactly("A multiple-choice question needs a right option");
        assertThat(flaws(QuestionKind.MULTIPLE, options("a", "b"), List.of("a", "z")))
                .hasSize(1);
        assertThat(flaws(QuestionKind.MULTIPLE, options("a", "b"), List.of("a", "a")))
                .hasSize(1);
    }

    @Test
    void points_are_1_to_100() {
        for (int points : new int[] {1, 100}) {
            assertThat(QuestionRules.flaws(content(
                            QuestionKind.SINGLE, options("a", "b"), List.of("a"), new LocalText("题", ""), points)))
                    .isEmpty();
        }
        for (int points : new int[] {0, 101}) {
            assertThat(QuestionRules.flaws(content(
                            QuestionKind.SINGLE, options("a", "b"), List.of("a"), new LocalText("题", ""), points)))
                    .extracting(Flaw::field)
                    .containsExactly("points");
        }
    }

    private static List<Flaw> flaws(QuestionKind kind, List<Option> options, List<String> correct) {
        return QuestionRules.flaws(content(kind, options, correct, new LocalText("题干", "Stem"), 5));
    }

    private static List<Option> options(String... ids) {
        return List.of(ids).stream()
                .map(id -> new Option(id, new LocalText("选项" + id, "Option " + id)))
                .toList();
    }

    private static QuestionContent content(
            QuestionKind kind, List<Option> options, List<String> correct, LocalText stem, int points) {
        return new QuestionContent(kind, stem, options, correct, new LocalText("因为", "Because"), points);
    }
}
