package cn.jiangxue.platform;

import reactor.core.publisher.Mono;

/** Writes straight to the audit record, for acts that change no document of their own. Completes when it is durable. */
public interface AuditTrail {

    Mono<Void> record(AuditFact fact);
}
