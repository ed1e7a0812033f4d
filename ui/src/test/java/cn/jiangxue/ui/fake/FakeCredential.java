package cn.jiangxue.ui.fake;

import static cn.jiangxue.ui.fake.FakeCatalog.text;

import cn.jiangxue.contract.CredentialApi;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** One credential. Verified by its id; the texts {@code revoked}, {@code suspended}, {@code expired}, {@code altered} stand for such ones. */
public class FakeCredential implements CredentialApi {

    public static final UUID ID = UUID.fromString("01910000-0000-7000-8000-000000000001");

    private final FakeIdentity identity;
    private Credential credential = new Credential(
            ID,
            "JX-2026-000128",
            text("焊工 初级工（五级）", "Welder, junior (level 5)"),
            text("焊工", "Welder"),
            Grade.JUNIOR,
            text("初级工（五级）", "Junior worker (level 5)"),
            FakeIdentity.SCHOOL_NAME,
            CredentialState.ACTIVE,
            null,
            Instant.parse("2026-10-15T03:00:00Z"),
            null,
            EnumSet.of(Disclosure.NAME),
            "http://127.0.0.1:8080/verify/" + ID);

    public FakeCredential(FakeIdentity identity) {
        this.identity = identity;
    }

    @Override
    public List<Credential> mine() {
        return identity.current().userName().equals("liming") ? List.of(credential) : List.of();
    }

    @Override
    public Credential credential(UUID id) {
        return credential;
    }

    @Override
    public Resource document(UUID id) {
        return new ByteArrayResource("{}".getBytes());
    }

    @Override
    public Resource pdf(UUID id, String lang) {
        return new ByteArrayResource("%PDF-1.7".getBytes());
    }

    @Override
    public Credential disclose(UUID id, DisclosureEdit edit) {
        return with(credential.state(), credential.stateReason(), edit.disclosed());
    }

    @Override
    public Credential changeState(UUID id, StateEdit edit) {
        if (edit.reason().length() < 10) {
            throw Refusals.of(ProblemCode.INVALID_FIELDS, "有些内容需要修改", "理由至少 10 个字。", "请补充理由后再试。");
        }
        return with(edit.state(), edit.reason(), credential.disclosed());
    }

    private Credential with(CredentialState state, String reason, Set<Disclosure> disclosed) {
        credential = new Credential(
                credential.id(),
                credential.number(),
                credential.title(),
                credential.occupation(),
                credential.grade(),
                credential.gradeName(),
                credential.issuer(),
                state,
                reason,
                credential.issuedAt(),
                null,
                disclosed,
                credential.verifyUrl());
        return credential;
    }

    @Override
    public Page<Credential> issued(String cursor) {
        return new Page<>(List.of(credential), null);
    }

    private static Verification answer(Verdict verdict, String zh, String en) {
        boolean shown = verdict != Verdict.UNKNOWN && verdict != Verdict.ALTERED;
        return new Verification(
                verdict,
                text(zh, en),
                shown
                        ? List.of(
                                new ShownField(text("职业", "Occupation"), text("焊工", "Welder")),
                                new ShownField(text("等级", "Grade"), text("初级工（五级）", "Junior (level 5)")),
                                new ShownField(text("颁发机构", "Issuer"), FakeIdentity.SCHOOL_NAME),
                                new ShownField(text("签发日期", "Issued"), text("2026年10月15日", "15 Oct 2026")),
                                new ShownField(text("姓名", "Name"), text("李明", "Li Ming")))
                        : List.of(),
                List.of(
                        FakeCredit.finding(
                                "凭证格式", "Format", "Open Badges 3.0", "Open Badges 3.0", true, "W3C VC Data Model 2.0"),
                        FakeCredit.finding(
                                "数字签名",
                                "Signature",
                                "eddsa-rdfc-2022",
                                verdict == Verdict.ALTERED ? "不一致" : "一致",
                                verdict != Verdict.ALTERED,
                                "W3C VC Data Integrity EdDSA"),
                        FakeCredit.finding(
                                "状态", "Status", "有效", zh, verdict == Verdict.VALID, "W3C Bitstring Status List 1.0")),
                true,
                Instant.parse("2026-11-20T12:00:00Z"));
    }

    @Override
    public Verification verify(String id) {
        return switch (id) {
            case "revoked" -> answer(Verdict.REVOKED, "这张证书已被颁发机构撤销。", "The issuer revoked this credential.");
            case "suspended" -> answer(Verdict.SUSPENDED, "这张证书已被暂停使用。", "This credential is suspended.");
            case "expired" -> answer(Verdict.EXPIRED, "这张证书已过有效期。", "This credential has expired.");
            case "altered" -> answer(Verdict.ALTERED, "文件内容与签名不一致，可能被改动过。", "The file does not match its signature.");
            default ->
                id.equals(ID.toString()) || id.equals("JX-2026-000128")
                        ? answer(Verdict.VALID, "这张证书真实有效。", "This credential is genuine and valid.")
                        : answer(Verdict.UNKNOWN, "没有查到这张证书。", "No such credential is known here.");
        };
    }

    @Override
    public Verification verifyDocument(String document) {
        return verify(document.contains("altered") ? "altered" : ID.toString());
    }
}
