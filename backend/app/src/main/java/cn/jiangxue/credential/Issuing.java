package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credential.CredentialDocument.Issued;
import cn.jiangxue.credential.CredentialRegister.Place;
import cn.jiangxue.credential.rules.CertificateNumber;
import cn.jiangxue.credential.rules.GradeBadge;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.promotion.GradeDecided;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Issues one credential for each decided grade, however often it is told of it. */
@Component
class Issuing {

    private static final int NUMBER_TRIES = 8;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CredentialRegister register;
    private final DataIntegrity integrity;
    private final IssuerKeys keys;
    private final Holders holders;
    private final Events events;
    private final Outbox outbox;
    private final CivilTime time;

    Issuing(
            CredentialRegister register,
            DataIntegrity integrity,
            IssuerKeys keys,
            Holders holders,
            Events events,
            Outbox outbox,
            CivilTime time) {
        this.register = register;
        this.integrity = integrity;
        this.keys = keys;
        this.holders = holders;
        this.events = events;
        this.outbox = outbox;
        this.time = time;
    }

    /** Completes when the credential of this decision is durable. */
    Mono<Void> issue(GradeDecided decided) {
        return register.find(decided.credentialId())
                .switchIfEmpty(Mono.defer(() -> make(decided)))
                .then();
    }

    private Mono<CredentialDocument> make(GradeDecided decided) {
        return Mono.zip(number(decided, NUMBER_TRIES), register.nextPlace(), holders.name(decided.learnerId()))
                .flatMap(parts -> Blocking.call(() -> sign(decided, parts.getT1(), parts.getT2(), parts.getT3())))
                .flatMap(signed -> register.insert(signed)
                        .doOnSuccess(inserted -> outbox.wake(CredentialDocument.COLLECTION))
                        .thenReturn(signed));
    }

    private Mono<CertificateNumber> number(GradeDecided decided, int tries) {
        CertificateNumber drawn =
                CertificateNumber.of(decided.decidedOn().getYear(), decided.grade(), RANDOM.nextLong());
        return register.claim(drawn, decided.credentialId()).flatMap(claimed -> {
            if (claimed) {
                return Mono.just(drawn);
            }
            return tries > 1
                    ? number(decided, tries - 1)
                    : Mono.error(new IllegalStateException("no free certificate number in " + NUMBER_TRIES + " draws"));
        });
    }

    private CredentialDocument sign(GradeDecided decided, CertificateNumber number, Place place, String name) {
        String salt = salt();
        LocalText criteria = new LocalText(
                "符合《%s》职业标准（%s）%s申报条件（%s），经%s评审通过。"
                        .formatted(
                                decided.occupation().zh(),
                                decided.edition(),
                                decided.gradeName().zh(),
                                decided.metPath().zh(),
                                decided.institutionName().zh()),
                "");
        GradeBadge badge = new GradeBadge(
                decided.credentialId(),
                keys.issuer(),
                decided.institutionName(),
                number,
                decided.occupationCode(),
                decided.occupation(),
                decided.edition(),
                decided.grade(),
                decided.gradeName(),
                criteria,
                decided.decidedAt(),
                null,
                place.listNumber(),
                place.position(),
                nameHash(name, salt),
                salt);
        String signed = integrity.sign(badge.document(), time.clock().instant()).toString();
        return stored(decided, number, place, signed);
    }

    private CredentialDocument stored(GradeDecided decided, CertificateNumber number, Place place, String signed) {
        AuditFact fact = new AuditFact(
                "credential.issued",
                decided.officerId(),
                decided.institutionId(),
                "credential:" + decided.credentialId(),
                Map.of("case", decided.caseId().toString(), "number", number.text()));
        CredentialDocument made = new CredentialDocument(
                decided.credentialId(),
                CredentialDocument.SCHEMA,
                1,
                number.text(),
                decided.learnerId(),
                decided.institutionId(),
                new Issued(
                        decided.caseId(),
                        GradeBadge.title(decided.occupation(), decided.gradeName()),
                        decided.occupationCode(),
                        decided.occupation(),
                        decided.grade(),
                        decided.gradeName(),
                        decided.metPath(),
                        decided.institutionName(),
                        decided.decidedAt(),
                        null),
                signed,
                place.listNumber(),
                place.position(),
                CredentialState.ACTIVE,
                null,
                List.of(),
                decided.decidedAt() + "/" + decided.credentialId(),
                List.of(),
                null);
        return made.telling(
                events.append(List.of(), HolderNews.issued(decided.personId(), made), fact),
                time.clock().instant());
    }

    /** As Open Badges 3.0 asks of a hashed identity. */
    static String nameHash(String name, String salt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((name + salt).getBytes(StandardCharsets.UTF_8));
            return "sha256$" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
