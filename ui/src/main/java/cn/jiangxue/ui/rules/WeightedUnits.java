package cn.jiangxue.ui.rules;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Competence units with their weights, as they are typed: {@code turn-4-1=0.25 turn-4-2=0.75}. */
final class WeightedUnits {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");
    private static final Pattern WEIGHT = Pattern.compile("\\d{1,3}(\\.\\d{1,6})?");

    private WeightedUnits() {}

    static String text(Map<String, BigDecimal> units) {
        return units.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(unit -> unit.getKey() + "="
                        + unit.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }

    /** What has no weight that can be read weighs nothing, which is a fault that the service names. */
    static Map<String, BigDecimal> of(String text) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        for (String typed : BETWEEN.splitAsStream(text.strip()).toList()) {
            if (!typed.isEmpty()) {
                int sign = typed.indexOf('=');
                String weight = sign < 0 ? "" : typed.substring(sign + 1);
                units.put(
                        sign < 0 ? typed : typed.substring(0, sign),
                        WEIGHT.matcher(weight).matches() ? new BigDecimal(weight) : BigDecimal.ZERO);
            }
        }
        return units;
    }
}
