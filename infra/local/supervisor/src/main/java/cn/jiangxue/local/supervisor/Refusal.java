package cn.jiangxue.local.supervisor;

/** Why nothing was started, in words for the person who called. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
