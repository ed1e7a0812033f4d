package cn.jiangxue.ui.text;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Values in the words of one language: the same everywhere in the pages. */
public record Words(Locale locale, ZoneId zone) {

    private static final ZoneId CIVIL = ZoneId.of("Asia/Shanghai");

    /** In the language of the current page. */
    public static Words now() {
        return new Words(Languages.current(), CIVIL);
    }

    public String of(LocalText text) {
        return text.in(locale);
    }

    /** Seconds of video or study: {@code 12 分 30 秒}, {@code 1 小时 5 分}. */
    public String duration(long seconds) {
        if (seconds < 60) {
            return Texts.of(locale, "parts.seconds", seconds);
        }
        if (seconds < 3600) {
            return seconds % 60 == 0
                    ? Texts.of(locale, "parts.minutes", seconds / 60)
                    : Texts.of(locale, "parts.minutesSeconds", seconds / 60, seconds % 60);
        }
        return Texts.of(locale, "parts.hoursMinutes", seconds / 3600, seconds % 3600 / 60);
    }

    public String minutes(int minutes) {
        return minutes < 60
                ? Texts.of(locale, "parts.minutes", minutes)
                : Texts.of(locale, "parts.hoursMinutes", minutes / 60, minutes % 60);
    }

    /** A place in a video: {@code 2:05}. */
    public static String clock(int seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds % 3600 / 60, seconds % 60);
    }

    /** Milli-credits as credits: at least one decimal, no more than are needed. */
    public static String credits(long milli) {
        BigDecimal value = BigDecimal.valueOf(milli, 3).stripTrailingZeros();
        return value.setScale(Math.max(1, value.scale())).toPlainString();
    }

    /** With its sign: {@code +6.0}, {@code −6.0}. */
    public static String change(long milli) {
        return (milli < 0 ? "−" : "+") + credits(Math.abs(milli));
    }

    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(isEnglish() ? "d MMM yyyy" : "yyyy年M月d日", locale));
    }

    public String date(Instant instant) {
        return date(instant.atZone(zone).toLocalDate());
    }

    public String dateTime(Instant instant) {
        return instant.atZone(zone)
                .format(DateTimeFormatter.ofPattern(isEnglish() ? "d MMM yyyy HH:mm" : "yyyy年M月d日 HH:mm", locale));
    }

    /** A due date as people say it: today, in 3 days, 2 days ago. */
    public String due(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days == 0) {
            return Texts.of(locale, "parts.dueToday");
        }
        return days > 0 ? Texts.of(locale, "parts.dueIn", days) : Texts.of(locale, "parts.overdueBy", -days);
    }

    public LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    public String grade(Grade grade) {
        return Texts.of(locale, "parts.grade." + grade.name());
    }

    public String role(Role role) {
        return Texts.of(locale, "parts.role." + role.name());
    }

    public String size(long bytes) {
        if (bytes < 1024 * 1024) {
            return Math.max(1, bytes / 1024) + " KB";
        }
        return bytes < 1024L * 1024 * 1024
                ? "%.1f MB".formatted(bytes / 1048576.0)
                : "%.2f GB".formatted(bytes / 1073741824.0);
    }

    private boolean isEnglish() {
        return Languages.isEnglish(locale);
    }
}
