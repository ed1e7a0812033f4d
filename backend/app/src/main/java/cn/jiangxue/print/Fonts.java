package cn.jiangxue.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The two weights of one document; only the glyphs that are used are embedded (see {@code docs/adr/0006-certificate-font.md}). */
public final class Fonts {

    private static final String FOLDER = "/fonts/ttf/NotoSansSC/";

    private final PDFont regular;
    private final PDFont bold;
    private final Map<Integer, Boolean> known = new HashMap<>();

    private Fonts(PDFont regular, PDFont bold) {
        this.regular = regular;
        this.bold = bold;
    }

    public static Fonts of(PDDocument document) throws IOException {
        return new Fonts(load(document, "NotoSansSC-Regular.ttf"), load(document, "NotoSansSC-Bold.ttf"));
    }

    public PDFont regular() {
        return regular;
    }

    public PDFont bold() {
        return bold;
    }

    /** A character the font lacks is shown as an open square rather than failing the whole document. */
    public String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(point ->
                        shown.append(known.computeIfAbsent(point, this::has) ? Character.toString(point) : "□"));
        return shown.toString();
    }

    /** How wide the text is, in points. */
    public float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(printable(text)) / 1000 * size;
    }

    private boolean has(int point) {
        try {
            regular.encode(Character.toString(point));
            return true;
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }

    private static PDFont load(PDDocument document, String name) throws IOException {
        try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the font is missing from the program: " + name);
            }
            return PDType0Font.load(document, in, true);
        }
    }
}
