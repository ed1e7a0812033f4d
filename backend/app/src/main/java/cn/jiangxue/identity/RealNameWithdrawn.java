package cn.jiangxue.identity;

import cn.jiangxue.platform.EventType;
import java.util.UUID;

/** A person's real name is no longer on record; the claim on the number is to be given up. */
@EventType("identity.real-name-withdrawn")
record RealNameWithdrawn(UUID personId, String claim) {}
