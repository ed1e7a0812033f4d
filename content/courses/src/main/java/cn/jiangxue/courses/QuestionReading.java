package cn.jiangxue.courses;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.courses.SampleQuestion.Kind;
import cn.jiangxue.courses.SampleQuestion.Option;
import cn.jiangxue.frameworks.data.DataNode;
import java.util.List;

/** Reads a question bank. */
final class QuestionReading {
    private static final List<Option> TRUE_OR_FALSE =
            List.of(new Option("true", new LocalText("正确", "True")), new Option("false", new LocalText("错误", "False")));
    private static final int LEAST_OPTIONS = 2;
    private static final int MOST_OPTIONS = 8;

    private QuestionReading() {}

    static List<SampleQuestion> questions(DataNode file) {
        file.only("questions");
        return file.list("questions", QuestionReading::question);
    }

    private static SampleQuestion question(DataNode node) {
        node.only("id", "kind", "stem", "options", "correct", "points", "explanation");
        Kind kind = node.constant("kind", Kind.class);
        List<Option> options = options(node, kind);
        return new SampleQuestion(
                node.uuid("id"),
                kind,
                node.localText("stem"),
                options,
                correct(node, kind, options),
                node.integer("points", 1, 100),
                node.localText("explanation"));
    }

    private static List<Option> options(DataNode node, Kind kind) {
        List<Option> written = node.listOrEmpty("options", QuestionReading::option);
        if (kind == Kind.TRUE_FALSE) {
            if (!written.isEmpty()) {
                throw node.child("options").problem("a true-or-false question has no options of its own");
            }
            return TRUE_OR_FALSE;
        }
        if (written.size() < LEAST_OPTIONS || written.size() > MOST_OPTIONS) {
            throw node.problem(
                    "%d to %d options are needed, found %d".formatted(LEAST_OPTIONS, MOST_OPTIONS, written.size()));
        }
        return node.distinct(written, Option::id, "option");
    }

    private static Option option(DataNode node) {
        node.only("id", "zh", "en");
        return new Option(node.text("id"), new LocalText(node.text("zh"), node.text("en")));
    }

    private static List<String> correct(DataNode node, Kind kind, List<Option> options) {
        DataNode place = node.child("correct");
        List<String> correct = place.distinct(node.list("correct", DataNode::asText), id -> id, "answer");
        List<String> known = options.stream().map(Option::id).toList();
        if (!known.containsAll(correct)) {
            throw place.problem("answers %s are not all among the options %s".formatted(correct, known));
        }
        boolean fits = kind == Kind.MULTIPLE ? correct.size() >= 2 : correct.size() == 1;
        if (!fits) {
            throw place.problem("%s cannot have %d right answers".formatted(kind, correct.size()));
        }
        return correct;
    }
}
