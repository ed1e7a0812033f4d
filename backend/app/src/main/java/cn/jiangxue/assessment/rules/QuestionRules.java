package cn.jiangxue.assessment.rules;

import cn.jiangxue.contract.AssessmentApi.Option;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.contract.AssessmentApi.QuestionKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Flaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a question must be before it may enter the bank. */
public final class QuestionRules {

    public static final int MAX_TEXT = 4_000;
    public static final int MIN_OPTIONS = 2;
    public static final int MAX_OPTIONS = 8;
    public static final int MAX_POINTS = 100;

    private static final Set<String> TRUE_FALSE_IDS = Set.of("true", "false");

    private QuestionRules() {}

    /** Every flaw of the question, in the order of its fields; empty when it is sound. */
    public static List<Flaw> flaws(QuestionContent question) {
        List<Flaw> found = new ArrayList<>();
        text("stem", question.stem(), found);
        options(question, found);
        correct(question, found);
        text("explanation", question.explanation(), found);
        if (question.points() < 1 || question.points() > MAX_POINTS) {
            found.add(Flaw.of("points", "分值应在 1 到 100 之间", "Points must be from 1 to 100"));
        }
        return found;
    }

    /** Chinese is required; English may be added later. */
    private static void text(String field, LocalText text, List<Flaw> found) {
        if (text.zh().isBlank()) {
            found.add(Flaw.of(field, "请填写中文内容", "The Chinese text is missing"));
        }
        if (text.zh().length() > MAX_TEXT || text.en().length() > MAX_TEXT) {
            found.add(Flaw.of(field, "内容不能超过 4000 字", "At most 4,000 characters"));
        }
    }

    private static void options(QuestionContent question, List<Flaw> found) {
        List<Option> options = question.options();
        if (options.size() < MIN_OPTIONS || options.size() > MAX_OPTIONS) {
            found.add(Flaw.of("options", "选项应为 2 到 8 个", "There must be 2 to 8 options"));
        }
        for (int i = 0; i < options.size(); i++) {
            text("options[" + i + "].text", options.get(i).text(), found);
        }
        Set<String> ids = options.stream().map(Option::id).collect(Collectors.toSet());
        if (ids.size() != options.size()) {
            found.add(Flaw.of("options", "选项编号不能重复", "Two options have the same id"));
        }
        if (options.stream().anyMatch(option -> !option.id().matches("[a-z0-9]{1,8}"))) {
            found.add(Flaw.of("options", "选项编号只能用小写字母和数字", "Option ids are small letters and digits"));
        }
        if (question.kind() == QuestionKind.TRUE_FALSE && !ids.equals(TRUE_FALSE_IDS)) {
            found.add(Flaw.of("options", "判断题的选项只能是对与错", "A true/false question has exactly true and false"));
        }
    }

    private static void correct(QuestionContent question, List<Flaw> found) {
        Set<String> ids = question.options().stream().map(Option::id).collect(Collectors.toSet());
        Set<String> correct = new HashSet<>(question.correct());
        if (!ids.containsAll(correct) || correct.size() != question.correct().size()) {
            found.add(Flaw.of("correct", "正确答案须是题目的选项，且不能重复", "The key names options of the question, each once"));
        }
        if (question.kind() == QuestionKind.MULTIPLE ? correct.isEmpty() : correct.size() != 1) {
            found.add(
                    question.kind() == QuestionKind.MULTIPLE
                            ? Flaw.of("correct", "多选题至少有一个正确答案", "A multiple-choice question needs a right option")
                            : Flaw.of("correct", "请选定唯一的正确答案", "There must be exactly one right option"));
        }
    }
}
