package cn.jiangxue.credential.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.Grade;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradeBadgeTest {

    private final Map<String, Object> document =
            SampleBadge.of(Grade.INTERMEDIATE, null).document();

    @Test
    void it_is_an_open_badge_on_a_verifiable_credential() {
        assertThat(document)
                .containsEntry("@context", List.of(GradeBadge.VC_CONTEXT, GradeBadge.OB_CONTEXT))
                .containsEntry("id", "urn:uuid:01930000-0000-7000-8000-000000000001")
                .containsEntry("type", List.of("VerifiableCredential", "OpenBadgeCredential"))
                .containsEntry("name", "职业技能等级证书（车工·中级工（四级））")
                .containsEntry("description", "Certificate of skill grade: Turner, Intermediate worker (grade 4)")
                .containsEntry("validFrom", "2026-11-20T04:00:00Z")
                .containsEntry("awardedDate", "2026-11-20T04:00:00Z")
                .doesNotContainKey("validUntil");
        assertThat(document.get("issuer").toString())
                .contains("id=did:web:127.0.0.1%3A8080", "name=江南职业技能认定中心", "url=http://127.0.0.1:8080");
    }

    @Test
    void it_says_until_when_it_is_valid_if_it_ends() {
        assertThat(SampleBadge.of(Grade.SENIOR, Instant.parse("2029-11-20T04:00:00Z"))
                        .document())
                .containsEntry("validUntil", "2029-11-20T04:00:00Z");
    }

    @Test
    void the_subject_has_the_number_the_criteria_and_no_clear_name() {
        assertThat(document.get("credentialSubject").toString())
                .contains("licenseNumber=JX2026-3-", "criteria={narrative=符合车工职业标准", "humanCode=6-18-01-01")
                .contains("hashed=true", "identityHash=sha256$00ff", "identityType=name", "salt=c2FsdA")
                .contains("achievementType=JourneymanCertificate")
                .contains("id=http://127.0.0.1:8080/standards/6-18-01-01/INTERMEDIATE");
    }

    @Test
    void it_has_a_place_in_the_list_of_each_status() {
        assertThat(document.get("credentialStatus"))
                .isEqualTo(List.of(
                        Map.of(
                                "id", "http://127.0.0.1:8080/credentials/status/revocation-1#51511",
                                "type", "BitstringStatusListEntry",
                                "statusPurpose", "revocation",
                                "statusListIndex", "51511",
                                "statusListCredential", "http://127.0.0.1:8080/credentials/status/revocation-1"),
                        Map.of(
                                "id", "http://127.0.0.1:8080/credentials/status/suspension-1#51511",
                                "type", "BitstringStatusListEntry",
                                "statusPurpose", "suspension",
                                "statusListIndex", "51511",
                                "statusListCredential", "http://127.0.0.1:8080/credentials/status/suspension-1")));
    }

    @Test
    void a_status_list_is_a_credential_of_its_own() {
        Map<String, Object> list = GradeBadge.statusList(
                SampleBadge.ISSUER, "revocation", 2, "uAAA", Instant.parse("2026-11-20T04:00:00Z"), 60);

        assertThat(list)
                .containsEntry("id", "http://127.0.0.1:8080/credentials/status/revocation-2")
                .containsEntry("issuer", "did:web:127.0.0.1%3A8080")
                .containsEntry("type", List.of("VerifiableCredential", "BitstringStatusListCredential"))
                .containsEntry("validFrom", "2026-11-20T04:00:00Z")
                .containsEntry("validUntil", "2026-11-20T04:01:00Z")
                .containsEntry(
                        "credentialSubject",
                        Map.of(
                                "id", "http://127.0.0.1:8080/credentials/status/revocation-2#list",
                                "type", "BitstringStatusList",
                                "statusPurpose", "revocation",
                                "encodedList", "uAAA"));
    }

    @Test
    void each_grade_has_a_type_of_the_closed_list() {
        assertThat(GradeBadge.achievementType(Grade.APPRENTICE)).isEqualTo("ApprenticeshipCertificate");
        assertThat(GradeBadge.achievementType(Grade.JUNIOR)).isEqualTo("JourneymanCertificate");
        assertThat(GradeBadge.achievementType(Grade.SENIOR)).isEqualTo("JourneymanCertificate");
        assertThat(GradeBadge.achievementType(Grade.TECHNICIAN)).isEqualTo("MasterCertificate");
        assertThat(GradeBadge.achievementType(Grade.CHIEF_TECHNICIAN)).isEqualTo("MasterCertificate");
    }
}
