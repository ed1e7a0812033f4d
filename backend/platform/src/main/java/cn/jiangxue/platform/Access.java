package cn.jiangxue.platform;

import cn.jiangxue.contract.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rule of a route: it answers an actor of one of these kinds, or a person who holds one of these roles in some organisation. A route without the
 * annotation answers nobody. Whether the <em>object</em> is the caller's to see is decided by the feature's facade.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
    AccessKind[] value() default {};

    Role[] roles() default {};

    /** Whether it answers a person who must change their password first. */
    boolean beforePasswordChange() default false;
}
