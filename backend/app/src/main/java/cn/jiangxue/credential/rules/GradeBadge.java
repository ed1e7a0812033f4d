package cn.jiangxue.credential.rules;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A skill grade as an Open Badges 3.0 AchievementCredential, before it is signed. It holds the holder's name only as a salted hash.
 *
 * @param place of its bit in the lists of {@code listNumber}
 * @param nameHash {@code sha256$} and the hexadecimal digest of name and salt
 */
public record GradeBadge(
        UUID id,
        DidWeb issuer,
        LocalText institution,
        CertificateNumber number,
        String occupationCode,
        LocalText occupation,
        String edition,
        Grade grade,
        LocalText gradeName,
        LocalText criteria,
        Instant awardedAt,
        @Nullable Instant expiresAt,
        int listNumber,
        int place,
        String nameHash,
        String nameSalt) {

    public static final String VC_CONTEXT = "https://www.w3.org/ns/credentials/v2";
    public static final String OB_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /** What it is called on every page and certificate. */
    public static LocalText title(LocalText occupation, LocalText gradeName) {
        return new LocalText(
                "职业技能等级证书（%s·%s）".formatted(occupation.zh(), gradeName.zh()),
                "Certificate of skill grade: %s, %s".formatted(occupation.en(), gradeName.en()));
    }

    /** The {@code id} inside the document. */
    public static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    /** The JSON document as maps, lists and text. */
    public Map<String, Object> document() {
        LocalText title = title(occupation, gradeName);
        Map<String, Object> badge = new LinkedHashMap<>();
        badge.put("@context", List.of(VC_CONTEXT, OB_CONTEXT));
        badge.put("id", urn(id));
        badge.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        badge.put("name", title.zh());
        badge.put("description", title.en());
        badge.put(
                "issuer",
                ordered(
                        "id",
                        issuer.did(),
                        "type",
                        List.of("Profile"),
                        "name",
                        institution.zh(),
                        "url",
                        issuer.base()));
        badge.put("validFrom", seconds(awardedAt));
        if (expiresAt != null) {
            badge.put("validUntil", seconds(expiresAt));
        }
        badge.put("awardedDate", seconds(awardedAt));
        badge.put("credentialSubject", subject(title));
        badge.put("credentialStatus", List.of(status("revocation"), status("suspension")));
        return badge;
    }

    private Map<String, Object> subject(LocalText title) {
        Map<String, Object> holder = ordered(
                "type",
                "IdentityObject",
                "hashed",
                true,
                "identityHash",
                nameHash,
                "identityType",
                "name",
                "salt",
                nameSalt);
        Map<String, Object> achievement = ordered(
                "id", issuer.base() + "/standards/" + occupationCode + "/" + grade,
                "type", List.of("Achievement"),
                "achievementType", achievementType(grade),
                "humanCode", occupationCode,
                "name", title.zh(),
                "description", title.en() + " (" + edition + ")",
                "criteria", ordered("narrative", criteria.zh()));
        return ordered(
                "type", List.of("AchievementSubject"),
                "identifier", List.of(holder),
                "licenseNumber", number.text(),
                "achievement", achievement);
    }

    private Map<String, Object> status(String purpose) {
        String list = listAddress(issuer, purpose, listNumber);
        return ordered(
                "id",
                list + "#" + place,
                "type",
                "BitstringStatusListEntry",
                "statusPurpose",
                purpose,
                "statusListIndex",
                String.valueOf(place),
                "statusListCredential",
                list);
    }

    /** Where a status list is served. */
    public static String listAddress(DidWeb issuer, String purpose, int listNumber) {
        return issuer.base() + "/credentials/status/" + purpose + "-" + listNumber;
    }

    /** A status list as a credential, before it is signed. */
    public static Map<String, Object> statusList(
            DidWeb issuer, String purpose, int listNumber, String encodedBits, Instant at, int lifeSeconds) {
        String address = listAddress(issuer, purpose, listNumber);
        return ordered(
                "@context", List.of(VC_CONTEXT),
                "id", address,
                "type", List.of("VerifiableCredential", "BitstringStatusListCredential"),
                "issuer", issuer.did(),
                "validFrom", seconds(at),
                "validUntil", seconds(at.plusSeconds(lifeSeconds)),
                "credentialSubject",
                        ordered(
                                "id",
                                address + "#list",
                                "type",
                                "BitstringStatusList",
                                "statusPurpose",
                                purpose,
                                "encodedList",
                                encodedBits));
    }

    /** The closed list of Open Badges 3.0 has three steps of craft; ours has eight. */
    static String achievementType(Grade grade) {
        return switch (grade) {
            case APPRENTICE -> "ApprenticeshipCertificate";
            case JUNIOR, INTERMEDIATE, SENIOR -> "JourneymanCertificate";
            case TECHNICIAN, SENIOR_TECHNICIAN, SPECIAL_TECHNICIAN, CHIEF_TECHNICIAN -> "MasterCertificate";
        };
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
