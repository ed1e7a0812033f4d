package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.platform.EventType;
import java.util.UUID;

/** A person agreed, or took it back. {@code number} counts the person's decisions of this kind, from 1. */
@EventType("identity.consent-decided")
public record ConsentDecided(UUID personId, ConsentKind kind, int number, int version, boolean given) {}
