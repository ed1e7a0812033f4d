package cn.jiangxue.routes;

import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** One route of the service and the method that answers it. */
record Route(HttpMethod method, String path, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    static List<Route> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("cn.jiangxue."))
                .flatMap(entry -> entry.getKey().getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(
                                        method.asHttpMethod(), pattern.getPatternString(), entry.getValue()))))
                .sorted(Comparator.comparing(Route::path)
                        .thenComparing(route -> route.method().name()))
                .toList();
    }

    String key() {
        return method + " " + path;
    }

    boolean namesAnObject() {
        return VARIABLE.matcher(path).find();
    }

    Access rule() {
        return handler.getMethodAnnotation(Access.class);
    }

    boolean isOpenTo(AccessKind kind) {
        return Arrays.asList(rule().value()).contains(kind);
    }

    boolean isOpenTo(Role role) {
        return isOpenTo(AccessKind.SIGNED_IN) || Arrays.asList(rule().roles()).contains(role);
    }

    /** The rule as one line of the table. */
    String ruleText() {
        Access rule = rule();
        if (rule == null) {
            return "NO RULE";
        }
        String who = Stream.concat(Arrays.stream(rule.value()), Arrays.stream(rule.roles()))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return who + (rule.beforePasswordChange() ? " (also before the password is changed)" : "");
    }

    /** The path with every variable replaced by something that does not exist. */
    String pathOfNothing() {
        return path.replaceAll("\\{role}", "LEARNER")
                .replaceAll("\\{kind}", "TERMS")
                .replaceAll("\\{(seq|version|n)}", "1")
                .replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
    }
}
