package cn.jiangxue.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Instants are UTC; dates that people and rules mean are civil dates in one configured zone. */
public record CivilTime(Clock clock, ZoneId zone) {

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public LocalDate dateOf(java.time.Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
