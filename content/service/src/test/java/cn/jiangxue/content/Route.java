package cn.jiangxue.content;

import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** One route of the service and the method that answers it. */
record Route(String method, String path, HandlerMethod handler) {

    static List<Route> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("cn.jiangxue."))
                .flatMap(entry -> entry.getKey().getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), pattern.getPatternString(), entry.getValue()))))
                .sorted(Comparator.comparing(Route::key))
                .toList();
    }

    String key() {
        return method + " " + path;
    }

    @Nullable
    Access rule() {
        return handler.getMethodAnnotation(Access.class);
    }

    boolean isOpenTo(AccessKind kind) {
        Access rule = rule();
        return rule != null && Arrays.asList(rule.value()).contains(kind);
    }

    boolean isOpenTo(Role role) {
        Access rule = rule();
        return isOpenTo(AccessKind.SIGNED_IN)
                || rule != null && Arrays.asList(rule.roles()).contains(role);
    }

    /** The rule as one line of the table. */
    String ruleText() {
        Access rule = rule();
        return rule == null
                ? "NO RULE"
                : Stream.concat(Arrays.stream(rule.value()), Arrays.stream(rule.roles()))
                        .map(Object::toString)
                        .collect(Collectors.joining(", "));
    }

    /** The path with this id for whatever object it names. */
    String pathOf(String id) {
        return path.replaceAll("\\{language}", "zh")
                .replaceAll("\\{rendition[^/]*}\\.m3u8", "360p.m3u8")
                .replaceAll("\\{[^/]+?}", id);
    }
}
