package cn.jiangxue.tables;

/**
 * One cell, as shown, without blanks around it.
 *
 * @param formula whether it asks to be calculated. Nothing here ever calculates: {@code text} is then what a spreadsheet last showed, or the formula itself
 */
public record TableCell(String text, boolean formula) {

    static final TableCell EMPTY = new TableCell("", false);

    static TableCell plain(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? EMPTY : new TableCell(stripped, stripped.startsWith("="));
    }
}
