package cn.jiangxue.content.playback;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts that are costly to write and the same for everyone for a while. Bounded by characters; the one unused longest goes first. */
final class PlaylistCache {

    private final long mostCharacters;
    private final Map<String, String> texts = new LinkedHashMap<>(64, 0.75f, true);
    private long characters;

    PlaylistCache(long mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    synchronized @Nullable String get(String key) {
        return texts.get(key);
    }

    synchronized void put(String key, String text) {
        String before = texts.put(key, text);
        characters += text.length() - (before == null ? 0 : before.length());
        var oldest = texts.entrySet().iterator();
        while (characters > mostCharacters && oldest.hasNext()) {
            characters -= oldest.next().getValue().length();
            oldest.remove();
        }
    }

    synchronized long characters() {
        return characters;
    }
}
