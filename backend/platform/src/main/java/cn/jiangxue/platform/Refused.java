package cn.jiangxue.platform;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import reactor.core.publisher.Mono;

/** Refusals where an answer is awaited. */
public final class Refused {

    private Refused() {}

    /** {@code arguments} as {@link ProblemException} takes them. */
    public static <T> Mono<T> refuse(ProblemCode code, Object... arguments) {
        return Mono.error(new ProblemException(code, arguments));
    }

    /** One field at fault. */
    public static <T> Mono<T> invalid(String field, LocalText why) {
        return Mono.error(new ProblemException(ProblemCode.INVALID_FIELDS).field(field, why));
    }
}
