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

    /** Why a reason is refused that is shorter or longer than that, in characters. */
    public static LocalText reasonNeeded(int least, int most) {
        return new LocalText(
                "请写明理由，%d至%d字".formatted(least, most), "Give a reason of %d to %d characters".formatted(least, most));
    }
}
