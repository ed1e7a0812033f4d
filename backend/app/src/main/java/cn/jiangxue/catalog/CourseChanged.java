package cn.jiangxue.catalog;

import cn.jiangxue.platform.EventType;
import java.util.UUID;

/** What learners see of a course changed: a version was published, or the course was withdrawn. {@code version}: the newest published. */
@EventType("catalog.course-changed")
public record CourseChanged(UUID courseId, int version, boolean withdrawn) {}
