package cn.jiangxue.framework;

import cn.jiangxue.contract.StandardsApi.VersionKind;
import cn.jiangxue.platform.EventType;
import java.time.LocalDate;

/** A version of a standard or of the framework was adopted and holds from a civil date. */
@EventType("framework.version-adopted")
public record VersionAdopted(VersionKind kind, String subject, int version, LocalDate from) {}
