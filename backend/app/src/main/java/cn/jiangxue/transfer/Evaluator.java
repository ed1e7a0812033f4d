package cn.jiangxue.transfer;

import cn.jiangxue.transfer.rules.Transfers;

/** The one engine that says what counts. */
public final class Evaluator {

    private Evaluator() {}

    /**
     * The same request has the same evaluation for ever. Pure; may take a second of one processor, so keep it off the event loops.
     *
     * @throws IllegalArgumentException when one outcome, or one rule version, comes with two contents
     */
    public static Evaluation evaluate(Request request) {
        return Transfers.evaluate(request);
    }
}
