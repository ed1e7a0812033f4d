package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.CredentialApi.Disclosure;
import cn.jiangxue.contract.CredentialApi.ShownField;
import cn.jiangxue.contract.CredentialApi.Verdict;
import cn.jiangxue.contract.CredentialApi.Verification;
import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credential.rules.CertificateNumber;
import cn.jiangxue.credential.rules.Lifecycle;
import cn.jiangxue.credit.LearningAccounts;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers anyone whether a credential is good, and shows no more than its holder agreed to. */
@Component
class Verifying {

    private static final int DOCUMENT_MOST = 256 * 1024;
    private static final String URN = "urn:uuid:";
    private static final String SIGNATURE = "W3C VC Data Integrity eddsa-rdfc-2022";
    private static final String STATUS = "W3C Bitstring Status List";
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final CredentialRegister register;
    private final DataIntegrity integrity;
    private final IssuerKeys keys;
    private final Holders holders;
    private final LearningAccounts accounts;
    private final CivilTime time;

    Verifying(
            CredentialRegister register,
            DataIntegrity integrity,
            IssuerKeys keys,
            Holders holders,
            LearningAccounts accounts,
            CivilTime time) {
        this.register = register;
        this.integrity = integrity;
        this.keys = keys;
        this.holders = holders;
        this.accounts = accounts;
        this.time = time;
    }

    /** By id, as the QR code gives it, or by the number printed on the certificate. */
    Mono<Verification> byIdOrNumber(String text) {
        return find(text).flatMap(this::answer).switchIfEmpty(Mono.fromSupplier(this::unknown));
    }

    /** An uploaded document: compared with the register first, so that a hostile one is never canonicalised. */
    Mono<Verification> ofDocument(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > DOCUMENT_MOST) {
            return Mono.error(new ProblemException(ProblemCode.TOO_LARGE, "256 KiB"));
        }
        return Mono.justOrEmpty(parse(text))
                .flatMap(uploaded -> named(uploaded)
                        .flatMap(stored -> JSON.readTree(stored.document()).equals(uploaded)
                                ? answer(stored)
                                : Mono.just(altered())))
                .switchIfEmpty(Mono.fromSupplier(this::unknown));
    }

    private static Optional<ObjectNode> parse(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode document ? Optional.of(document) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The credential of the register that the document claims to be, by its id or by its number. */
    private Mono<CredentialDocument> named(ObjectNode uploaded) {
        String id = uploaded.path("id").asString("");
        JsonNode number = uploaded.path("credentialSubject").path("licenseNumber");
        Mono<CredentialDocument> byId = id.startsWith(URN) ? find(id.substring(URN.length())) : Mono.empty();
        return byId.switchIfEmpty(Mono.defer(() -> find(number.asString(""))));
    }

    private Mono<CredentialDocument> find(String text) {
        Optional<UUID> id = uuid(text.strip());
        return id.isPresent()
                ? register.find(id.get())
                : Mono.justOrEmpty(CertificateNumber.typed(text)).flatMap(register::byNumber);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Mono<Verification> answer(CredentialDocument stored) {
        return Mono.zip(
                Blocking.call(() -> integrity.verify((ObjectNode) JSON.readTree(stored.document()))),
                shown(stored),
                (sound, shown) -> sound ? verified(stored, shown) : altered());
    }

    private Verification verified(CredentialDocument stored, List<ShownField> shown) {
        CredentialState state = Lifecycle.shown(
                stored.state(), stored.issued().expiresAt(), time.clock().instant());
        Verdict verdict = Lifecycle.verdict(state);
        List<Finding> checks = List.of(
                check("数字签名", "Signature", "签名完好，由本平台签发", "intact and made by this issuer", true, SIGNATURE),
                check(
                        "证书状态",
                        "Status",
                        summary(verdict).zh(),
                        summary(verdict).en(),
                        verdict == Verdict.VALID,
                        STATUS));
        return verification(verdict, shown, checks);
    }

    private Verification altered() {
        return verification(
                Verdict.ALTERED,
                List.of(),
                List.of(check("数字签名", "Signature", "内容与签发时不一致", "differs from what was issued", false, SIGNATURE)));
    }

    private Verification unknown() {
        return verification(
                Verdict.UNKNOWN,
                List.of(),
                List.of(check("证书登记", "Register", "本平台没有签发过", "not issued here", false, SIGNATURE)));
    }

    private Verification verification(Verdict verdict, List<ShownField> shown, List<Finding> checks) {
        return new Verification(
                verdict,
                summary(verdict),
                shown,
                checks,
                keys.issuer().isLocalOnly(),
                time.clock().instant());
    }

    private static Finding check(String zh, String en, String foundZh, String foundEn, boolean met, String clause) {
        return new Finding(
                new LocalText(zh, en),
                new LocalText("完好有效", "intact and in force"),
                new LocalText(foundZh, foundEn),
                met,
                clause,
                "PRIMARY");
    }

    private static LocalText summary(Verdict verdict) {
        return switch (verdict) {
            case VALID -> new LocalText("证书真实有效", "The credential is genuine and valid");
            case REVOKED -> new LocalText("证书已被撤销", "The credential was revoked");
            case SUSPENDED -> new LocalText("证书已被暂停使用", "The credential is suspended");
            case EXPIRED -> new LocalText("证书已过期", "The credential has expired");
            case ALTERED -> new LocalText("文件内容被改动过，不是签发时的原件", "The file was altered; it is not what was issued");
            case UNKNOWN -> new LocalText("本平台没有签发过这份证书", "This platform issued no such credential");
        };
    }

    /** Always: occupation, grade, issuer, number and date. More only where the holder agreed. */
    private Mono<List<ShownField>> shown(CredentialDocument stored) {
        var issued = stored.issued();
        List<ShownField> fields = new ArrayList<>(List.of(
                field("职业", "Occupation", issued.occupation()),
                field("等级", "Grade", issued.gradeName()),
                field("颁发机构", "Issued by", issued.issuer()),
                field("证书编号", "Number", same(stored.number())),
                field("颁发日期", "Issued on", same(time.dateOf(issued.at()).toString()))));
        if (stored.disclosed().contains(Disclosure.CASE_SUMMARY)) {
            fields.add(field("认定依据", "Recognised by", issued.metPath()));
        }
        return Mono.zip(name(stored), credits(stored), (name, credits) -> {
            addIfGiven(fields, "持证人", "Holder", name.orElse(null));
            addIfGiven(fields, "本职业学分", "Credits in the occupation", credits.orElse(null));
            return List.copyOf(fields);
        });
    }

    private Mono<Optional<String>> name(CredentialDocument stored) {
        return stored.disclosed().contains(Disclosure.NAME)
                ? holders.name(stored.learnerId()).map(Optional::of)
                : Mono.just(Optional.empty());
    }

    private Mono<Optional<String>> credits(CredentialDocument stored) {
        return stored.disclosed().contains(Disclosure.CREDITS)
                ? accounts.earned(new LearnerId(stored.learnerId()))
                        .map(earned ->
                                Optional.of(earned.getOrDefault(stored.issued().occupationCode(), Credits.ZERO)
                                        .toString()))
                : Mono.just(Optional.empty());
    }

    private static void addIfGiven(List<ShownField> fields, String zh, String en, @Nullable String value) {
        if (value != null) {
            fields.add(field(zh, en, same(value)));
        }
    }

    private static ShownField field(String zh, String en, LocalText value) {
        return new ShownField(new LocalText(zh, en), value);
    }

    private static LocalText same(String value) {
        return new LocalText(value, value);
    }
}
