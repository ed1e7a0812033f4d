package cn.jiangxue.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A table in a file that a person made: CSV in UTF-8 (with or without a byte order mark) or GBK, or the first sheet of an Excel workbook. The first row names the
 * columns. Rows are read one after the other; only the texts a workbook shares between its cells are held, up to a limit.
 *
 * <p>Blocks; call it on the blocking scheduler.
 */
public interface Table extends AutoCloseable {

    /** What the first row says, in order. */
    List<String> header();

    /** The next row that is not blank; empty at the end. Throws {@link UnreadableTable} where the file breaks off. */
    Optional<TableRow> next();

    @Override
    void close();

    /** The table in these bytes. Throws {@link UnreadableTable}. */
    static Table of(TableFormat format, byte[] file, TableLimits limits) {
        return filled(
                switch (format) {
                    case CSV -> CsvTable.open(() -> new ByteArrayInputStream(file));
                    case XLSX ->
                        WorkbookTable.open(
                                limits,
                                () -> new SeekableInMemoryByteChannel(file),
                                () -> new ByteArrayInputStream(file));
                });
    }

    /** The table in a file on disk, which must stay until the table is closed. Throws {@link UnreadableTable}. */
    static Table of(TableFormat format, Path file, TableLimits limits) {
        return filled(
                switch (format) {
                    case CSV -> CsvTable.open(() -> Files.newInputStream(file));
                    case XLSX -> WorkbookTable.open(limits, () -> FileChannel.open(file), file);
                });
    }

    private static Table filled(Table opened) {
        if (opened.header().isEmpty()) {
            opened.close();
            throw UnreadableTable.empty();
        }
        return opened;
    }

    /** Opens something to read from. */
    @FunctionalInterface
    interface Opening<T> {
        T open() throws IOException;
    }
}
