package cn.jiangxue.content.playback.rules;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Writes HLS playlists.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8216">RFC 8216</a>
 */
public final class Playlists {

    private static final String SUBTITLES = "captions";

    private Playlists() {}

    /** One size of the video as the master playlist tells of it. */
    public record Choice(String name, int width, int height, int peakBits, int averageBits, String codecs) {}

    public record Caption(String language, String label) {}

    /** A file in the store and how long it plays. */
    public record Piece(String file, int durationMicros) {}

    /**
     * The master playlist. Addresses are relative to it.
     *
     * @param query appended to each address, such as {@code ?grant=…}; empty for players that send the header
     */
    public static String master(List<Choice> choices, List<Caption> captions, String query) {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        for (Caption caption : captions) {
            text.append("#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"%s\",NAME=\"%s\",LANGUAGE=\"%s\",DEFAULT=NO,"
                    .formatted(SUBTITLES, quotable(caption.label()), caption.language()));
            text.append("AUTOSELECT=YES,FORCED=NO,URI=\"captions/%s.m3u8%s\"\n".formatted(caption.language(), query));
        }
        for (Choice choice : choices) {
            text.append("#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,RESOLUTION=%dx%d,CODECS=\"%s\"%s\n"
                    .formatted(
                            choice.peakBits(),
                            choice.averageBits(),
                            choice.width(),
                            choice.height(),
                            choice.codecs(),
                            captions.isEmpty() ? "" : ",SUBTITLES=\"" + SUBTITLES + "\""));
            text.append(choice.name()).append(".m3u8").append(query).append('\n');
        }
        return text.toString();
    }

    /** A rendition's playlist. {@code address} gives each file's full address. */
    public static String rendition(String initFile, List<Piece> pieces, Function<String, String> address) {
        var text = new StringBuilder(pieces.size() * 420 + 512);
        text.append("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:").append(longestSeconds(pieces));
        text.append(
                "\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MAP:URI=\"");
        text.append(address.apply(initFile)).append("\"\n");
        for (Piece piece : pieces) {
            text.append("#EXTINF:").append(seconds(piece.durationMicros())).append(",\n");
            text.append(address.apply(piece.file())).append('\n');
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    /** Captions as a playlist of one piece that lasts the whole video. */
    public static String captions(String language, long durationMillis, String query) {
        long seconds = Math.max(1, Math.ceilDiv(durationMillis, 1000));
        return """
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:%d
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXTINF:%d.000000,
                %s.vtt%s
                #EXT-X-ENDLIST
                """.formatted(seconds, seconds, language, query);
    }

    /** Rounded to the nearest whole second, as RFC 8216 section 4.3.3.1 asks. */
    private static long longestSeconds(List<Piece> pieces) {
        long micros = pieces.stream().mapToLong(Piece::durationMicros).max().orElse(0);
        return Math.max(1, Math.round(micros / 1e6));
    }

    private static String seconds(int micros) {
        return String.format(Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
    }

    private static String quotable(String text) {
        return text.replace("\"", "'").replaceAll("[\\r\\n]", " ");
    }
}
