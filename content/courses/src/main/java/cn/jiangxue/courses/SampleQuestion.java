package cn.jiangxue.courses;

import cn.jiangxue.contract.LocalText;
import java.util.List;
import java.util.UUID;

/**
 * A question with its explained answer.
 *
 * @param options two to eight; true and false for TRUE_FALSE
 * @param correct ids of the right options
 * @param explanation why they are right
 */
public record SampleQuestion(
        UUID id,
        Kind kind,
        LocalText stem,
        List<Option> options,
        List<String> correct,
        int points,
        LocalText explanation) {

    public SampleQuestion {
        options = List.copyOf(options);
        correct = List.copyOf(correct);
    }

    /** How many options are right: exactly one, at least two, or one of true and false. */
    public enum Kind {
        SINGLE,
        MULTIPLE,
        TRUE_FALSE
    }

    /** {@code id}: a short name such as {@code a}. */
    public record Option(String id, LocalText text) {}
}
