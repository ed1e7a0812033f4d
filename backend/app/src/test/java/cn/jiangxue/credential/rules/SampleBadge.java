package cn.jiangxue.credential.rules;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A badge for the tests of this feature. */
public final class SampleBadge {

    public static final DidWeb ISSUER = new DidWeb("http://127.0.0.1:8080");

    private SampleBadge() {}

    public static GradeBadge of(Grade grade, @Nullable Instant expiresAt) {
        return new GradeBadge(
                UUID.fromString("01930000-0000-7000-8000-000000000001"),
                ISSUER,
                new LocalText("江南职业技能认定中心", "Jiangnan Skill Recognition Centre"),
                CertificateNumber.of(2026, grade, 123_456_789L),
                "6-18-01-01",
                new LocalText("车工", "Turner"),
                "2026-样例1",
                grade,
                new LocalText("中级工（四级）", "Intermediate worker (grade 4)"),
                new LocalText("符合车工职业标准2026-样例1中级工申报条件，经认定机构评审通过。", "Meets the conditions."),
                Instant.parse("2026-11-20T04:00:00.123Z"),
                expiresAt,
                1,
                51_511,
                "sha256$00ff",
                "c2FsdA");
    }
}
