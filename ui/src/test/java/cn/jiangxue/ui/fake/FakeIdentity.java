package cn.jiangxue.ui.fake;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/** People: 李明 (learner), 王芳 (trainer), 赵强 (officer), 陈静 (administrator), 周宁 (all of these), 吴新 (learner with nothing yet). */
public class FakeIdentity implements IdentityApi {

    public static final String PASSWORD = "demo-password";
    public static final UUID PLANT = UUID.fromString("0190a000-0000-7000-8000-00000000c001");
    public static final UUID SCHOOL = UUID.fromString("0190a000-0000-7000-8000-00000000c002");
    public static final UUID CITY = UUID.fromString("0190a000-0000-7000-8000-00000000c003");
    static final LocalText PLANT_NAME = new LocalText("江城重工有限公司", "Jiangcheng Heavy Industry");
    static final LocalText SCHOOL_NAME = new LocalText("江城职业技能鉴定中心", "Jiangcheng Skills Assessment Centre");
    static final LocalText CITY_NAME = new LocalText("江城市总工会", "Jiangcheng City Federation of Trade Unions");

    private final Map<String, Me> people = new LinkedHashMap<>();
    public int refreshes;

    public FakeIdentity() {
        person("liming", "李明", held(Role.LEARNER, PLANT, PLANT_NAME));
        person("wangfang", "王芳", held(Role.TRAINER, PLANT, PLANT_NAME));
        person("zhaoqiang", "赵强", held(Role.RECOGNITION_OFFICER, SCHOOL, SCHOOL_NAME));
        person("chenjing", "陈静", held(Role.ADMINISTRATOR, CITY, CITY_NAME));
        person("wuxin", "吴新", held(Role.LEARNER, PLANT, PLANT_NAME));
        person(
                "zhouning",
                "周宁",
                held(Role.LEARNER, PLANT, PLANT_NAME),
                held(Role.TRAINER, PLANT, PLANT_NAME),
                held(Role.RECOGNITION_OFFICER, SCHOOL, SCHOOL_NAME),
                held(Role.ADMINISTRATOR, CITY, CITY_NAME));
    }

    private static HeldRole held(Role role, UUID organisation, LocalText name) {
        return new HeldRole(role, organisation, name);
    }

    private void person(String user, String name, HeldRole... roles) {
        int n = people.size() + 1;
        people.put(
                user,
                new Me(
                        UUID.fromString("0190a000-0000-7000-8000-0000000000%02d".formatted(n)),
                        UUID.fromString("0190a000-0000-7000-8000-0000000001%02d".formatted(n)),
                        user,
                        name,
                        "138****%04d".formatted(n),
                        n == 1 ? "3201**********1234" : null,
                        List.of(roles),
                        consents(n == 1),
                        false));
    }

    private static List<Consent> consents(boolean given) {
        return List.of(
                new Consent(
                        ConsentKind.TERMS,
                        1,
                        new LocalText("使用本平台即表示您了解平台规则。", "By using the platform you know its rules."),
                        1,
                        Instant.parse("2026-03-01T02:00:00Z")),
                new Consent(
                        ConsentKind.REAL_NAME,
                        2,
                        new LocalText(
                                "为把学分和证书记到您本人名下，平台保存您的姓名和身份证号，单独加密，处处脱敏，每次查看都有记录。",
                                "To put credit and credentials in your name, the platform keeps your name and identity number, encrypted, masked, each look logged."),
                        given ? 2 : null,
                        given ? Instant.parse("2026-03-01T02:00:00Z") : null),
                new Consent(
                        ConsentKind.STUDY_RECORD,
                        1,
                        new LocalText(
                                "为证明学时真实，平台按秒记录您播放了视频的哪些部分。记录只用于计算学时和学分，您随时可以查看。",
                                "To prove study time, the platform records by the second which parts of a video you played. The record is used for study time and credit only, and you can see it at any time."),
                        given ? 1 : null,
                        given ? Instant.parse("2026-03-01T02:00:00Z") : null));
    }

    public Me of(String user) {
        return people.get(user);
    }

    /** Who is signed in on this thread. */
    public Me current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        String id = authentication == null ? "" : authentication.getName();
        return people.values().stream()
                .filter(me -> me.personId().toString().equals(id))
                .findFirst()
                .orElse(people.get("liming"));
    }

    @Override
    public Tokens signIn(SignIn signIn) {
        Me me = people.get(signIn.login());
        if (me == null || !signIn.password().equals(PASSWORD)) {
            throw Refusals.of(ProblemCode.SIGN_IN_REFUSED, "登录失败", "账号或密码不正确。", "请检查后再试；忘记密码可请本单位管理员重置。");
        }
        return new Tokens("access-0", 600, "refresh-0", me);
    }

    @Override
    public Tokens refresh(Refresh refresh) {
        refreshes++;
        return new Tokens("access-" + refreshes, 600, "refresh-" + refreshes, current());
    }

    @Override
    public void signOut() {}

    @Override
    public void signOutEverywhere() {}

    @Override
    public Me me() {
        return current();
    }

    @Override
    public void changePassword(PasswordChange change) {
        if (!change.currentPassword().equals(PASSWORD)) {
            throw Refusals.of(ProblemCode.SIGN_IN_REFUSED, "当前密码不正确", "密码没有修改。", "请重新输入当前密码。");
        }
    }

    private Me replace(Me changed) {
        people.put(changed.userName(), changed);
        return changed;
    }

    @Override
    public Me registerRealName(RealName realName) {
        Me me = current();
        return replace(new Me(
                me.personId(),
                me.learnerId(),
                me.userName(),
                realName.name(),
                me.phone(),
                realName.identityNumber().substring(0, 4) + "**********"
                        + realName.identityNumber().substring(14),
                me.roles(),
                me.consents(),
                false));
    }

    @Override
    public Me decideConsent(ConsentKind kind, ConsentDecision decision) {
        Me me = current();
        List<Consent> consents = me.consents().stream()
                .map(c -> c.kind() == kind
                        ? new Consent(
                                kind,
                                c.currentVersion(),
                                c.text(),
                                decision.given() ? decision.version() : null,
                                Instant.now())
                        : c)
                .toList();
        return replace(new Me(
                me.personId(),
                me.learnerId(),
                me.userName(),
                me.displayName(),
                me.phone(),
                me.identityNumber(),
                me.roles(),
                consents,
                me.mustChangePassword()));
    }

    private static PersonView view(Me me) {
        return new PersonView(
                me.personId(),
                me.userName(),
                me.displayName(),
                me.phone(),
                me.identityNumber(),
                me.roles(),
                false,
                Instant.parse("2026-03-01T02:00:00Z"));
    }

    private Me byId(UUID id) {
        return people.values().stream()
                .filter(me -> me.personId().equals(id))
                .findFirst()
                .orElseThrow(Refusals::notFound);
    }

    @Override
    public Page<PersonView> people(UUID organisation, String text, String cursor) {
        return new Page<>(
                people.values().stream()
                        .filter(me -> text == null || me.userName().contains(text))
                        .map(FakeIdentity::view)
                        .toList(),
                null);
    }

    @Override
    public PersonView person(UUID personId) {
        return view(byId(personId));
    }

    @Override
    public PersonView createPerson(UUID personId, NewPerson person) {
        Me me = new Me(
                personId,
                UUID.randomUUID(),
                person.userName(),
                person.displayName(),
                person.phone(),
                null,
                List.of(held(person.role(), person.organisationId(), PLANT_NAME)),
                consents(false),
                person.mustChangePassword());
        return view(replace(me));
    }

    @Override
    public PersonView giveRole(UUID personId, Role role, UUID organisationId) {
        Me me = byId(personId);
        List<HeldRole> roles = new ArrayList<>(me.roles());
        roles.add(held(role, organisationId, PLANT_NAME));
        return view(replace(with(me, roles)));
    }

    @Override
    public PersonView takeRole(UUID personId, Role role, UUID organisationId) {
        Me me = byId(personId);
        return view(replace(with(
                me,
                me.roles().stream()
                        .filter(r -> r.role() != role || !r.organisationId().equals(organisationId))
                        .toList())));
    }

    private static Me with(Me me, List<HeldRole> roles) {
        return new Me(
                me.personId(),
                me.learnerId(),
                me.userName(),
                me.displayName(),
                me.phone(),
                me.identityNumber(),
                roles,
                me.consents(),
                me.mustChangePassword());
    }

    @Override
    public TemporaryPassword resetPassword(UUID personId) {
        return new TemporaryPassword("Xk7-Qm2-Rt9");
    }

    @Override
    public Unmasked unmask(UUID personId, UnmaskRequest request) {
        return new Unmasked("李明", "320102199003071234", LocalDate.of(1990, 3, 7));
    }

    @Override
    public PersonView findByIdentityNumber(IdentityLookup lookup) {
        return view(people.get("liming"));
    }

    @Override
    public PersonView createFirstAdministrator(FirstAdministrator administrator) {
        return view(people.get("chenjing"));
    }
}
