package cn.jiangxue.organisation;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;

/** Words for kinds of organisation. */
final class OrganisationTexts {

    static final LocalText NEEDS_PARENT = new LocalText("工会必须有上级工会", "a union needs a union above it");
    static final LocalText ONE_NATIONAL = new LocalText("全国总工会只有一个，已经建立", "there is one national union, and it exists");

    private OrganisationTexts() {}

    static LocalText cannotHold(OrganisationKind parent) {
        LocalText above = kind(parent);
        return new LocalText("它不能设在" + above.zh() + "之下", "it cannot stand below: " + above.en());
    }

    static LocalText kind(OrganisationKind kind) {
        return switch (kind) {
            case UNION_NATIONAL -> new LocalText("全国总工会", "national union");
            case UNION_PROVINCE -> new LocalText("省级工会", "provincial union");
            case UNION_CITY -> new LocalText("市级工会", "city union");
            case UNION_DISTRICT -> new LocalText("区县工会", "district union");
            case UNION_ENTERPRISE -> new LocalText("企业工会", "enterprise union");
            case EMPLOYER -> new LocalText("用人单位", "employer");
            case INSTITUTION -> new LocalText("院校或培训机构", "institution");
        };
    }
}
