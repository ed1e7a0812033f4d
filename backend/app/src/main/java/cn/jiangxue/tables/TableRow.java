package cn.jiangxue.tables;

import java.util.List;

/**
 * One row.
 *
 * @param line counts from 1, the header being 1
 */
public record TableRow(int line, List<TableCell> cells) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column, counted from 0; an empty one beyond the end of the row. */
    public TableCell cell(int column) {
        return column < cells.size() ? cells.get(column) : TableCell.EMPTY;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(cell -> cell.text().isEmpty() && !cell.formula());
    }
}
