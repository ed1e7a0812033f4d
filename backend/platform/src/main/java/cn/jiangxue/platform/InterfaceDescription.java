package cn.jiangxue.platform;

import cn.jiangxue.contract.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.WebFilter;

/** The OpenAPI description at {@code /openapi}: who each route answers is read from its {@link Access} rule, and every route may answer with a problem. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {

    private static final String PATH = "/openapi";
    private static final String TOKEN = "token";
    private static final String PROBLEM = "#/components/schemas/Problem";

    static {
        ModelConverters.getInstance(true).addConverter(new RecordSchemas());
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Actor.class, Caller.class, StudyGrant.class, PreviewGrant.class, ServiceCaller.class);
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name:service}") String service) {
        Components components = new Components()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        ModelConverters.getInstance(true).read(Problem.class).forEach(components::addSchemas);
        return new OpenAPI()
                .info(new Info()
                        .title("匠学 Jiangxue: " + service)
                        .version("1")
                        .description("Every refusal is application/problem+json in the language of Accept-Language."))
                .components(components);
    }

    /** It is made when first asked for in a language, and reads the classes of every route: nothing an event loop should wait for. */
    @Bean
    WebFilter descriptionOffTheEventLoop() {
        return (exchange, chain) -> exchange.getRequest().getPath().value().startsWith(PATH)
                ? chain.filter(exchange).subscribeOn(Blocking.scheduler())
                : chain.filter(exchange);
    }

    @Bean
    OperationCustomizer accessAndProblems() {
        return (operation, handler) -> {
            describeAccess(operation, handler);
            ApiResponses responses = operation.getResponses();
            if (responses == null) {
                responses = new ApiResponses();
                operation.setResponses(responses);
            }
            responses.addApiResponse("default", problem());
            return operation;
        };
    }

    private static void describeAccess(Operation operation, HandlerMethod handler) {
        Access rule = handler.getMethodAnnotation(Access.class);
        if (rule == null) {
            return;
        }
        String who = Stream.concat(Arrays.stream(rule.value()), Arrays.stream(rule.roles()))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        operation.setDescription(joined(operation.getDescription(), "Answers: " + who + "."));
        if (!Arrays.asList(rule.value()).contains(AccessKind.PUBLIC)) {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        }
    }

    private static String joined(@Nullable String before, String added) {
        return before == null ? added : before + "\n\n" + added;
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("Refused or failed: what happened, why, and what to do next.")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM))));
    }
}
