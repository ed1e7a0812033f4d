package cn.jiangxue.evaluation.rules;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import java.util.List;

/** Whether a next version of a plan may be filed: 匠学企业自主评价管理办法（样例）第三条. What was filed is never edited. */
public final class Versions {

    private Versions() {}

    /** The answer to a version that is filed. */
    public sealed interface Answer {

        record Accepted() implements Answer {}

        /** The same version again. */
        record Repeated() implements Answer {}

        /** This version stands for other content. */
        record Conflicting() implements Answer {}

        record NotNext(int next) implements Answer {}

        /** The newest version still waits for the institution. */
        record Open(int version) implements Answer {}

        record Withdrawn() implements Answer {}

        record AtLimit(int most) implements Answer {}
    }

    /** {@code filed}: the content of every version so far, the first one first. */
    public static Answer file(
            PlanState state, boolean pending, List<VersionEdit> filed, int version, VersionEdit edit) {
        if (version >= 1 && version <= filed.size()) {
            return filed.get(version - 1).equals(edit) ? new Answer.Repeated() : new Answer.Conflicting();
        }
        if (state == PlanState.WITHDRAWN) {
            return new Answer.Withdrawn();
        }
        if (pending) {
            return new Answer.Open(filed.size());
        }
        if (version != filed.size() + 1) {
            return new Answer.NotNext(filed.size() + 1);
        }
        return filed.size() < EvaluationApi.VERSIONS_MOST
                ? new Answer.Accepted()
                : new Answer.AtLimit(EvaluationApi.VERSIONS_MOST);
    }
}
