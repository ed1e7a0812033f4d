package cn.jiangxue.local.seed;

/** The sample data could not be brought in whole. The next start goes on where this one ended. */
public final class SeedFailed extends RuntimeException {
    SeedFailed(String what) {
        super(what);
    }

    SeedFailed(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
