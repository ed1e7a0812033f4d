package cn.jiangxue.ui.fake;

import static cn.jiangxue.ui.fake.FakeCatalog.text;

import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A bank of three questions, one paper, and attempts marked as the service would. */
public class FakeAssessment implements AssessmentApi {

    public static final UUID SUBMITTED = UUID.fromString("0190e000-0000-7000-8000-000000000001");

    private final Map<UUID, Question> bank = new LinkedHashMap<>();
    private final Map<UUID, Paper> papers = new LinkedHashMap<>();
    private final Map<UUID, StartAttempt> attempts = new LinkedHashMap<>();
    private final Map<UUID, Map<UUID, List<String>>> given = new HashMap<>();
    private final Map<UUID, Instant> submitted = new HashMap<>();

    public FakeAssessment() {
        question(
                1,
                QuestionKind.SINGLE,
                text("引弧时，焊条末端应当怎样接触工件？", "How should the electrode touch the work to strike the arc?"),
                List.of(
                        o("a", "用力按住不动", "Press and hold"),
                        o("b", "轻轻划擦或点触后迅速提起 2–4 mm", "Scratch or tap, then lift 2–4 mm"),
                        o("c", "悬空不接触", "Do not touch")),
                List.of("b"),
                text("划擦或点触后迅速提起，才能形成稳定电弧；按住不动会粘条。", "Lifting at once keeps the arc; holding sticks the electrode."));
        question(
                2,
                QuestionKind.MULTIPLE,
                text("下列哪些属于焊接作业前必须检查的内容？", "Which must be checked before welding?"),
                List.of(
                        o("a", "电缆绝缘是否破损", "Cable insulation"),
                        o("b", "面罩滤光片是否完好", "The mask's filter"),
                        o("c", "周围是否有可燃物", "Flammables nearby"),
                        o("d", "当天的午餐菜单", "The lunch menu")),
                List.of("a", "b", "c"),
                text("绝缘、面罩、可燃物三项都是动火前的必查项。", "All three are checked before hot work."));
        question(
                3,
                QuestionKind.TRUE_FALSE,
                text("雨天可以在露天不加遮挡进行电弧焊。", "Arc welding in the open in rain without cover is allowed."),
                List.of(o("true", "正确", "True"), o("false", "错误", "False")),
                List.of("false"),
                text("雨天露天作业有触电危险，不得进行。", "Rain means danger of electric shock."));
        papers.put(
                FakeCatalog.PAPER,
                new Paper(
                        FakeCatalog.PAPER,
                        FakeIdentity.PLANT,
                        1,
                        new PaperContent(
                                text("焊条电弧焊入门 · 课程测验", "Arc welding: course quiz"),
                                bank.values().stream()
                                        .map(q -> new QuestionRef(q.id(), q.version()))
                                        .toList(),
                                3,
                                60,
                                3,
                                0),
                        Instant.parse("2026-11-01T02:00:00Z")));
        attempts.put(SUBMITTED, new StartAttempt(FakeLearning.ENROLMENT, FakeCatalog.QUIZ_LESSON));
        given.put(
                SUBMITTED,
                new HashMap<>(Map.of(qid(1), List.of("a"), qid(2), List.of("a", "b", "c"), qid(3), List.of("true"))));
        submitted.put(SUBMITTED, Instant.parse("2026-11-19T12:00:00Z"));
    }

    static UUID qid(int n) {
        return UUID.fromString("0190e000-0000-7000-8000-00000000010" + n);
    }

    private static Option o(String id, String zh, String en) {
        return new Option(id, text(zh, en));
    }

    private void question(
            int n, QuestionKind kind, LocalText stem, List<Option> options, List<String> correct, LocalText why) {
        bank.put(
                qid(n),
                new Question(
                        qid(n),
                        FakeIdentity.PLANT,
                        "6-18-02-04",
                        1,
                        new QuestionContent(kind, stem, options, correct, why, kind == QuestionKind.MULTIPLE ? 4 : 3),
                        Instant.parse("2026-11-01T02:00:00Z")));
    }

    @Override
    public Page<Question> questions(UUID organisation, String occupation, String cursor) {
        return new Page<>(List.copyOf(bank.values()), null);
    }

    @Override
    public Question saveQuestion(UUID id, QuestionEdit edit) {
        Question q = new Question(
                id, edit.organisationId(), edit.occupationCode(), edit.version() + 1, edit.content(), Instant.now());
        bank.put(id, q);
        return q;
    }

    @Override
    public Question question(UUID id) {
        Question q = bank.get(id);
        if (q == null) {
            throw Refusals.notFound();
        }
        return q;
    }

    @Override
    public Page<Paper> papers(UUID organisation, String cursor) {
        return new Page<>(List.copyOf(papers.values()), null);
    }

    @Override
    public Paper savePaper(UUID id, PaperEdit edit) {
        Paper p = new Paper(id, edit.organisationId(), edit.version() + 1, edit.content(), Instant.now());
        papers.put(id, p);
        return p;
    }

    @Override
    public Paper paper(UUID id) {
        Paper p = papers.get(id);
        if (p == null) {
            throw Refusals.notFound();
        }
        return p;
    }

    @Override
    public QuizStanding standing(UUID enrolmentId, UUID lessonId) {
        List<AttemptSummary> mine = new ArrayList<>();
        UUID open = null;
        int n = 1;
        for (var e : attempts.entrySet()) {
            if (e.getValue().enrolmentId().equals(enrolmentId)) {
                Attempt a = attempt(e.getKey());
                mine.addFirst(
                        new AttemptSummary(a.id(), n++, a.state(), a.scorePercent(), a.passed(), a.submittedAt()));
                open = a.state() == AttemptState.OPEN ? a.id() : open;
            }
        }
        return new QuizStanding(
                papers.get(FakeCatalog.PAPER).content().title(),
                3,
                60,
                3,
                0,
                mine.stream().anyMatch(a -> Boolean.TRUE.equals(a.passed())),
                mine.isEmpty() ? null : 40,
                open,
                mine);
    }

    @Override
    public Attempt start(UUID id, StartAttempt start) {
        attempts.putIfAbsent(id, start);
        given.putIfAbsent(id, new HashMap<>());
        return attempt(id);
    }

    @Override
    public Attempt attempt(UUID id) {
        StartAttempt start = attempts.get(id);
        if (start == null) {
            throw Refusals.notFound();
        }
        boolean done = submitted.containsKey(id);
        List<AskedQuestion> asked = bank.values().stream()
                .limit(3)
                .map(q -> {
                    List<String> answer = given.get(id).getOrDefault(q.id(), List.of());
                    return new AskedQuestion(
                            q.id(),
                            q.version(),
                            q.content().kind(),
                            q.content().stem(),
                            q.content().options(),
                            q.content().points(),
                            answer,
                            done ? q.content().correct() : null,
                            done ? q.content().explanation() : null,
                            done ? answer.equals(q.content().correct()) : null);
                })
                .toList();
        int points = asked.stream()
                .filter(q -> Boolean.TRUE.equals(q.right()))
                .mapToInt(AskedQuestion::points)
                .sum();
        return new Attempt(
                id,
                start.enrolmentId(),
                start.lessonId(),
                done ? AttemptState.SUBMITTED : AttemptState.OPEN,
                1 + List.copyOf(attempts.keySet()).indexOf(id),
                3,
                60,
                null,
                asked,
                done ? points : null,
                10,
                done ? points * 10 : null,
                done ? points >= 6 : null,
                submitted.get(id));
    }

    @Override
    public void answer(UUID id, UUID questionId, Answer answer) {
        given.get(id).put(questionId, answer.optionIds());
    }

    @Override
    public Attempt submit(UUID id) {
        submitted.putIfAbsent(id, Instant.now());
        return attempt(id);
    }
}
