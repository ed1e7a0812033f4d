package cn.jiangxue.ui.fake;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Six courses in different trades; the first has everything a course can have. */
public class FakeCatalog implements CatalogApi {

    public static final UUID WELDING = UUID.fromString("0190b000-0000-7000-8000-000000000001");
    public static final UUID VIDEO_LESSON = UUID.fromString("0190b000-0000-7000-8000-0000000000a2");
    public static final UUID TEXT_LESSON = UUID.fromString("0190b000-0000-7000-8000-0000000000a1");
    public static final UUID QUIZ_LESSON = UUID.fromString("0190b000-0000-7000-8000-0000000000a3");
    public static final UUID MEDIA = UUID.fromString("0190b000-0000-7000-8000-0000000000b1");
    public static final UUID PAPER = UUID.fromString("0190b000-0000-7000-8000-0000000000b2");

    private final List<Occupation> occupations = List.of(
            new Occupation("6-18-02-04", text("焊工", "Welder")),
            new Occupation("6-18-01-01", text("车工", "Turner")),
            new Occupation("6-31-01-03", text("电工", "Electrician")),
            new Occupation("6-30-05-01", text("叉车司机", "Forklift driver")),
            new Occupation("6-29-03-06", text("起重工", "Rigger")),
            new Occupation("4-10-01-06", text("养老护理员", "Elderly carer")));
    private final Map<UUID, CourseForTrainer> courses = new LinkedHashMap<>();

    public FakeCatalog() {
        course(
                1,
                0,
                Grade.JUNIOR,
                6,
                text("焊条电弧焊入门", "Shielded metal arc welding: first steps"),
                text(
                        "从引弧、运条到收弧，看懂平板对接焊的每一个动作，学会防触电、防弧光的做法。",
                        "From striking the arc to closing the crater: every move of a butt weld, and how to stay safe."));
        course(
                2,
                1,
                Grade.INTERMEDIATE,
                4,
                text("游标卡尺的使用与读数", "Reading a vernier caliper"),
                text(
                        "认识主尺和游标，掌握外径、内径、深度的测量方法，避免常见的读数误差。",
                        "Main scale and vernier, outside, inside and depth, and the errors to avoid."));
        course(
                3,
                2,
                Grade.JUNIOR,
                4,
                text("停电挂牌上锁", "Lockout and tagout"),
                text(
                        "检修前怎样断电、验电、挂牌、上锁，谁上的锁谁来开。",
                        "Isolate, verify, tag and lock before maintenance; who locks, unlocks."));
        course(
                4,
                3,
                Grade.JUNIOR,
                8,
                text("叉车安全作业", "Safe forklift handling"),
                text("起步前检查、装卸、会车、坡道和停放的安全要点。", "Checks, handling, passing, ramps and parking."));
        course(
                5,
                4,
                Grade.SENIOR,
                16,
                text("吊装指挥手势与信号", "Hand signals for lifting"),
                text("统一的指挥手势，避免误解造成的事故。", "Signals everyone reads alike."));
        course(
                6,
                5,
                Grade.JUNIOR,
                30,
                text("失能老人移位技巧", "Moving people who cannot walk"),
                text("从床到轮椅，省力又安全的移位方法。", "From bed to wheelchair, safely and without strain."));
        UUID draft = id(7);
        courses.put(
                draft,
                new CourseForTrainer(
                        draft,
                        FakeIdentity.PLANT,
                        CourseState.DRAFT,
                        1,
                        0,
                        true,
                        new CourseContent(
                                text("二氧化碳气体保护焊", ""),
                                text("", ""),
                                "6-18-02-04",
                                Grade.INTERMEDIATE,
                                12,
                                null,
                                new CompletionRules(90, 0, 0),
                                List.of()),
                        Instant.parse("2026-11-18T06:00:00Z")));
    }

    static LocalText text(String zh, String en) {
        return new LocalText(zh, en);
    }

    static UUID id(int n) {
        return UUID.fromString("0190b000-0000-7000-8000-0000000000%02d".formatted(n));
    }

    private void course(int n, int occupation, Grade grade, int hours, LocalText title, LocalText summary) {
        List<Chapter> chapters = List.of(
                new Chapter(
                        id(60),
                        text("准备工作", "Getting ready"),
                        List.of(new Lesson(
                                TEXT_LESSON,
                                LessonKind.TEXT,
                                text("安全须知与个人防护", "Safety and protective equipment"),
                                text("## 开始之前\n\n- 穿戴面罩、手套", "## Before you start\n\n- Wear a mask and gloves"),
                                null,
                                null,
                                10))),
                new Chapter(
                        id(61),
                        text("操作演示与检验", "Operation and check"),
                        List.of(
                                new Lesson(
                                        VIDEO_LESSON,
                                        LessonKind.VIDEO,
                                        text("平板对接焊操作演示", "Butt welding, shown step by step"),
                                        null,
                                        MEDIA,
                                        null,
                                        15),
                                new Lesson(
                                        QUIZ_LESSON,
                                        LessonKind.QUIZ,
                                        text("课程测验", "Course quiz"),
                                        null,
                                        null,
                                        new PaperRef(PAPER, 1),
                                        20))));
        UUID id = n == 1 ? WELDING : id(n);
        courses.put(
                id,
                new CourseForTrainer(
                        id,
                        FakeIdentity.PLANT,
                        CourseState.PUBLISHED,
                        3,
                        2,
                        n == 2,
                        new CourseContent(
                                title,
                                summary,
                                occupations.get(occupation).code(),
                                grade,
                                hours,
                                n == 1 ? MEDIA : null,
                                new CompletionRules(90, 80, 0),
                                chapters),
                        Instant.parse("2026-11-1%dT06:00:00Z".formatted(n))));
    }

    private Occupation occupation(String code) {
        return occupations.stream()
                .filter(o -> o.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Page<CourseForTrainer> myCourses(String cursor) {
        return new Page<>(List.copyOf(courses.values()), null);
    }

    @Override
    public CourseForTrainer course(UUID id) {
        CourseForTrainer course = courses.get(id);
        if (course == null) {
            throw Refusals.notFound();
        }
        return course;
    }

    @Override
    public CourseForTrainer createCourse(UUID id, NewCourse course) {
        courses.put(
                id,
                new CourseForTrainer(
                        id, course.organisationId(), CourseState.DRAFT, 1, 0, true, course.content(), Instant.now()));
        return courses.get(id);
    }

    @Override
    public CourseForTrainer saveDraft(UUID id, DraftEdit edit) {
        CourseForTrainer c = course(id);
        courses.put(
                id,
                new CourseForTrainer(
                        id,
                        c.organisationId(),
                        c.state(),
                        c.revision() + 1,
                        c.publishedVersion(),
                        true,
                        edit.content(),
                        Instant.now()));
        return courses.get(id);
    }

    @Override
    public CourseForTrainer publish(UUID id, Publish publish) {
        CourseForTrainer c = course(id);
        if (c.draft().chapters().isEmpty()) {
            throw Refusals.of(ProblemCode.INVALID_FIELDS, "还不能发布", "课程还没有课时。", "请先添加章节和课时。");
        }
        courses.put(
                id,
                new CourseForTrainer(
                        id,
                        c.organisationId(),
                        CourseState.PUBLISHED,
                        c.revision() + 1,
                        c.publishedVersion() + 1,
                        false,
                        c.draft(),
                        Instant.now()));
        return courses.get(id);
    }

    @Override
    public CourseForTrainer withdraw(UUID id) {
        CourseForTrainer c = course(id);
        courses.put(
                id,
                new CourseForTrainer(
                        id,
                        c.organisationId(),
                        CourseState.WITHDRAWN,
                        c.revision() + 1,
                        c.publishedVersion(),
                        c.draftDiffers(),
                        c.draft(),
                        Instant.now()));
        return courses.get(id);
    }

    @Override
    public VideoPreview previewVideo(UUID id, UUID mediaId) {
        return new VideoPreview("fake", Instant.now().plusSeconds(900), "/media/" + mediaId + "/master.m3u8");
    }

    @Override
    public CourseView preview(UUID id) {
        return view(course(id));
    }

    private CourseView view(CourseForTrainer c) {
        return new CourseView(
                c.id(),
                c.publishedVersion(),
                c.draft().title(),
                c.draft().summary(),
                occupation(c.draft().occupationCode()),
                c.draft().grade(),
                c.draft().classHours(),
                c.draft().posterMediaId(),
                c.organisationId(),
                FakeIdentity.PLANT_NAME,
                c.draft().rules(),
                c.draft().chapters().stream()
                        .map(ch -> new ChapterView(
                                ch.id(),
                                ch.title(),
                                ch.lessons().stream()
                                        .map(l -> new LessonView(
                                                l.id(),
                                                l.kind(),
                                                l.title(),
                                                l.markdown() == null ? null : html(),
                                                l.mediaId(),
                                                l.paper(),
                                                l.nominalMinutes()))
                                        .toList()))
                        .toList(),
                c.state() == CourseState.WITHDRAWN,
                Instant.parse("2026-10-08T01:00:00Z"));
    }

    private static LocalText html() {
        return text(
                "<h2>开始之前</h2><p>焊接时会产生<strong>强弧光、飞溅和烟尘</strong>。每次作业前，请逐项确认：</p><ul><li>面罩完好，滤光片号数与电流相符</li><li>皮手套、鞋盖、棉质工作服穿戴整齐，裤脚不塞进鞋里</li><li>电缆绝缘无破损，焊钳夹持牢固</li></ul><blockquote><p>雨天露天不得作业；脚下潮湿时先垫干燥木板。</p></blockquote><table><thead><tr><th>焊条直径</th><th>焊接电流</th></tr></thead><tbody><tr><td>2.5 mm</td><td>60–90 A</td></tr><tr><td>3.2 mm</td><td>90–130 A</td></tr></tbody></table>",
                "<h2>Before you start</h2><p>Welding makes <strong>glare, spatter and fumes</strong>. Check each time:</p><ul><li>The mask is whole and its filter fits the current</li><li>Leather gloves, gaiters, cotton clothing</li><li>No damage to the cable</li></ul>");
    }

    @Override
    public CatalogueResult catalogue(
            String q, List<String> trade, List<Grade> grade, List<String> duration, String cursor) {
        List<CourseCard> all = courses.values().stream()
                .filter(c -> c.publishedVersion() > 0)
                .filter(c -> q == null
                        || c.draft().title().zh().contains(q)
                        || c.draft().title().en().toLowerCase().contains(q.toLowerCase()))
                .filter(c -> trade == null || trade.contains(c.draft().occupationCode()))
                .filter(c -> grade == null || grade.contains(c.draft().grade()))
                .map(c -> card(c, q))
                .toList();
        List<FacetValue> trades = new ArrayList<>();
        occupations.forEach(o -> trades.add(new FacetValue(
                o.code(),
                o.name(),
                courses.values().stream()
                        .filter(c -> c.publishedVersion() > 0
                                && c.draft().occupationCode().equals(o.code()))
                        .count())));
        return new CatalogueResult(
                all,
                List.of(
                        new Facet("trade", trades),
                        new Facet(
                                "grade",
                                List.of(
                                        new FacetValue("JUNIOR", text("初级工", "Junior"), 4),
                                        new FacetValue("INTERMEDIATE", text("中级工", "Intermediate"), 1),
                                        new FacetValue("SENIOR", text("高级工", "Senior"), 1))),
                        new Facet(
                                "duration",
                                List.of(
                                        new FacetValue("short", text("8 学时以内", "Up to 8 hours"), 4),
                                        new FacetValue("medium", text("9–24 学时", "9 to 24 hours"), 1),
                                        new FacetValue("long", text("24 学时以上", "Over 24 hours"), 1)))),
                all.size(),
                false,
                null);
    }

    private CourseCard card(CourseForTrainer c, String q) {
        String mark = q == null ? null : c.draft().title().zh().replace(q, "<mark>" + q + "</mark>");
        return new CourseCard(
                c.id(),
                c.publishedVersion(),
                c.draft().title(),
                c.draft().summary(),
                occupation(c.draft().occupationCode()),
                c.draft().grade(),
                c.draft().classHours(),
                c.draft().chapters().stream()
                        .flatMap(x -> x.lessons().stream())
                        .mapToInt(Lesson::nominalMinutes)
                        .sum(),
                c.draft().posterMediaId(),
                FakeIdentity.PLANT_NAME,
                mark,
                null);
    }

    @Override
    public List<String> suggestions(String q) {
        return courses.values().stream()
                .map(c -> c.draft().title().zh())
                .filter(t -> t.contains(q))
                .toList();
    }

    @Override
    public CourseView courseView(UUID courseId, Integer version) {
        return view(course(courseId));
    }

    @Override
    public List<Occupation> occupations() {
        return occupations;
    }

    @Override
    public RebuildState rebuild() {
        return new RebuildState("RUNNING", 0, 6, null, null);
    }

    @Override
    public RebuildState rebuildState() {
        return new RebuildState("DONE", 6, 6, "courses-2", Instant.parse("2026-11-20T01:00:00Z"));
    }
}
