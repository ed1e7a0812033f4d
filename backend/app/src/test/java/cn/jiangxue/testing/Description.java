package cn.jiangxue.testing;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's OpenAPI description, and whether an answer is as it says. Strict: what is not described must not be there. */
public final class Description {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Description> KNOWN = new ConcurrentHashMap<>();
    private static final String REFERENCE = "#/components/schemas/";

    private final JsonNode root;

    private Description(JsonNode root) {
        this.root = root;
    }

    public static Description of(String baseUrl) {
        return KNOWN.computeIfAbsent(baseUrl, Description::fetch);
    }

    private static Description fetch(String baseUrl) {
        String text = WebTestClient.bindToServer()
                .baseUrl(baseUrl)
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build()
                .get()
                .uri("/openapi")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return new Description(JSON.readTree(text));
    }

    /** The operation with this path, variables in braces whatever their names; empty when it is not described. */
    public Optional<JsonNode> operation(HttpMethod method, String path) {
        return root.path("paths")
                .propertyStream()
                .filter(one -> shape(one.getKey()).equals(shape(path)))
                .map(one -> one.getValue().get(method.name().toLowerCase(Locale.ROOT)))
                .filter(operation -> operation != null)
                .findFirst();
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }

    /** Fails when the answer of a described route is not as described. */
    void check(HttpMethod method, URI url, int status, byte[] body) {
        Optional<JsonNode> operation = asked(method, url);
        if (operation.isEmpty() || body.length == 0) {
            return;
        }
        List<String> faults = faults(operation.get(), status, body);
        if (!faults.isEmpty()) {
            throw new AssertionError(method + " " + url.getPath() + " answers otherwise than described: " + faults);
        }
    }

    private Optional<JsonNode> asked(HttpMethod method, URI url) {
        return root.path("paths")
                .propertyStream()
                .filter(one -> url.getPath().matches(one.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .sorted(java.util.Comparator.comparingLong(
                        one -> one.getKey().chars().filter(c -> c == '{').count()))
                .map(one -> one.getValue().get(method.name().toLowerCase(Locale.ROOT)))
                .filter(operation -> operation != null)
                .findFirst();
    }

    /** How the answer differs from the description; empty when it does not, or is no JSON. */
    public List<String> faults(JsonNode operation, int status, byte[] body) {
        List<String> faults = new ArrayList<>();
        JsonNode schema = schema(operation, status);
        JsonNode value = json(body);
        if (schema != null && value != null) {
            differ(schema, value, "$", faults);
        }
        return faults;
    }

    /** What an answer of this status looks like; null when it is described as no JSON. */
    public @Nullable JsonNode schema(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        JsonNode response = status < 300 ? responses.path(String.valueOf(status)) : responses.path("default");
        return response.path("content")
                .valueStream()
                .map(content -> content.get("schema"))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }

    private void differ(JsonNode given, JsonNode value, String at, List<String> faults) {
        JsonNode schema = resolved(given);
        if (schema.has("anyOf")) {
            boolean any = schema.get("anyOf").valueStream().anyMatch(one -> {
                List<String> of = new ArrayList<>();
                differ(one, value, at, of);
                return of.isEmpty();
            });
            if (!any) {
                faults.add(at + " is none of what it may be");
            }
            return;
        }
        if (schema.has("type")
                && !types(schema).contains(typeOf(value))
                && !(types(schema).contains("number") && value.isIntegralNumber())) {
            faults.add(at + " is " + typeOf(value) + ", not " + schema.get("type"));
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            faults.add(at + " is none of the values listed");
        }
        if (value.isObject() && schema.has("properties")) {
            object(schema, value, at, faults);
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                differ(schema.get("items"), value.get(i), at + "[" + i + "]", faults);
            }
        }
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
        JsonNode properties = schema.get("properties");
        schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .filter(name -> !value.has(name))
                .forEach(name -> faults.add(at + "." + name + " is missing"));
        value.propertyStream().forEach(property -> {
            JsonNode described = properties.get(property.getKey());
            if (described == null) {
                faults.add(at + "." + property.getKey() + " is not described");
            } else {
                differ(described, property.getValue(), at + "." + property.getKey(), faults);
            }
        });
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.get("$ref");
        return reference == null
                ? schema
                : root.path("components")
                        .path("schemas")
                        .path(reference.asString().substring(REFERENCE.length()));
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.get("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString());
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "unknown";
        };
    }
}
