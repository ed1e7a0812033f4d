package cn.jiangxue.local.seed;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Role;
import java.util.List;
import java.util.UUID;

/** The people of the demo. Names are invented; the password is printed, so these accounts exist in demo mode on loopback only. */
final class DemoPeople {
    static final String PASSWORD = "jiangxue-2026";

    static final DemoPerson ADMINISTRATOR = person(
            1,
            "admin",
            "管理员 王静",
            Role.ADMINISTRATOR,
            DemoOrganisation.NATIONAL,
            "人员与角色、组织树、审计",
            "people and roles, organisations, audit");
    static final DemoPerson EMPLOYER = person(
            2,
            "renshi",
            "人事 赵敏",
            Role.ADMINISTRATOR,
            DemoOrganisation.EMPLOYER,
            "批量报名，看谁学到哪里",
            "enrol people in bulk, see who stands where");
    static final DemoPerson TRAINER = person(
            3,
            "laoshi",
            "培训师 李建国",
            Role.TRAINER,
            DemoOrganisation.COLLEGE,
            "上传视频、编课程、出题、发布",
            "upload videos, edit courses, write questions, publish");
    static final DemoPerson ASSESSOR = person(
            4,
            "kaoping",
            "考评员 陈立",
            Role.ASSESSOR,
            DemoOrganisation.RECOGNITION,
            "为参加考核的申请人逐科评分",
            "mark those who are examined, part by part");
    static final DemoPerson OFFICER = person(
            5,
            "rending",
            "认定专员 周颖",
            Role.RECOGNITION_OFFICER,
            DemoOrganisation.RECOGNITION,
            "受理晋级申请，批准或退回",
            "decide applications for a grade");
    static final DemoPerson SECOND_OFFICER = person(
            6,
            "fuhe",
            "认定专员 吴磊",
            Role.RECOGNITION_OFFICER,
            DemoOrganisation.RECOGNITION,
            "同一申请只会有一个决定",
            "one case gets one decision");
    static final DemoPerson TURNER = person(
            7,
            "zhanggong",
            "张大伟",
            Role.LEARNER,
            DemoOrganisation.EMPLOYER,
            "车工，干了六年：找课、学习、得学分、申请四级",
            "turner for six years: find a course, study, earn credit, apply for grade 4");
    static final DemoPerson ELECTRICIAN = person(
            8,
            "liudiangong",
            "刘芳",
            Role.LEARNER,
            DemoOrganisation.EMPLOYER,
            "电工，已报名，继续学习",
            "electrician, enrolled, goes on studying");
    static final DemoPerson SECOND_REVIEWER = person(
            10,
            "pingshen",
            "学分认定员 许强",
            Role.RECOGNITION_OFFICER,
            DemoOrganisation.VOCATIONAL_COLLEGE,
            "评审组的第二票",
            "the panel's second vote");
    static final DemoPerson BANKER = person(
            11,
            "xuefen",
            "学分银行专员 何静",
            Role.RECOGNITION_OFFICER,
            DemoOrganisation.CREDIT_BANK,
            "自证成果的批量决定",
            "decide many cases that prove themselves");
    static final DemoPerson APPEALS = person(
            12,
            "fuyi",
            "申诉复核员 罗敏",
            Role.RECOGNITION_OFFICER,
            DemoOrganisation.PROVINCE,
            "督办超期申请，复核申诉",
            "see what is overdue, rule on appeals");

    static final DemoPerson STANDARDS = person(
            13,
            "biaozhun",
            "标准专员 秦岚",
            Role.RECOGNITION_OFFICER,
            DemoOrganisation.NATIONAL,
            "起草、发布职业标准和资历框架",
            "draft and adopt standards and the framework");

    static final DemoPerson ENTERPRISE_ASSESSOR = person(
            14,
            "chejian",
            "企业考评员 马超",
            Role.ASSESSOR,
            DemoOrganisation.EMPLOYER,
            "按企业评价方案为本企业职工评分",
            "mark workers of the enterprise under its plan");

    static final DemoPerson COLLEGE_OFFICER = person(
            9,
            "huren",
            "认定专员 孙慧",
            Role.RECOGNITION_OFFICER,
            DemoOrganisation.VOCATIONAL_COLLEGE,
            "签署转换规则，评审成果认定",
            "sign transfer rules, review recognition cases");

    static final List<DemoPerson> ALL = List.of(
            TURNER,
            ELECTRICIAN,
            TRAINER,
            OFFICER,
            SECOND_OFFICER,
            COLLEGE_OFFICER,
            SECOND_REVIEWER,
            BANKER,
            APPEALS,
            STANDARDS,
            ASSESSOR,
            ENTERPRISE_ASSESSOR,
            EMPLOYER,
            ADMINISTRATOR);

    private DemoPeople() {}

    private static DemoPerson person(
            int number, String userName, String name, Role role, DemoOrganisation organisation, String zh, String en) {
        UUID id =
                UUID.fromString("019b8a20-%04x-7b%02x-8b%02x-3d5c1e6f1%03x".formatted(number, number, number, number));
        return new DemoPerson(id, userName, name, PASSWORD, role, organisation, new LocalText(zh, en));
    }
}
