package cn.jiangxue.courses.film;

import java.util.List;

/**
 * A film as its script: scenes one after the other.
 *
 * @param folder name of the course's folder
 * @param posterSecond the moment whose picture becomes the poster
 */
record Film(String folder, String trade, double posterSecond, List<Scene> scenes) {

    /** What the title scene shows. */
    record Names(String title, String subtitle) {}

    Film {
        scenes = List.copyOf(scenes);
    }

    double seconds() {
        return scenes.stream().mapToDouble(Scene::seconds).sum();
    }

    /** When the scene at this index begins, in seconds. */
    double startOf(int index) {
        return scenes.subList(0, index).stream().mapToDouble(Scene::seconds).sum();
    }
}
