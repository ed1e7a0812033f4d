package cn.jiangxue.courses.film;

/**
 * One caption.
 *
 * @param from seconds from the beginning of its scene
 * @param to seconds from the beginning of its scene
 */
record Line(double from, double to, String zh, String en) {}
