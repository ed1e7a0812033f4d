package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;

/** What a learner may attain (学习成果). */
public enum OutcomeKind {
    COURSE("课程", "Course"),
    TRAINING("培训", "Training"),
    SKILL_GRADE("职业技能等级", "Skill grade"),
    VOCATIONAL_QUALIFICATION("职业资格", "Vocational qualification"),
    SPECIAL_ABILITY("专项职业能力", "Special-ability certificate"),
    DEGREE_COURSE("学历教育课程", "Degree course"),
    DEGREE("学历学位", "Degree"),
    COMPETITION("技能竞赛成绩", "Competition result"),
    INNOVATION("技术创新成果", "Innovation"),
    APPRENTICESHIP("学徒培养", "Apprenticeship"),
    WORK_EXPERIENCE("工作经历", "Work experience"),
    PROFESSIONAL_TITLE("专业技术职称", "Professional title"),
    PRIOR_LEARNING("先前学习认定", "Prior learning");

    private final LocalText label;

    OutcomeKind(String zh, String en) {
        label = new LocalText(zh, en);
    }

    public LocalText label() {
        return label;
    }
}
