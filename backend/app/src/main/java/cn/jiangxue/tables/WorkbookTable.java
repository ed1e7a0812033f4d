package cn.jiangxue.tables;

import cn.jiangxue.contract.LocalText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an Excel workbook, read as a stream. */
final class WorkbookTable implements Table {

    private static final String SHARED_TEXTS = "xl/sharedStrings.xml";

    /** Formats tell a date from a number; a cell that cannot be read is one in error, not the end. */
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;

    private WorkbookTable(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
        this.header = rows.hasNext()
                ? cells(rows.next()).stream().map(TableCell::text).toList()
                : List.of();
    }

    static Table open(TableLimits limits, Opening<SeekableByteChannel> contents, Opening<InputStream> file) {
        return opened(limits, contents, () -> new ReadableWorkbook(file.open(), OPTIONS));
    }

    static Table open(TableLimits limits, Opening<SeekableByteChannel> contents, Path file) {
        return opened(limits, contents, () -> new ReadableWorkbook(file.toFile(), OPTIONS));
    }

    private static Table opened(
            TableLimits limits, Opening<SeekableByteChannel> contents, Opening<ReadableWorkbook> workbook) {
        try {
            requireModestSize(limits, contents);
            return new WorkbookTable(workbook.open());
        } catch (UnreadableTable refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<TableRow> next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                TableRow read = new TableRow(row.getRowNum(), cells(row));
                if (!read.isBlank()) {
                    return Optional.of(read);
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnreadableTable unreadable() {
        return UnreadableTable.because(
                "不是可读取的 Excel 工作簿（.xlsx）：可能只改了扩展名，或文件已损坏、加了密码。请用表格软件打开，另存为 .xlsx 或 CSV 后再选。",
                "This is not an Excel workbook (.xlsx) that can be read: only its name may have been changed, or it is damaged or has a password. Open it in a spreadsheet, save it as .xlsx or CSV and choose it again.");
    }

    /** Looks through the same table of contents as the reader will. */
    private static void requireModestSize(TableLimits limits, Opening<SeekableByteChannel> contents)
            throws IOException {
        try (var zip = ZipFile.builder().setSeekableByteChannel(contents.open()).get()) {
            long left = limits.unpackedBytes();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                long most = entry.getName().equals(SHARED_TEXTS) ? Math.min(left, limits.sharedTextBytes()) : left;
                try (InputStream unpacked = zip.getInputStream(entry)) {
                    left -= lengthUpTo(unpacked, most);
                }
            }
        }
    }

    private static long lengthUpTo(InputStream unpacked, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long length = 0;
        for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
            length += read;
            if (length > most) {
                long mib = most / (1024 * 1024);
                throw UnreadableTable.tooLarge(
                        new LocalText("解压后 %d MiB".formatted(mib), "%d MiB unpacked".formatted(mib)));
            }
        }
        return length;
    }

    private static List<TableCell> cells(Row row) {
        List<TableCell> shown = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            shown.add(shown(row.getOptionalCell(i).orElse(null)));
        }
        return shown;
    }

    /** A phone number typed as a number is shown in full, never as 1.38E10; a date as year, month and day. */
    private static TableCell shown(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return TableCell.EMPTY;
        }
        if (cell.getFormula() != null) {
            String last = cell.getText();
            return new TableCell(last == null ? "" : last.strip(), true);
        }
        return switch (cell.getType()) {
            case ERROR -> TableCell.EMPTY;
            case NUMBER ->
                TableCell.plain(
                        isDate(cell)
                                ? cell.asDate().toLocalDate().toString()
                                : cell.asNumber().stripTrailingZeros().toPlainString());
            default -> TableCell.plain(cell.getText());
        };
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = format.toLowerCase(Locale.ROOT).replaceAll("\\[[^]]*]|\"[^\"]*\"", "");
        return bare.contains("yy") && bare.contains("m") && cell.asNumber().signum() > 0;
    }
}
