package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.proof.CanonicalForm;
import cn.jiangxue.proof.Merkle;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The one form of an entry as bytes, and its hash as a leaf of a Merkle log (RFC 6962: a leaf is prefixed by 0x00). The form is fixed for ever; another one
 * gets another first line.
 */
public final class Leaf {

    private static final String FORM = "jiangxue-ledger-entry/1";

    /** For entries with terms or with credit that ends: the same lines and those of {@link #terms}. */
    private static final String FORM_WITH_TERMS = "jiangxue-ledger-entry/2";

    private Leaf() {}

    /** Lines {@code name=value} in this order, absent values left out. */
    public static String canonicalForm(Entry entry) {
        CanonicalForm lines = new CanonicalForm(hasTerms(entry) ? FORM_WITH_TERMS : FORM);
        lines.line("entry", entry.id());
        lines.line("learner", entry.learner().value());
        lines.line("seq", entry.seq());
        lines.line("kind", entry.kind());
        lines.line("cause", entry.cause());
        entry.legs()
                .forEach(leg -> lines.line(
                        "leg",
                        leg.account() + " " + leg.bucket() + " " + leg.amount().milli()));
        lines.line("balanceAfter", entry.balanceAfter().milli());
        Award award = entry.award();
        lines.line("award", award == null ? null : award.key());
        lines.line("occupation", entry.occupationCode());
        rule(lines, entry.rule());
        lines.line("undoes", entry.undoes());
        text(lines, "reason", entry.reason());
        entry.findings().forEach(finding -> finding(lines, finding));
        lines.line("postedAt", entry.postedAt());
        if (hasTerms(entry)) {
            terms(lines, entry);
        }
        return lines.text();
    }

    /** SHA-256 over prefix, salt and canonical bytes, in hexadecimal. */
    public static String hash(Entry entry) {
        return Merkle.leaf(entry.salt().bytes(), canonicalForm(entry).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private static boolean hasTerms(Entry entry) {
        return !entry.terms().equals(Terms.NONE) || entry.parts().stream().anyMatch(part -> part.until() != null);
    }

    private static void terms(CanonicalForm lines, Entry entry) {
        lines.line("usableUntil", entry.terms().usableUntil());
        lines.line("hold", entry.terms().hold());
        lines.line("organisation", entry.terms().organisationId());
        lines.line("by", entry.terms().by());
        entry.parts()
                .forEach(part -> lines.line(
                        "part",
                        (part.until() == null ? "always" : part.until()) + " "
                                + part.available().milli() + " " + part.held().milli()));
    }

    private static void rule(CanonicalForm lines, @Nullable RulePin rule) {
        if (rule != null) {
            lines.line("rule", rule.ruleId() + "@" + rule.version());
            text(lines, "rule.name", rule.name());
            text(lines, "rule.clause", rule.clause());
            lines.line("rule.source", rule.source());
        }
    }

    private static void finding(CanonicalForm lines, Finding finding) {
        text(lines, "finding.what", finding.what());
        text(lines, "finding.asked", finding.asked());
        text(lines, "finding.found", finding.found());
        lines.line("finding.met", finding.met());
        lines.line("finding.clause", finding.clause());
        lines.line("finding.source", finding.source());
    }

    private static void text(CanonicalForm lines, String name, LocalText text) {
        lines.line(name + ".zh", text.zh());
        lines.line(name + ".en", text.en());
    }
}
