package cn.jiangxue.ui.shell;

/** The service no longer knows this sign-in: ended elsewhere, or too old to be renewed. */
public final class SessionEnded extends RuntimeException {

    SessionEnded(Throwable cause) {
        super("the sign-in has ended", cause);
    }
}
