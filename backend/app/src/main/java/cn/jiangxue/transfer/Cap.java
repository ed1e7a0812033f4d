package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Grounds;
import org.jspecify.annotations.Nullable;

/**
 * The most that may be transferred into a programme.
 *
 * @param id unique in the programme
 * @param key the one category, year, term, institution or kind it speaks of; null when it holds for each of them by itself
 */
public record Cap(String id, Scope scope, @Nullable String key, Limit most, Grounds grounds) {

    public Cap {
        if (most instanceof Limit.Count && (scope == Scope.SOURCE || scope == Scope.CATEGORY)) {
            throw new IllegalArgumentException("a cap per source or category is of credit");
        }
    }

    /** What a cap adds up over. Credit from several outcomes at once counts in full for each institution, kind, year and term they come from. */
    public enum Scope {
        /** One use of a rule. */
        SOURCE("单项来源", "One source"),
        CATEGORY("类别", "Category"),
        /** The academic year in which an outcome was attained; the civil year where the programme names none. */
        YEAR("学年", "Year"),
        /** The term in which an outcome was attained; nothing where the programme names none. */
        TERM("学期", "Term"),
        INSTITUTION("机构", "Institution"),
        /** The kind of outcome. */
        TYPE("成果类型", "Kind of outcome"),
        PROGRAMME("总量", "In total");

        private final LocalText label;

        Scope(String zh, String en) {
            label = new LocalText(zh, en);
        }

        public LocalText label() {
            return label;
        }
    }
}
