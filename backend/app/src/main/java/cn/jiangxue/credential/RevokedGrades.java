package cn.jiangxue.credential;

import cn.jiangxue.outcome.Withdrawal;
import cn.jiangxue.outcome.Withdrawals;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.promotion.Careers;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A revoked credential takes its grade off the record and takes back the outcome it stood for. Every step may be repeated. */
@Component
class RevokedGrades {

    private final Careers careers;
    private final Withdrawals withdrawals;

    RevokedGrades(Careers careers, Withdrawals withdrawals) {
        this.careers = careers;
        this.withdrawals = withdrawals;
    }

    Mono<Void> hear(CredentialRevoked revoked, EventMeta meta) {
        Withdrawal withdrawal = new Withdrawal(
                revoked.credentialId(),
                Withdrawal.Ground.CREDENTIAL_REVOKED,
                Objects.requireNonNullElse(revoked.reason(), "证书已撤销"),
                revoked.officerId(),
                null,
                meta.at());
        return careers.withdrawGrade(revoked.learnerId(), revoked.caseId(), revoked.officerId())
                .then(withdrawals.ofGrade(revoked.learnerId(), revoked.caseId(), withdrawal));
    }
}
