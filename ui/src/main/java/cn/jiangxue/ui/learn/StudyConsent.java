package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.Consent;
import cn.jiangxue.contract.IdentityApi.ConsentDecision;
import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.ui.shell.ConsentDialog;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks for consent before something that needs it, unless the version in force was agreed to already. */
@Component
class StudyConsent {

    private final IdentityApi identity;
    private final CurrentPerson person;

    StudyConsent(IdentityApi identity, CurrentPerson person) {
        this.identity = identity;
        this.person = person;
    }

    /** Does {@code then} when recording study by the second is agreed to; asks first where it is not. */
    void givenThen(Runnable then) {
        SignedIn signedIn = person.get();
        missing(signedIn)
                .ifPresentOrElse(
                        consent -> new ConsentDialog(consent, () -> {
                                    signedIn.nowIs(identity.decideConsent(
                                            consent.kind(), new ConsentDecision(consent.currentVersion(), true)));
                                    then.run();
                                })
                                .open(),
                        then);
    }

    private static Optional<Consent> missing(SignedIn signedIn) {
        return signedIn.me().consents().stream()
                .filter(c -> c.kind() == ConsentKind.STUDY_RECORD)
                .filter(c -> c.givenVersion() == null || c.givenVersion() != c.currentVersion())
                .findFirst();
    }
}
