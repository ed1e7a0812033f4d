package cn.jiangxue.routes;

import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import org.jspecify.annotations.Nullable;

/** Makes an object and a stranger who has every role the route asks for, only elsewhere; the stranger's attempt must end in 404. */
@FunctionalInterface
public interface ForeignObject {

    Attempt prepare(Site site);

    /**
     * What the stranger sends.
     *
     * @param body valid for the route, or null
     * @param query begins with {@code ?}, or is empty
     * @param variables of the path, in order
     */
    record Attempt(Client stranger, @Nullable Object body, String query, Object... variables) {

        public static Attempt of(Client stranger, @Nullable Object body, Object... variables) {
            return new Attempt(stranger, body, "", variables);
        }
    }
}
