package cn.jiangxue.framework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What was adopted, in memory: by subject, then by the day from which it holds, and by the name of the edition. A look-up costs the same however many there were.
 *
 * @param <T> a standard or a framework
 */
final class Editions<T> {

    private final Map<String, ConcurrentSkipListMap<LocalDate, T>> byDay = new ConcurrentSkipListMap<>();
    private final Map<String, Map<String, T>> byName = new ConcurrentSkipListMap<>();

    /** What was adopted never changes, so the same again changes nothing. */
    void put(String subject, String edition, LocalDate from, T content) {
        byName.computeIfAbsent(subject, none -> new ConcurrentSkipListMap<>()).put(edition, content);
        byDay.computeIfAbsent(subject, none -> new ConcurrentSkipListMap<>()).put(from, content);
    }

    /** In force on that civil date: until a newer one begins. */
    Optional<T> on(String subject, LocalDate day) {
        return Optional.ofNullable(byDay.get(subject))
                .map(days -> days.floorEntry(day))
                .map(Map.Entry::getValue);
    }

    /** The one of that name, in force or not. */
    Optional<T> named(String subject, String edition) {
        return Optional.ofNullable(byName.get(subject)).map(names -> names.get(edition));
    }

    /** Of every subject the one in force on that civil date, by subject. */
    List<T> allOn(LocalDate day) {
        return byDay.keySet().stream()
                .flatMap(subject -> on(subject, day).stream())
                .toList();
    }

    /** The newest of that subject, in force or not. */
    Optional<T> newest(String subject) {
        return Optional.ofNullable(byDay.get(subject))
                .map(days -> days.lastEntry().getValue());
    }
}
