package cn.jiangxue.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Version 7 UUIDs (RFC 9562 section 5.7): milliseconds since the epoch, then 74 random bits. */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    public static UUID next(Clock clock) {
        return of(clock.millis(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    static UUID of(long millis, long randomHigh, long randomLow) {
        long high = (millis << 16) | 0x7000L | (randomHigh & 0x0fffL);
        long low = (randomLow & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
