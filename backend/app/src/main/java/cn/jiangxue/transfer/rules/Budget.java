package cn.jiangxue.transfer.rules;

/** What one evaluation may still spend on the search for the best choices: steps of the solver, never time, so that the answer does not depend on the machine. */
final class Budget {

    private double left;

    private Budget(double steps) {
        left = steps;
    }

    /** Less than a second of one processor where it was measured. */
    static Budget ofOneEvaluation() {
        return new Budget(0.8);
    }

    static Budget of(double steps) {
        return new Budget(steps);
    }

    double left() {
        return left;
    }

    boolean isSpent() {
        return left <= 0;
    }

    void spend(double steps) {
        left -= steps;
    }

    void spendAll() {
        left = 0;
    }
}
