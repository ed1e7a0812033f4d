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
            "CITY");

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
