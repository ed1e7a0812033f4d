package cn.jiangxue.tables;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV, read as a stream. */
final class CsvTable implements Table {

    /** Longest row, in characters; the parser reads ahead by some 8,000. */
    private static final int ROW_LIMIT = 256 * 1024;

    private static final char MARK = '\ufeff';
    private static final Charset GBK = Charset.forName("GB18030");
    private static final CSVFormat FORM = CSVFormat.DEFAULT
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();

    private final CSVParser parser;
    private final RowBound bound;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    private CsvTable(RowBound reader) throws IOException {
        this.bound = reader;
        this.parser = FORM.parse(reader);
        this.records = parser.iterator();
        this.header = records.hasNext() ? records.next().toList() : List.of();
    }

    static Table open(Opening<InputStream> file) {
        try {
            Charset charset = charsetOf(file);
            return new CsvTable(
                    new RowBound(marked(new InputStreamReader(new BufferedInputStream(file.open()), charset))));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw malformed(1);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<TableRow> next() {
        // The parser reads ahead when asked whether there is more, so the line is taken before asking.
        long line = parser.getCurrentLineNumber() + 1;
        try {
            for (; records.hasNext(); line = parser.getCurrentLineNumber() + 1) {
                bound.restart();
                TableRow row = new TableRow(
                        Math.toIntExact(line),
                        records.next().stream().map(TableCell::plain).toList());
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw malformed(line);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnreadableTable malformed(long line) {
        return UnreadableTable.because(
                "从第 %d 行起不是正确的 CSV，多半是引号没有配对。请补上引号，或用表格软件另存为 CSV 或 Excel 工作簿（.xlsx）后再选。".formatted(line),
                "From line %d on this is no well-formed CSV; most likely a quotation mark is missing. Add it, or save the table as CSV or as an Excel workbook (.xlsx) and choose it again."
                        .formatted(line));
    }

    /** UTF-8 when it is valid UTF-8, else GBK, else refused: a guess would name strangers. */
    private static Charset charsetOf(Opening<InputStream> file) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GBK)) {
            try (InputStream in = file.open()) {
                if (isIn(charset.newDecoder(), in)) {
                    return charset;
                }
            }
        }
        throw UnreadableTable.because(
                "这不是 UTF-8 或 GBK 编码的 CSV 文件。请用表格软件打开，另存为 CSV 或 Excel 工作簿（.xlsx）后再选。",
                "This is no CSV file encoded in UTF-8 or GBK. Open it in a spreadsheet, save it as CSV or as an Excel workbook (.xlsx) and choose it again.");
    }

    private static boolean isIn(CharsetDecoder decoder, InputStream in) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        CharBuffer text = CharBuffer.allocate(64 * 1024);
        boolean ended = false;
        while (!ended) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            CoderResult result;
            do {
                text.clear();
                result = decoder.decode(bytes, text, ended);
            } while (result.isOverflow());
            if (result.isError()) {
                return false;
            }
            bytes.compact();
        }
        return true;
    }

    /** Without the byte order mark that some programs put first. */
    private static Reader marked(Reader reader) throws IOException {
        var pushed = new java.io.PushbackReader(reader, 1);
        int first = pushed.read();
        if (first >= 0 && first != MARK) {
            pushed.unread(first);
        }
        return pushed;
    }

    /** Refuses a row without end, such as one quote that is never closed, before it fills the memory. */
    private static final class RowBound extends FilterReader {

        private long read;

        RowBound(Reader in) {
            super(in);
        }

        void restart() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count(got);
            return got;
        }

        private void count(int more) {
            read += Math.max(0, more);
            if (read > ROW_LIMIT) {
                throw UnreadableTable.because(
                        "有一行超过 25 万字，可能是引号没有配对。请补上引号，或用表格软件另存后再选。",
                        "A row has more than 250,000 characters; a quotation mark may be missing. Add it, or save the table anew, and choose it again.");
            }
        }
    }
}
