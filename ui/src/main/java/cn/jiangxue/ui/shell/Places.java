package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Where a person can go, by role: work first, then their own learning. On a phone the first four and the person's own page are at the thumb. */
public final class Places {

    /** {@code textKey} names it; {@code path} begins every address inside it. */
    public record Place(String path, String textKey, Icon icon) {}

    static final Place HOME = new Place("", "shell.nav.home", Icon.HOME);
    static final Place TEACH = new Place("teach", "shell.nav.teach", Icon.TEACH);
    static final Place LEARNERS = new Place("teach/learners", "shell.nav.learners", Icon.LEARNERS);
    static final Place RECOGNISE = new Place("recognise", "shell.nav.recognise", Icon.RECOGNISE);
    static final Place EXAMINE = new Place("examine", "shell.nav.examine", Icon.QUIZ);
    static final Place GOVERN = new Place("govern", "shell.nav.govern", Icon.GOVERN);
    static final Place CATALOGUE = new Place("catalogue", "shell.nav.catalogue", Icon.COURSES);
    static final Place ACCOUNT = new Place("account", "shell.nav.account", Icon.ACCOUNT);
    static final Place PATH = new Place("path", "shell.nav.path", Icon.PATH);
    static final Place CREDENTIALS = new Place("credentials", "shell.nav.credentials", Icon.CREDENTIAL);
    static final Place PROFILE = new Place("profile", "shell.nav.profile", Icon.PERSON);

    private Places() {}

    /** In the order shown, without the person's own page. */
    public static List<Place> of(Predicate<Role> has) {
        List<Place> places = new ArrayList<>();
        places.add(HOME);
        if (has.test(Role.TRAINER)) {
            places.add(TEACH);
        }
        if (has.test(Role.ADMINISTRATOR) && !has.test(Role.TRAINER)) {
            places.add(LEARNERS);
        }
        if (has.test(Role.RECOGNITION_OFFICER)) {
            places.add(RECOGNISE);
        }
        if (has.test(Role.ASSESSOR)) {
            places.add(EXAMINE);
        }
        if (has.test(Role.ADMINISTRATOR)) {
            places.add(GOVERN);
        }
        places.add(CATALOGUE);
        if (has.test(Role.LEARNER)) {
            places.addAll(List.of(ACCOUNT, PATH, CREDENTIALS));
        }
        return List.copyOf(places);
    }

    /** Which of the places an address belongs to: the longest path that begins it. */
    static boolean holds(Place place, String address, List<Place> all) {
        return begins(place, address)
                && all.stream()
                        .noneMatch(other -> other.path().length() > place.path().length() && begins(other, address));
    }

    private static boolean begins(Place place, String address) {
        return place.path().isEmpty()
                ? address.isEmpty()
                : address.equals(place.path()) || address.startsWith(place.path() + "/");
    }
}
