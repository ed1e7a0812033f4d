package cn.jiangxue.stating.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Signature-Input} header of a request with exactly one signature (RFC 9421 section 4.1), in the narrow form that is believed here: component names without
 * parameters, and the parameters of section 2.3 with values of the kind that each has. Whatever else structured fields allow is refused, not guessed at.
 *
 * @param label names the signature in both headers
 * @param components covered, in order, in lower case
 * @param parameters by name; texts without their quotation marks
 * @param asSigned the value of {@code @signature-params}, exactly as it came
 */
public record SignatureInput(String label, List<String> components, Map<String, String> parameters, String asSigned) {

    private static final int LONGEST = 2_000;
    private static final Pattern WHOLE = Pattern.compile("([a-z*][a-z0-9_.*-]{0,63})=(\\(([^()]*)\\)((?:;[^;]+)*))");
    private static final Pattern COMPONENT = Pattern.compile("\"(@?[a-z][a-z0-9-]*)\"");
    private static final Pattern PARAMETER = Pattern.compile(
            ";(?:(created|expires)=([0-9]{1,15})|(keyid|alg|nonce|tag)=\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]*)\")");

    public SignatureInput {
        components = List.copyOf(components);
        parameters = Map.copyOf(parameters);
    }

    /** Empty when the header is of another form. */
    public static Optional<SignatureInput> parse(String header) {
        String bare = header.strip();
        Matcher whole = WHOLE.matcher(bare);
        if (bare.length() > LONGEST || !whole.matches()) {
            return Optional.empty();
        }
        Optional<List<String>> components = components(whole.group(3));
        Optional<Map<String, String>> parameters = parameters(whole.group(4));
        return components.flatMap(
                names -> parameters.map(values -> new SignatureInput(whole.group(1), names, values, whole.group(2))));
    }

    private static Optional<List<String>> components(String text) {
        List<String> names = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String item : text.split(" ", -1)) {
                Matcher name = COMPONENT.matcher(item);
                if (!name.matches()) {
                    return Optional.empty();
                }
                names.add(name.group(1));
            }
        }
        return new HashSet<>(names).size() == names.size() ? Optional.of(names) : Optional.empty();
    }

    private static Optional<Map<String, String>> parameters(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        int at = 0;
        while (parameter.find(at) && parameter.start() == at) {
            String name = parameter.group(1) == null ? parameter.group(3) : parameter.group(1);
            String value = parameter.group(1) == null ? parameter.group(4) : parameter.group(2);
            if (values.put(name, value) != null) {
                return Optional.empty();
            }
            at = parameter.end();
        }
        return at == text.length() ? Optional.of(values) : Optional.empty();
    }
}
