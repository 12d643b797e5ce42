package fallline.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import fallline.data.Problem.Kind;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// Reads a table of comma-, semicolon- or tab-separated values.
///
/// UTF-8, with or without a byte order mark. Separator, header and decimal comma are found out. Numbers go into their
/// columns while they are read, so that memory stays near the size of the numbers themselves. A column with a word in
/// it is text as a whole.
public final class CsvReader {
    private static final int SAMPLE = 1 << 18;
    private static final int ROWS_BETWEEN_CHECKS = 1 << 12;

    private final String name;
    private final DataSource source;
    private final Opening opening;
    private final long bytes;
    private final DoubleConsumer progress;
    private final BooleanSupplier cancelled;
    private long bytesRead;

    private CsvReader(
            String name,
            DataSource source,
            Opening opening,
            long bytes,
            DoubleConsumer progress,
            BooleanSupplier cancelled) {
        this.name = name;
        this.source = source;
        this.opening = opening;
        this.bytes = bytes;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    /// Reads a file.
    ///
    /// @throws DataException if there is no such file, it cannot be read, or it is no table; one sentence says
    /// where and
    ///     what to do
    public static CsvTable read(Path file) {
        return read(file, _ -> {}, () -> false);
    }

    /// Reads a file, on any thread.
    ///
    /// @param progress is told the share that has been read, 0 … 1, now and then
    /// @param cancelled is asked now and then whether to give up
    /// @throws DataException as above
    /// @throws CancellationException if `cancelled` said yes
    public static CsvTable read(Path file, DoubleConsumer progress, BooleanSupplier cancelled) {
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        if (Files.isDirectory(file)) {
            throw new DataException(name + " is a folder: choose a CSV file in it.");
        }
        try {
            long bytes = Files.size(file);
            var source = new DataSource.CsvFile(file);
            return new CsvReader(name, source, () -> Files.newInputStream(file), bytes, progress, cancelled).table();
        } catch (NoSuchFileException e) {
            throw new DataException("There is no file " + file + ": check its name and folder.", e);
        } catch (AccessDeniedException e) {
            throw new DataException(name + " may not be read: change its permissions, or copy it elsewhere.", e);
        } catch (IOException e) {
            throw new DataException(name + " cannot be read (" + e.getMessage() + "): try again, or copy it first.", e);
        }
    }

    /// Reads text that was pasted.
    ///
    /// @param name what messages call it
    public static CsvTable parse(String name, String text) {
        return parse(name, text, _ -> {}, () -> false);
    }

    /// Reads text that was pasted, on any thread.
    ///
    /// @param name what messages call it
    /// @param progress called now and then with the share that is read, 0 … 1
    /// @param cancelled asked now and then
    /// @throws DataException as [#read]
    /// @throws CancellationException if `cancelled` said yes
    public static CsvTable parse(String name, String text, DoubleConsumer progress, BooleanSupplier cancelled) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return parse(name, new DataSource.Columns(), content, progress, cancelled);
    }

    /// Reads a CSV that is in memory.
    static CsvTable parse(String name, DataSource source, byte[] content) {
        return parse(name, source, content, _ -> {}, () -> false);
    }

    private static CsvTable parse(
            String name, DataSource source, byte[] content, DoubleConsumer progress, BooleanSupplier cancelled) {
        Opening opening = () -> new java.io.ByteArrayInputStream(content);
        try {
            return new CsvReader(name, source, opening, content.length, progress, cancelled).table();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    private CsvTable table() throws IOException {
        String sample = sample();
        if (sample.isBlank()) {
            throw new DataException(name + " is empty: it needs a line of names and lines of numbers.");
        }
        Dialect dialect = Dialect.detect(sample, sample.length() < SAMPLE);
        List<ColumnBuilder> columns = new ArrayList<>();
        List<Problem> renamed = new ArrayList<>();
        for (String heading : headings(sample, dialect, renamed)) {
            columns.add(new ColumnBuilder(heading));
        }
        var handler = new RowHandler(columns, dialect.separator(), dialect.header());
        renamed.forEach(handler::report);
        long rows = pass(handler, dialect);
        if (rows == 0) {
            throw new DataException(name + " has only a line of names: add lines of values below it.");
        }
        if (2L * handler.raggedRows() >= rows) {
            throw new DataException(
                    name + ", " + handler.firstRagged() + ": give every line the same number of columns.");
        }
        handler.end();
        if (columns.stream().anyMatch(ColumnBuilder::needsSecondPass)) {
            columns.stream().filter(ColumnBuilder::needsSecondPass).forEach(ColumnBuilder::restart);
            if (pass(handler.secondPass(dialect.separator(), dialect.header()), dialect) != rows) {
                throw changed();
            }
        }
        List<Column> built = new ArrayList<>();
        for (ColumnBuilder column : columns) {
            built.add(column.build());
        }
        progress.accept(1);
        var dataset = new Dataset(name, source, built);
        return new CsvTable(dataset, dialect.separator(), dialect.header(), handler.problems(), handler.problemCount());
    }

    /// Reads the whole through a handler.
    ///
    /// @return the number of rows, the header not counted
    private long pass(RowHandler handler, Dialect dialect) throws IOException {
        long rows = dialect.header() ? -1 : 0;
        bytesRead = 0;
        try (Reader reader = reader();
                var csv = Dialect.fastCsv(dialect.separator()).build(handler, reader)) {
            for (RowHandler _ : csv) {
                rows++;
                if (rows % ROWS_BETWEEN_CHECKS == 0) {
                    check();
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CharacterCodingException || cause instanceof CharConversionException) {
                    throw notUtf8();
                }
            }
            throw new DataException(
                    name + ", line " + handler.line()
                            + " is not proper CSV: check that every quote is closed and followed by a separator.",
                    e);
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
        return rows;
    }

    private void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("reading " + name + " was cancelled");
        }
        progress.accept(bytes == 0 ? 0 : Math.min(1, (double) bytesRead / bytes));
    }

    /// The first 262,144 characters.
    private String sample() throws IOException {
        char[] buffer = new char[SAMPLE];
        int filled = 0;
        try (Reader reader = reader()) {
            int got;
            while (filled < SAMPLE && (got = reader.read(buffer, filled, SAMPLE - filled)) > 0) {
                filled += got;
            }
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
        return new String(buffer, 0, filled);
    }

    /// The columns' names: those of the first line, made unique, or c1, c2, ….
    private List<String> headings(String sample, Dialect dialect, List<Problem> renamed) throws IOException {
        List<String> first;
        try (var csv = Dialect.fastCsv(dialect.separator()).ofCsvRecord(new StringReader(sample))) {
            first = csv.iterator().next().getFields();
        } catch (CsvParseException e) {
            throw new DataException(name + ", line 1 is not proper CSV: check that every quote is closed.", e);
        }
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            String heading = first.get(i).strip().replaceAll("\\s+", " ");
            String chosen = dialect.header() && !heading.isEmpty() ? heading : "c" + (i + 1);
            for (int n = 2; !taken.add(chosen); n++) {
                chosen = heading + " (" + n + ")";
            }
            names.add(chosen);
            if (dialect.header() && !chosen.equals(heading)) {
                String why = heading.isEmpty() ? "has no name" : "is named " + Sentences.quote(heading) + " again";
                String sentence = "Column " + (i + 1) + " " + why + ": it is called '" + chosen + "' here.";
                renamed.add(new Problem(Kind.RENAMED, 0, chosen, heading, sentence));
            }
        }
        return names;
    }

    /// UTF-8 that refuses bad bytes, after the byte order mark if there is one.
    private Reader reader() throws IOException {
        var stream = new BufferedInputStream(new Counting(opening.open()), 1 << 16);
        stream.mark(3);
        byte[] start = stream.readNBytes(3);
        stream.reset();
        if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            stream.skipNBytes(3);
        }
        return new InputStreamReader(
                stream,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private DataException changed() {
        return new DataException(name + " changed while it was being read: open it again.");
    }

    private DataException notUtf8() {
        String where = "";
        try (InputStream stream = opening.open()) {
            where = ", line " + Utf8.firstBadLine(stream);
        } catch (IOException _) {
            // the line is a courtesy: without it the sentence still names the file and the remedy
        }
        return new DataException(
                name + where + " is not UTF-8 text: save it as CSV in UTF-8 (a spreadsheet offers 'CSV UTF-8').");
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            bytesRead += b >= 0 ? 1 : 0;
            return b;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int got = super.read(b, off, len);
            bytesRead += Math.max(0, got);
            return got;
        }
    }
}
