package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.Svg;

/** The line icons of the site, drawn on a 24 × 24 grid. Always beside words or on something that has a name, so hidden from screen readers. */
public enum Icon {
    HOME("<path d='M3 11.5 12 4l9 7.5'/><path d='M5.5 9.8V20h13V9.8'/><path d='M10 20v-5.5h4V20'/>"),
    COURSES(
            "<rect x='3.5' y='4.5' width='17' height='15' rx='2'/><path d='M8 4.5v15'/><path d='M11.5 9h5.5M11.5 12.5h5.5'/>"),
    ACCOUNT(
            "<ellipse cx='12' cy='6.5' rx='7.5' ry='3'/><path d='M4.5 6.5v5.5c0 1.66 3.36 3 7.5 3s7.5-1.34 7.5-3V6.5'/><path d='M4.5 12v5.5c0 1.66 3.36 3 7.5 3s7.5-1.34 7.5-3V12'/>"),
    PATH("<path d='M4 20h4.5v-5H13v-5h4.5V5H20'/><path d='m16.5 2.5 3.5 2.5-3.5 2.5'/>"),
    CREDENTIAL(
            "<circle cx='12' cy='9' r='5.5'/><path d='m8.5 13.5-1.5 8 5-2.7 5 2.7-1.5-8'/><path d='m9.8 9 1.6 1.6 2.9-3'/>"),
    TEACH("<path d='M3 5h18v11H3z'/><path d='M12 16v4M8 20h8'/><path d='m10.5 8 3.5 2.5-3.5 2.5z'/>"),
    RECOGNISE("<path d='M9 3.5h6v3H9z'/><path d='M15 5h3.5v16h-13V5H9'/><path d='m8.8 13.5 2.3 2.3 4.2-4.6'/>"),
    GOVERN("<path d='M9.5 3h5v4.5h-5zM3 16.5h5V21H3zM16 16.5h5V21h-5z'/><path d='M12 7.5v4.5M5.5 16.5V12h13v4.5'/>"),
    PERSON("<circle cx='12' cy='8' r='4'/><path d='M4.5 20.5c.8-4 3.9-6 7.5-6s6.7 2 7.5 6'/>"),
    SEARCH("<circle cx='10.5' cy='10.5' r='6.5'/><path d='m15.5 15.5 5 5'/>"),
    FILTER("<path d='M4 6h16M7 12h10M10 18h4'/>"),
    CLOSE("<path d='m6 6 12 12M18 6 6 18'/>"),
    CHECK("<path d='m4.5 12.5 5 5 10-11'/>"),
    CROSS("<path d='m7 7 10 10M17 7 7 17'/>"),
    ALERT("<path d='M12 4 2.8 19.5h18.4z'/><path d='M12 10v4.5M12 17.2v.3'/>"),
    INFO("<circle cx='12' cy='12' r='8.5'/><path d='M12 11v5.5M12 7.6v.3'/>"),
    ARROW("<path d='M4.5 12h15M13.5 6l6 6-6 6'/>"),
    BACK("<path d='M19.5 12h-15M10.5 6l-6 6 6 6'/>"),
    CHEVRON("<path d='m9 5.5 6.5 6.5L9 18.5'/>"),
    UP("<path d='M12 19.5v-15M6 10.5l6-6 6 6'/>"),
    DOWN("<path d='M12 4.5v15M6 13.5l6 6 6-6'/>"),
    PLUS("<path d='M12 5v14M5 12h14'/>"),
    PLAY("<path d='M7 4.5v15l12-7.5z'/>"),
    TEXT("<path d='M5 3.5h9.5L19 8v12.5H5z'/><path d='M8.5 11.5h7M8.5 15.5h7M14 3.5V8h5'/>"),
    QUIZ("<circle cx='12' cy='12' r='8.5'/><path d='M9.5 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.9M12 16.6v.3'/>"),
    CLOCK("<circle cx='12' cy='12' r='8.5'/><path d='M12 7v5.3l3.5 2'/>"),
    CALENDAR("<rect x='4' y='5.5' width='16' height='14.5' rx='2'/><path d='M4 10h16M8.5 3.5v4M15.5 3.5v4'/>"),
    CAMERA("<path d='M3.5 7.5h4l1.5-2.5h6l1.5 2.5h4V19h-17z'/><circle cx='12' cy='13' r='3.5'/>"),
    FILE("<path d='M6 3.5h8l4.5 4.5v12.5H6z'/><path d='M14 3.5V8h4.5'/>"),
    UPLOAD("<path d='M12 16V4.5M7 9.5l5-5 5 5'/><path d='M4.5 15.5V20h15v-4.5'/>"),
    DOWNLOAD("<path d='M12 4v11.5M7 10.5l5 5 5-5'/><path d='M4.5 15.5V20h15v-4.5'/>"),
    QR(
            "<path d='M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4z'/><path d='M14 14h2.5v2.5H14zM17.5 17.5H20V20h-2.5zM14 19.5v.5M19.5 14v.5'/>"),
    LINK(
            "<path d='M10 14.5 14.5 10'/><path d='m8 11.5-3 3a3.5 3.5 0 0 0 5 5l3-3M16 12.5l3-3a3.5 3.5 0 0 0-5-5l-3 3'/>"),
    LOCK("<rect x='5' y='10.5' width='14' height='10' rx='2'/><path d='M8 10.5V8a4 4 0 0 1 8 0v2.5'/>"),
    OUT("<path d='M14 4H5v16h9'/><path d='M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5'/>"),
    EDIT("<path d='m5 19 1-4.5L16.5 4 20 7.5 9.5 18z'/><path d='m14 6.5 3.5 3.5'/>"),
    TRASH("<path d='M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5l1 14h9l1-14'/>"),
    GLOBE(
            "<circle cx='12' cy='12' r='8.5'/><path d='M3.5 12h17M12 3.5c2.5 2.4 3.7 5.3 3.7 8.5s-1.2 6.1-3.7 8.5c-2.5-2.4-3.7-5.3-3.7-8.5s1.2-6.1 3.7-8.5z'/>"),
    LEARNERS(
            "<circle cx='9' cy='8.5' r='3.5'/><path d='M2.5 20c.6-3.8 3.2-5.6 6.5-5.6s5.9 1.8 6.5 5.6'/><path d='M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.8c2.2.7 3.6 2.4 4 5.2'/>"),
    BANK(
            "<path d='M4.5 4h15v16h-15z'/><path d='m7.5 8.5 1.3 1.3 2-2.3M13.5 9h3.5M7.5 15l1.3 1.3 2-2.3M13.5 15.5h3.5'/>"),
    SHIELD(
            "<path d='M12 3 4.5 6v5.5c0 4.8 3.1 8 7.5 9.5 4.4-1.5 7.5-4.7 7.5-9.5V6z'/><path d='m8.8 11.8 2.3 2.4 4.2-4.6'/>"),
    HISTORY("<path d='M4 12a8 8 0 1 1 2.5 5.8'/><path d='M3.5 7.5V12H8M12 8v4.5l3 1.8'/>"),
    INBOX("<path d='M4 13.5 6.5 5h11l2.5 8.5V19H4z'/><path d='M4 13.5h5c0 1.7 1.3 2.7 3 2.7s3-1 3-2.7h5'/>"),
    BELL("<path d='M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15z'/><path d='M10 21h4'/>"),
    EYE(
            "<path d='M2.5 12C4.6 7.9 8 5.8 12 5.8s7.4 2.1 9.5 6.2c-2.1 4.1-5.5 6.2-9.5 6.2S4.6 16.1 2.5 12z'/><circle cx='12' cy='12' r='2.8'/>"),
    WORK("<rect x='3.5' y='7.5' width='17' height='12' rx='2'/><path d='M9 7.5V5h6v2.5M3.5 12.5h17'/>");

    private final String lines;

    Icon(String lines) {
        this.lines = lines;
    }

    /** A new drawing of it, as large as the text beside it asks for. */
    public Svg svg() {
        Svg svg =
                new Svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='currentColor'"
                        + " stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round' focusable='false'>"
                        + lines
                        + "</svg>");
        svg.addClassName("jx-icon");
        svg.getElement().setAttribute("aria-hidden", "true");
        return svg;
    }
}
