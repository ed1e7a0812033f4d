package cn.jiangxue.outcome;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That a learner declared an outcome of elsewhere and an officer found its evidence authentic.
 *
 * @param institutionId for which the officer found so: it answers for the outcome here and may withdraw it
 * @param caseId the recognition case in which the evidence was examined
 * @param number of the certificate, or the outcome's own id where it has none
 */
public record Verification(UUID institutionId, UUID caseId, UUID officerId, LocalDate on, String number) {}
