package cn.jiangxue.contract;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Outcomes of elsewhere that a learner declares with evidence. They count toward nothing until an officer has found the evidence authentic, in a recognition case. */
@HttpExchange(accept = "application/json")
public interface DeclaredOutcomeApi {

    /** Most outcomes that one learner may have declared and not taken back. */
    int DECLARED_MOST = 30;

    /** Most that one learner may declare within 24 hours, what was taken back with them. */
    int DECLARED_A_DAY = 60;

    /** Characters of the name of whoever issued it. */
    int ISSUER_MOST = 100;

    /** Most files that speak for one of them; there is one at least. */
    int FILES_MOST = 5;

    /** By what an officer verified evidence (核验方式). */
    enum Means {
        /** The original was seen. */
        ORIGINAL_SEEN,
        /** Whoever issued it was asked. */
        ISSUER_ASKED,
        /** It was looked up in a public register. */
        REGISTER_LOOKED_UP
    }

    /** What became of it. */
    enum Standing {
        /** No officer has looked at the evidence yet. */
        UNVERIFIED,
        VERIFIED,
        REFUTED,
        TAKEN_BACK
    }

    /**
     * An outcome as its learner states it, within {@link OutcomeLimits}. It never changes: what was stated wrongly is taken back and declared anew.
     *
     * @param type anything but prior learning, which is claimed unit by unit
     * @param issuer its name, 2 to 100 characters; a registered institution is found by it
     * @param number of the certificate; null when it has none
     * @param code what it is, in the issuer's own numbering or as transfer rules name it; null when the learner knows none
     * @param occupationCode of an occupational standard; needed for a skill grade, as is {@code grade}
     * @param level of the qualifications framework, 1 to 10
     * @param classHours 0 to 10,000
     * @param creditMilli credit its issuer states, in milli-credits, up to 1,000 credits
     * @param scoreHundredths hundredths of a percent, 0 to 10,000
     * @param validThrough the last civil date on which it holds; null when it holds without end
     * @param files the caller's own, uploaded as evidence
     */
    record DeclaredOutcomeEdit(
            OutcomeType type,
            String title,
            String issuer,
            @Nullable String number,
            @Nullable String code,
            @Nullable String occupationCode,
            @Nullable Grade grade,
            @Nullable Integer level,
            int classHours,
            @Nullable Long creditMilli,
            @Nullable Integer scoreHundredths,
            LocalDate attainedOn,
            @Nullable LocalDate validThrough,
            List<DeclaredFile> files) {}

    /** {@code id} is made by the client. */
    record DeclaredFile(UUID id, EvidenceEdit file) {}

    /**
     * What an officer found out about the evidence.
     *
     * @param caseId the recognition case in which it was examined
     * @param means by what it was verified; null where it was found not to be authentic
     */
    record EvidenceFinding(
            boolean authentic,
            @Nullable Means means,
            String note,
            LocalText institution,
            String officer,
            UUID caseId,
            Instant at) {}

    /**
     * Another outcome of the learner with the same number, or of the same kind, title and day: it may be the same one, its issuer called by another name.
     *
     * @param standing VERIFIED: it is on the record of outcomes; else it is declared as well, and what was found out about it
     */
    record AlikeOutcome(
            LocalText title, LocalText issuer, @Nullable String number, LocalDate attainedOn, Standing standing) {}

    /**
     * @param findings in the order in which they were made; the last one stands
     * @param alike while its evidence is to be examined, for whoever does: the same outcome is recognised once
     */
    record DeclaredOutcome(
            UUID id,
            Standing standing,
            DeclaredOutcomeEdit said,
            LocalText issuer,
            boolean issuerRegistered,
            List<Evidence> files,
            List<EvidenceFinding> findings,
            List<AlikeOutcome> alike,
            Instant declaredAt) {}

    /** All of the caller's, and of what was taken back the last {@link #DECLARED_MOST}; the newest first. */
    @GetExchange("/api/me/declared-outcomes")
    List<DeclaredOutcome> declared();

    @PutExchange("/api/me/declared-outcomes/{id}")
    DeclaredOutcome declare(@PathVariable UUID id, @RequestBody DeclaredOutcomeEdit edit);

    /** Before anybody has found out about it, and while no case rests on it. */
    @DeleteExchange("/api/me/declared-outcomes/{id}")
    void takeBack(@PathVariable UUID id);

    @PostExchange("/api/me/declared-outcomes/{id}/evidence/{evidenceId}/links")
    EvidenceLink openEvidence(@PathVariable UUID id, @PathVariable UUID evidenceId);
}
