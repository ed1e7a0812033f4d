package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The one form of an entry as bytes, and its hash as a leaf of a Merkle log (RFC 6962: a leaf is prefixed by 0x00). The form is fixed for ever; another one
 * gets another first line.
 */
public final class Leaf {

    private static final String FORM = "jiangxue-ledger-entry/1";
    private static final byte LEAF_PREFIX = 0;

    private Leaf() {}

    /** UTF-8 lines {@code name=value} in this order, line breaks and backslashes escaped, absent values left out. */
    public static byte[] canonicalBytes(Entry entry) {
        StringBuilder lines = new StringBuilder(FORM).append('\n');
        line(lines, "entry", entry.id());
        line(lines, "learner", entry.learner().value());
        line(lines, "seq", entry.seq());
        line(lines, "kind", entry.kind());
        line(lines, "cause", entry.cause());
        entry.legs()
                .forEach(leg -> line(
                        lines,
                        "leg",
                        leg.account() + " " + leg.bucket() + " " + leg.amount().milli()));
        line(lines, "balanceAfter", entry.balanceAfter().milli());
        Award award = entry.award();
        line(lines, "award", award == null ? null : award.key());
        line(lines, "occupation", entry.occupationCode());
        rule(lines, entry.rule());
        line(lines, "undoes", entry.undoes());
        text(lines, "reason", entry.reason());
        entry.findings().forEach(finding -> finding(lines, finding));
        line(lines, "postedAt", entry.postedAt());
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 over prefix, salt and canonical bytes, in hexadecimal. */
    public static String hash(Entry entry) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF_PREFIX);
        sha256.update(entry.salt().bytes());
        return HexFormat.of().formatHex(sha256.digest(canonicalBytes(entry)));
    }

    private static void rule(StringBuilder lines, @Nullable RulePin rule) {
        if (rule != null) {
            line(lines, "rule", rule.ruleId() + "@" + rule.version());
            text(lines, "rule.name", rule.name());
            text(lines, "rule.clause", rule.clause());
            line(lines, "rule.source", rule.source());
        }
    }

    private static void finding(StringBuilder lines, Finding finding) {
        text(lines, "finding.what", finding.what());
        text(lines, "finding.asked", finding.asked());
        text(lines, "finding.found", finding.found());
        line(lines, "finding.met", finding.met());
        line(lines, "finding.clause", finding.clause());
        line(lines, "finding.source", finding.source());
    }

    private static void text(StringBuilder lines, String name, LocalText text) {
        line(lines, name + ".zh", text.zh());
        line(lines, name + ".en", text.en());
    }

    private static void line(StringBuilder lines, String name, @Nullable Object value) {
        if (value != null) {
            String escaped =
                    value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
            lines.append(name).append('=').append(escaped).append('\n');
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
