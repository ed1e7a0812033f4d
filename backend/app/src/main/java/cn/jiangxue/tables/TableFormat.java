package cn.jiangxue.tables;

/** The forms of files that are read. */
public enum TableFormat {
    CSV,
    XLSX
}
