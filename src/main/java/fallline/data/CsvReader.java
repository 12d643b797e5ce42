package fallline.data;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.layout.Directions;
import fallline.data.layout.ReadException;
import fallline.data.read.RawColumn;
import fallline.data.read.RawTable;
import fallline.data.read.TableBytes;
import fallline.data.read.TableReading;
import fallline.data.read.Watch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// Opens tables: CSV in all its kinds, aligned text, ARFF, Orange and Markdown tables, workbooks, packed by gzip or
/// not.
///
/// How a table is read is found out by `fallline.data.read`, or said by [Directions]; either way it stands in the
/// table's [Reading]. A column with a word in it is text as a whole.
public final class CsvReader {
    private CsvReader() {}

    /// Reads a file.
    ///
    /// @throws DataException if there is no such file, it cannot be read, or it is no table; one sentence says
    /// where and
    ///     what to do
    public static CsvTable read(Path file) {
        return read(file, Directions.NONE, false);
    }

    /// Reads a file as it is said.
    ///
    /// @param pipes whether what is no file on a disk may be read too, up to [TableBytes#MOST_OF_PIPE]
    /// @throws DataException as above
    public static CsvTable read(Path file, Directions directions, boolean pipes) {
        byte[] bytes = open(() -> TableBytes.of(file, pipes, Watch.none()));
        return read(file, bytes, directions, _ -> {}, () -> false);
    }

    /// Reads a file, on any thread.
    ///
    /// @param progress is told the share that has been read, 0 … 1, now and then
    /// @param cancelled is asked now and then whether to give up
    /// @throws DataException as above
    /// @throws CancellationException if `cancelled` said yes
    public static CsvTable read(Path file, DoubleConsumer progress, BooleanSupplier cancelled) {
        byte[] bytes = bytes(file, cancelled);
        return read(file, bytes, Directions.NONE, progress, cancelled);
    }

    /// The bytes of a file, for [#read] with several directions in turn.
    ///
    /// @throws DataException as above
    /// @throws CancellationException as above
    public static byte[] bytes(Path file, BooleanSupplier cancelled) {
        return open(() -> TableBytes.of(file, false, new Watch(name(file), _ -> {}, cancelled)));
    }

    /// Reads a file of which the bytes are there already.
    ///
    /// @throws DataException as above
    /// @throws CancellationException as above
    public static CsvTable read(
            Path file, byte[] bytes, Directions directions, DoubleConsumer progress, BooleanSupplier cancelled) {
        String name = name(file);
        boolean onDisk = Files.isRegularFile(file);
        // the hash of a large file takes a while, and goes on beside the reading
        CompletableFuture<Optional<TablePin>> pin =
                CompletableFuture.supplyAsync(() -> onDisk ? Optional.of(TablePin.of(file, bytes)) : Optional.empty());
        RawTable raw = open(() -> TableReading.read(name, bytes, directions, new Watch(name, progress, cancelled)));
        return table(name, source(file, bytes, directions, raw, pin.join()), raw);
    }

    /// Reads text that was pasted.
    ///
    /// @param name what messages call it
    public static CsvTable parse(String name, String text) {
        return parse(name, text, Directions.NONE, _ -> {}, () -> false);
    }

    /// Reads text that was pasted, on any thread.
    ///
    /// @param name what messages call it
    /// @param progress called now and then with the share that is read, 0 … 1
    /// @param cancelled asked now and then
    /// @throws DataException as [#read]
    /// @throws CancellationException if `cancelled` said yes
    public static CsvTable parse(
            String name, String text, Directions directions, DoubleConsumer progress, BooleanSupplier cancelled) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Directions utf8 = directions.withEncoding(Optional.of("UTF-8"));
        return open(() -> table(
                name,
                new DataSource.Columns(),
                TableReading.read(name, content, utf8, new Watch(name, progress, cancelled))));
    }

    /// Reads a CSV that is in memory.
    static CsvTable parse(String name, DataSource source, byte[] content) {
        return open(() -> table(name, source, TableReading.read(name, content, Directions.NONE, Watch.none())));
    }

    private static DataSource source(
            Path file, byte[] bytes, Directions directions, RawTable raw, Optional<TablePin> pin) {
        return new DataSource.CsvFile(
                file,
                directions,
                raw.reading().line(name(file)),
                pin,
                pin.isPresent() && bytes.length <= DataSource.CsvFile.USUALLY_CARRIED,
                DataSource.CsvFile.Rows.FILE);
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    private static <T> T open(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (ReadException e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        }
    }

    private static CsvTable table(String name, DataSource source, RawTable raw) {
        List<Column> columns = new ArrayList<>();
        for (RawColumn column : raw.columns()) {
            columns.add(
                    switch (column) {
                        case RawColumn.Numbers(String called, double[] values) -> new NumberColumn(called, values);
                        case RawColumn.Words(String called, List<String> values) -> new TextColumn(called, values);
                    });
        }
        return new CsvTable(new Dataset(name, source, columns), raw.reading(), raw.findings(), raw.findingCount());
    }
}
