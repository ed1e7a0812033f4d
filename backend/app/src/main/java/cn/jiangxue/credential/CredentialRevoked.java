package cn.jiangxue.credential;

import cn.jiangxue.platform.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer revoked a credential: its grade no longer counts.
 *
 * @param reason null when an earlier release told of it
 */
@EventType("credential.revoked")
record CredentialRevoked(
        UUID credentialId,
        UUID learnerId,
        UUID caseId,
        UUID officerId,
        @Nullable String reason) {}
