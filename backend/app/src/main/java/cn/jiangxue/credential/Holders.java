package cn.jiangxue.credential;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Whom a credential is made out to. */
interface Holders {

    /** The real name when on record, else the name others see; never empty, a dash once the person is erased. */
    Mono<String> name(UUID learnerId);
}
