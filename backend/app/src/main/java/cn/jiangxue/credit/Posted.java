package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.ProblemException;
import java.util.List;

/** The answer to a {@link Movement}. */
public sealed interface Posted {

    /** It stands in the ledger; {@code repeated}: since an earlier request. */
    record Entered(Entry entry, boolean repeated) implements Posted {}

    /** There was nothing to do. */
    record Nothing() implements Posted {}

    /**
     * Nothing was changed. What happened and what to do next are the texts of the code.
     *
     * @param values of the code's detail, in order
     * @param clause of the rules of the account
     */
    record Refused(ProblemCode code, List<Object> values, String clause) implements Posted {

        public Refused {
            values = List.copyOf(values);
        }

        /** On its way out of a route. */
        public ProblemException problem() {
            return new ProblemException(code, values.toArray()).clause(clause);
        }
    }
}
