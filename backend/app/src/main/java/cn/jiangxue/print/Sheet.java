package cn.jiangxue.print;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Writes lines of text on one page. Places and sizes are in points, from the lower left corner. */
public record Sheet(PDPageContentStream ink, Fonts fonts) {

    public static final Color INK = new Color(0x1f, 0x25, 0x33);
    public static final Color SOFT = new Color(0x5b, 0x64, 0x75);
    public static final Color ACCENT = new Color(0xa8, 0x32, 0x1e);

    public void centred(float width, float y, float size, Color colour, PDFont font, String text) throws IOException {
        left((width - fonts.width(font, size, text)) / 2, y, size, colour, font, text);
    }

    /** Ends at {@code x}. */
    public void right(float x, float y, float size, Color colour, PDFont font, String text) throws IOException {
        left(x - fonts.width(font, size, text), y, size, colour, font, text);
    }

    public void left(float x, float y, float size, Color colour, PDFont font, String text) throws IOException {
        ink.beginText();
        ink.setNonStrokingColor(colour);
        ink.setFont(font, size);
        ink.newLineAtOffset(x, y);
        ink.showText(fonts.printable(text));
        ink.endText();
    }
}
