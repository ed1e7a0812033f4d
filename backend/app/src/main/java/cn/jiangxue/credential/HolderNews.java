package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.platform.PersonTold;
import java.util.Optional;
import java.util.UUID;

/** What the holder of a credential is told: that it was issued, and what became of it. */
final class HolderNews {

    private HolderNews() {}

    static PersonTold issued(UUID holder, CredentialDocument credential) {
        return told(holder, MessageKind.CREDENTIAL_ISSUED, credential);
    }

    static Optional<PersonTold> moved(UUID holder, CredentialDocument credential, CredentialState next) {
        return switch (next) {
            case ACTIVE -> Optional.of(told(holder, MessageKind.CREDENTIAL_RESTORED, credential));
            case SUSPENDED -> Optional.of(told(holder, MessageKind.CREDENTIAL_SUSPENDED, credential));
            case REVOKED -> Optional.of(told(holder, MessageKind.CREDENTIAL_REVOKED, credential));
            case EXPIRED -> Optional.empty();
        };
    }

    private static PersonTold told(UUID holder, MessageKind kind, CredentialDocument credential) {
        return new PersonTold(
                holder,
                kind,
                credential.id(),
                credential.issued().title(),
                credential.issued().issuer(),
                null);
    }
}
