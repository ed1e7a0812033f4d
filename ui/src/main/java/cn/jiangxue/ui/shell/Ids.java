package cn.jiangxue.ui.shell;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids in addresses, and ids made here so that a repeated request is the same request. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new UUIDv7. */
    public static UUID next() {
        long head = (System.currentTimeMillis() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0fffL);
        long tail = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(head, tail);
    }

    /** The id an address names; what is no id names no page. */
    public static UUID of(RouteParameters parameters, String name) {
        return parse(parameters.get(name).orElse(""));
    }

    public static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }
}
