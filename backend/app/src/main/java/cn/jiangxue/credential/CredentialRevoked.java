package cn.jiangxue.credential;

import cn.jiangxue.platform.EventType;
import java.util.UUID;

/** An officer revoked a credential: its grade no longer counts. */
@EventType("credential.revoked")
record CredentialRevoked(UUID credentialId, UUID learnerId, UUID caseId, UUID officerId) {}
