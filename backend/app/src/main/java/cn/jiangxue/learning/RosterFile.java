package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is to be enrolled out of a file that a person made: CSV in UTF-8 or GBK, or the first sheet of an Excel workbook. The first row names the columns; the
 * one called {@code login} (or 账号, 登录名, 手机号) is read, others are passed over, and so are rows where it is blank.
 *
 * <p>Blocks; call it on the blocking scheduler.
 */
final class RosterFile {

    /** Largest file, as sent, before base64. */
    static final int MAX_BYTES = 1024 * 1024;

    /** Most rows with a login. */
    static final int MAX_ROWS = 5_000;

    /** A workbook is a zip; what it unpacks to is bounded so that a small file cannot fill the memory. */
    private static final long MAX_UNPACKED_BYTES = 20L * 1024 * 1024;

    private static final int MAX_LOGIN_LENGTH = 100;
    private static final Charset GBK = Charset.forName("GB18030");
    private static final Set<String> LOGIN_COLUMNS = Set.of("login", "账号", "登录名", "手机号");

    private RosterFile() {}

    /** One row with a login; {@code line} counts from 1, the header being 1. */
    record Entry(int line, String login) {}

    /** The rows of the file. Throws INVALID_FIELDS on {@code fileBase64}, or TOO_LARGE. */
    static List<Entry> read(ImportFormat format, byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new ProblemException(ProblemCode.TOO_LARGE, "1 MiB");
        }
        List<Entry> entries = switch (format) {
            case CSV -> csv(text(file));
            case XLSX -> workbook(file);
        };
        if (entries.isEmpty()) {
            throw unreadable("文件中没有可导入的行。", "The file has no rows to import.");
        }
        return entries;
    }

    /** UTF-8 when it is valid UTF-8, else GBK, else refused: a guess would enrol strangers. */
    private static String text(byte[] file) {
        String text = decoded(file, StandardCharsets.UTF_8);
        if (text == null) {
            text = decoded(file, GBK);
        }
        if (text == null) {
            throw unreadable("文件编码既不是 UTF-8 也不是 GBK。", "The file is encoded neither in UTF-8 nor in GBK.");
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static @Nullable String decoded(byte[] file, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static List<Entry> csv(String text) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
        List<Entry> entries = new ArrayList<>();
        try (var parser = format.parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            int column = loginColumn(records.hasNext() ? records.next().toList() : List.of());
            // The parser reads ahead when asked whether there is more, so the line is taken before asking.
            for (long line = parser.getCurrentLineNumber() + 1;
                    records.hasNext();
                    line = parser.getCurrentLineNumber() + 1) {
                CSVRecord row = records.next();
                add(entries, Math.toIntExact(line), column < row.size() ? row.get(column) : "");
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw unreadable("CSV 格式不正确。", "The CSV is not well formed.");
        }
        return entries;
    }

    private static List<Entry> workbook(byte[] file) {
        List<Entry> entries = new ArrayList<>();
        try {
            requireModestSize(file);
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                    var rows = workbook.getFirstSheet().openStream()) {
                Iterator<Row> each = rows.iterator();
                int column = loginColumn(each.hasNext() ? cells(each.next()) : List.of());
                while (each.hasNext()) {
                    Row row = each.next();
                    add(
                            entries,
                            row.getRowNum(),
                            shown(row.getOptionalCell(column).orElse(null)));
                }
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof ProblemException refusal) {
                throw refusal;
            }
            throw unreadable("不是可读取的 Excel 工作簿（.xlsx）。", "This is not an Excel workbook (.xlsx) that can be read.");
        }
        return entries;
    }

    /** Looks through the same table of contents as the reader will. */
    private static void requireModestSize(byte[] file) throws IOException {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            long left = MAX_UNPACKED_BYTES;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream unpacked = zip.getInputStream(entry)) {
                    left -= lengthUpTo(unpacked, left);
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
                throw new ProblemException(ProblemCode.TOO_LARGE, "20 MiB");
            }
        }
        return length;
    }

    private static List<String> cells(Row row) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            shown.add(shown(row.getOptionalCell(i).orElse(null)));
        }
        return shown;
    }

    /** A phone number typed as a number is shown in full, never as 1.38E10. */
    private static String shown(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText();
    }

    private static int loginColumn(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (LOGIN_COLUMNS.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        throw unreadable("第一行没有名为 login（或 账号、登录名、手机号）的列。", "The first row names no column login (or 账号, 登录名, 手机号).");
    }

    private static void add(List<Entry> entries, int line, String login) {
        String stripped = login.strip();
        if (stripped.isEmpty()) {
            return;
        }
        if (entries.size() == MAX_ROWS) {
            throw new ProblemException(ProblemCode.TOO_LARGE, MAX_ROWS + " 行 / rows");
        }
        // What is longer than any login is no login; kept short so that the answer stays small.
        entries.add(new Entry(
                line, stripped.length() > MAX_LOGIN_LENGTH ? stripped.substring(0, MAX_LOGIN_LENGTH) : stripped));
    }

    private static ProblemException unreadable(String zh, String en) {
        return new ProblemException(ProblemCode.INVALID_FIELDS).field("fileBase64", new LocalText(zh, en));
    }
}
