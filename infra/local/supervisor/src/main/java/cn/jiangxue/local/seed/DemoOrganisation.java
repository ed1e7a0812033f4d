package cn.jiangxue.local.seed;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import java.util.Optional;
import java.util.UUID;

/** The organisations of the demo, those above before those below. All names but the first are invented. */
public enum DemoOrganisation {
    NATIONAL("", OrganisationKind.UNION_NATIONAL, "中华全国总工会", "All-China Federation of Trade Unions", ""),
    PROVINCE(
            "019b8a10-0001-7a11-8a01-3d5c1e6f0001",
            OrganisationKind.UNION_PROVINCE,
            "江东省总工会",
            "Jiangdong Federation of Trade Unions",
            "NATIONAL"),
    CITY(
            "019b8a10-0002-7a12-8a02-3d5c1e6f0002",
            OrganisationKind.UNION_CITY,
            "临江市总工会",
            "Linjiang City Federation of Trade Unions",
            "PROVINCE"),
    DISTRICT(
            "019b8a10-0003-7a13-8a03-3d5c1e6f0003",
            OrganisationKind.UNION_DISTRICT,
            "滨江区总工会",
            "Binjiang District Federation of Trade Unions",
            "CITY"),
    ENTERPRISE_UNION(
            "019b8a10-0004-7a14-8a04-3d5c1e6f0004",
            OrganisationKind.UNION_ENTERPRISE,
            "匠心精工有限公司工会",
            "Trade union of Jiangxin Precision",
            "DISTRICT"),
    EMPLOYER(
            "019b8a10-0005-7a15-8a05-3d5c1e6f0005",
            OrganisationKind.EMPLOYER,
            "匠心精工有限公司",
            "Jiangxin Precision Co., Ltd.",
            "DISTRICT"),
    COLLEGE(
            "019b8a10-0006-7a16-8a06-3d5c1e6f0006",
            OrganisationKind.INSTITUTION,
            "临江工匠学院",
            "Linjiang College of Crafts",
            "CITY"),
    RECOGNITION(
            "019b8a10-0007-7a17-8a07-3d5c1e6f0007",
            OrganisationKind.INSTITUTION,
            "临江市职业技能等级认定中心",
            "Linjiang Skill Grade Recognition Centre",
            "CITY"),
    VOCATIONAL_COLLEGE(
            "019b8a10-0008-7a18-8a08-3d5c1e6f0008",
            OrganisationKind.INSTITUTION,
            "江东职业技术学院",
            "Jiangdong Vocational College",
            "PROVINCE"),
    TECHNICIAN_COLLEGE(
            "019b8a10-0009-7a19-8a09-3d5c1e6f0009",
            OrganisationKind.INSTITUTION,
            "江东技师学院",
            "Jiangdong Technician College",
            "PROVINCE"),
    UNIVERSITY(
            "019b8a10-000a-7a1a-8a0a-3d5c1e6f000a",
            OrganisationKind.INSTITUTION,
            "临江应用技术大学",
            "Linjiang University of Applied Technology",
            "PROVINCE"),
    OPEN_UNIVERSITY(
            "019b8a10-000b-7a1b-8a0b-3d5c1e6f000b",
            OrganisationKind.INSTITUTION,
            "江东开放大学",
            "Jiangdong Open University",
            "PROVINCE"),
    SECONDARY_SCHOOL(
            "019b8a10-000c-7a1c-8a0c-3d5c1e6f000c",
            OrganisationKind.INSTITUTION,
            "临江机电物流职业学校",
            "Linjiang Vocational School of Machines and Logistics",
            "CITY"),
    CREDIT_BANK(
            "019b8a10-000d-7a1d-8a0d-3d5c1e6f000d",
            OrganisationKind.INSTITUTION,
            "江东省学分银行管理中心",
            "Jiangdong Credit Bank",
            "PROVINCE"),
    WELDING_SOCIETY(
            "019b8a10-000e-7a1e-8a0e-3d5c1e6f000e",
            OrganisationKind.INSTITUTION,
            "江东省焊接技术协会",
            "Jiangdong Welding Society",
            "PROVINCE"),
    TRAINING_BASE(
            "019b8a10-000f-7a1f-8a0f-3d5c1e6f000f",
            OrganisationKind.INSTITUTION,
            "临江市公共实训基地",
            "Linjiang Public Training Base",
            "CITY"),
    CONTEST_OFFICE(
            "019b8a10-0010-7a20-8a10-3d5c1e6f0010",
            OrganisationKind.INSTITUTION,
            "江东省职业技能竞赛办公室",
            "Jiangdong Skills Contest Office",
            "PROVINCE"),
    TITLE_COMMITTEE(
            "019b8a10-0011-7a21-8a11-3d5c1e6f0011",
            OrganisationKind.INSTITUTION,
            "江东省工程系列职称评审委员会",
            "Jiangdong Engineering Titles Committee",
            "PROVINCE"),
    SAFETY_EXAMINER(
            "019b8a10-0012-7a22-8a12-3d5c1e6f0012",
            OrganisationKind.INSTITUTION,
            "江东省安全生产考核中心",
            "Jiangdong Safety Examination Centre",
            "PROVINCE"),
    ENTERPRISE_CENTRE(
            "019b8a10-0013-7a23-8a13-3d5c1e6f0013",
            OrganisationKind.INSTITUTION,
            "匠心精工技能人才评价中心",
            "Jiangxin Precision Skills Evaluation Centre",
            "DISTRICT");

    private final String id;
    private final OrganisationKind kind;
    private final LocalText displayName;
    private final String parent;

    DemoOrganisation(String id, OrganisationKind kind, String zh, String en, String parent) {
        this.id = id;
        this.kind = kind;
        this.displayName = new LocalText(zh, en);
        this.parent = parent;
    }

    /** Fixed; empty for the national union, which the service itself makes with the first administrator. */
    Optional<UUID> id() {
        return id.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(id));
    }

    OrganisationKind kind() {
        return kind;
    }

    public LocalText displayName() {
        return displayName;
    }

    Optional<DemoOrganisation> parent() {
        return parent.isEmpty() ? Optional.empty() : Optional.of(valueOf(parent));
    }
}
