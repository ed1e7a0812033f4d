package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a course: the poster of its video, over a drawing of the trade in the manner of an engineering drawing, which shows when there is no poster
 * or while it loads. Decoration: the title beside it says what it is.
 */
public final class Poster extends Div {

    private static final int TINTS = 6;

    public Poster(String occupationCode, @Nullable UUID mediaId) {
        addClassNames("jx-poster", "jx-tint-" + Math.floorMod(occupationCode.hashCode(), TINTS));
        getElement().setAttribute("aria-hidden", "true");
        Svg drawing = new Svg(drawing(occupationCode));
        drawing.addClassName("jx-poster-drawing");
        add(drawing);
        if (mediaId != null) {
            Image picture = new Image("/media/" + mediaId + "/poster.jpg", "");
            picture.getElement().setAttribute("loading", "lazy").setAttribute("onerror", "this.remove()");
            add(picture);
        }
    }

    private static String drawing(String code) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" focusable="false">
                <g fill="none" stroke="#fff" stroke-opacity=".09" stroke-width="1"><path d="M0 30H320M0 60H320M0 90H320M0 120H320M0 150H320M40 0V180M80 0V180M120 0V180M160 0V180M200 0V180M240 0V180M280 0V180"/></g>
                <g fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="1" stroke-dasharray="7 4"><path d="M160 12V168M28 90H292"/></g>
                <g fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="1"><path d="M92 160H228M92 155V165M228 155V165M97 157l-5 3 5 3M223 157l5 3-5 3"/></g>
                <g fill="none" stroke="#fff" stroke-opacity=".92" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">""" + glyph(code) + "</g></svg>";
    }

    /** By the groups of the national occupational classification: 6-18 machining, 6-25/6-28 electric, 6-29 building, 4 services, else a tool. */
    private static String glyph(String code) {
        if (code.equals("6-18-02-04") || code.contains("焊")) {
            return "<path d='M112 66 158 96 166 88 122 56z'/><path d='m158 96 14 18 8-6-14-20'/><path d='M176 112l8 14M190 116l14-4M186 104l12-10M178 126l-2 16M192 128l10 10'/><path d='M100 138H160M190 138H226'/>";
        }
        if (code.startsWith("6-18-01")) {
            return "<circle cx='136' cy='90' r='34'/><circle cx='136' cy='90' r='12'/><path d='M136 56v14M136 110v14M102 90h14M156 90h14'/><path d='M170 80h42v20h-42'/><path d='m212 84 14-10v32l-14-10'/>";
        }
        if (code.startsWith("6-18")) {
            return "<path d='M160 46a44 44 0 1 0 .1 0z'/><circle cx='160' cy='90' r='16'/><path d='M160 36v14M160 130v14M106 90h14M200 90h14M122 52l10 10M188 118l10 10M198 52l-10 10M122 128l10-10'/>";
        }
        if (code.startsWith("6-25") || code.startsWith("6-28") || code.startsWith("6-31")) {
            return "<path d='M168 40 128 98h28l-6 44 42-60h-28z'/><path d='M92 66h22M92 90h14M92 114h22M206 66h22M214 90h14M206 114h22'/>";
        }
        if (code.startsWith("6-29")) {
            return "<path d='M104 132V60l100-16v22'/><path d='M104 60h122M204 66v34M196 100h16v14h-16z'/><path d='M92 132h36M104 84h14M104 108h14'/>";
        }
        if (code.startsWith("4-")) {
            return "<circle cx='160' cy='72' r='22'/><path d='M116 138c4-26 22-38 44-38s40 12 44 38'/><path d='m150 72 8 8 14-16'/>";
        }
        return "<path d='M126 118 176 68a26 26 0 0 1 32-32l-16 16 4 12 12 4 16-16a26 26 0 0 1-32 32l-50 50a11.500 11.500 0 0 1-16-16z'/><circle cx='134' cy='126' r='3'/>";
    }
}
