package cn.jiangxue.courses.film;

import java.util.List;

/** All lesson films. */
final class Films {
    private Films() {}

    static List<Film> all() {
        return List.of(CaliperFilm.film(), LockoutFilm.film(), WeldFilm.film(), ForkliftFilm.film());
    }
}
