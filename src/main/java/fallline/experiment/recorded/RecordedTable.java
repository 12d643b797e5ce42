package fallline.experiment.recorded;

import fallline.data.Column;
import fallline.data.CsvReader;
import fallline.data.CsvTable;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.data.layout.ColumnType;
import fallline.data.layout.Directions;
import fallline.data.read.FormulaGuard;
import fallline.experiment.Experiment;
import fallline.experiment.RecordedPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// A table of steps that were computed elsewhere: columns `step` and `loss`, if there are several runs `run`, and what
/// else is known, by the names of our own traces.
public final class RecordedTable {
    private static final int MOST_NAMES = 8;

    private final Path file;
    private final Dataset table;

    /// Whether every row is a line, after one with the names.
    private final boolean plain;
    private final boolean carried;

    private RecordedTable(Path file, CsvTable read, byte[] bytes) {
        this.file = file;
        table = read.dataset();
        plain = read.header() && lines(bytes) == table.rows() + 1;
        carried = false;
    }

    private static int lines(byte[] bytes) {
        int ends = 0;
        for (byte b : bytes) {
            ends += b == '\n' ? 1 : 0;
        }
        return bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? ends + 1 : ends;
    }

    private RecordedTable(Path file, Dataset table) {
        this.file = file;
        this.table = table;
        plain = false;
        carried = true;
    }

    /// A table whose columns came with an experiment.
    ///
    /// @param file where it was once
    /// @throws DataException as [#read]
    public static RecordedTable ofColumns(Path file, Dataset columns) {
        RecordedTable table = new RecordedTable(file, columns);
        table.check();
        return table;
    }

    /// Reads a table, on any thread. Its numbers are taken to have a decimal point, as programs print them; where that
    /// makes no numbers of steps and losses, they are read as those of any table.
    ///
    /// @throws DataException if it is none, or has no columns `step` and `loss` of numbers; one sentence says why
    /// @throws java.util.concurrent.CancellationException if `cancelled` said yes
    public static RecordedTable read(Path file, BooleanSupplier cancelled) {
        byte[] bytes = CsvReader.bytes(file, cancelled);
        Directions words = Directions.NONE.withTypes(Map.of(RecordedPath.RUN, ColumnType.WORDS));
        Directions pointed = words.withDecimal(Optional.of('.')).withThousands(Optional.of('\0'));
        RecordedTable table = read(file, bytes, pointed, cancelled);
        if (!table.isNumbers(RecordedPath.STEP) || !table.isNumbers(RecordedPath.LOSS)) {
            table = read(file, bytes, words, cancelled);
        }
        table.check();
        return table;
    }

    private static RecordedTable read(Path file, byte[] bytes, Directions directions, BooleanSupplier cancelled) {
        return new RecordedTable(file, CsvReader.read(file, bytes, directions, _ -> {}, cancelled), bytes);
    }

    /// Whether names in the first line are those of a path: a step and a loss.
    public static boolean looksRecorded(String firstLine) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : firstLine.replace("\uFEFF", "").split("[,;\t|]", -1)) {
            names.add(name.strip().replace("\"", "").toLowerCase(Locale.ROOT));
        }
        return names.contains(RecordedPath.STEP) && names.contains(RecordedPath.LOSS);
    }

    private boolean isNumbers(String name) {
        return column(name).filter(Column.NumberColumn.class::isInstance).isPresent();
    }

    /// The column of that name, in capitals or not, or with the mark that keeps spreadsheets from computing it.
    private Optional<Column> column(String name) {
        return table.find(name).or(() -> table.find(FormulaGuard.on(name))).or(() -> table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst());
    }

    private void check() {
        for (String name : List.of(RecordedPath.STEP, RecordedPath.LOSS)) {
            if (column(name).isEmpty()) {
                throw new DataException(table.name() + " has no column '" + name + "': a recorded path needs "
                        + RecordedPath.STEP + " and " + RecordedPath.LOSS + ", and has "
                        + listed(table.columns().stream().map(Column::name).toList()) + ".");
            }
        }
        numbers(RecordedPath.STEP);
        numbers(RecordedPath.LOSS);
    }

    private double[] numbers(String name) {
        return table.numbers(column(name).orElseThrow().name());
    }

    /// The names of its runs, in their order; empty if there is no column `run`.
    public List<String> runs() {
        return column(RecordedPath.RUN)
                .filter(Column.TextColumn.class::isInstance)
                .map(Column.TextColumn.class::cast)
                .map(names -> List.copyOf(new LinkedHashSet<>(names.values())))
                .orElse(List.of());
    }

    /// The run of that name, or the only one.
    ///
    /// @throws DataException with one sentence, if there are several and none is named, if there is none of that
    ///     name, or if its steps or losses are no path
    public RecordedPath path(Optional<String> run) {
        List<String> runs = runs();
        if (run.isPresent() && !runs.contains(run.get())) {
            throw new DataException(
                    runs.isEmpty()
                            ? table.name() + " has no column 'run', so there is no run '" + run.get()
                                    + "' in it: leave the name out."
                            : table.name() + " has no run '" + run.get() + "': choose one of " + listed(runs) + ".");
        }
        if (run.isEmpty() && runs.size() > 1) {
            throw new DataException(
                    table.name() + " holds " + runs.size() + " runs: choose one of " + listed(runs) + ".");
        }
        int[] rows = rows(run);
        return new RecordedPath(file, run, steps(rows), losses(rows), others(rows), carried);
    }

    private int[] rows(Optional<String> run) {
        int[] rows = new int[table.rows()];
        int count = 0;
        List<String> names = run.isEmpty()
                ? List.of()
                : column(RecordedPath.RUN)
                        .map(Column.TextColumn.class::cast)
                        .orElseThrow()
                        .values();
        for (int row = 0; row < rows.length; row++) {
            if (run.isEmpty() || names.get(row).equals(run.get())) {
                rows[count++] = row;
            }
        }
        return java.util.Arrays.copyOf(rows, count);
    }

    private int[] steps(int[] rows) {
        double[] numbers = numbers(RecordedPath.STEP);
        int[] steps = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double step = numbers[rows[i]];
            if (!(step >= 0 && step <= Experiment.MOST_STEPS && step == Math.rint(step))) {
                throw new DataException(place(rows[i], RecordedPath.STEP) + " is " + text(step)
                        + ": steps are whole numbers from 0 to 1\u202f000\u202f000.");
            }
            steps[i] = (int) step;
            if (i > 0 && steps[i] <= steps[i - 1]) {
                throw new DataException(place(rows[i], RecordedPath.STEP) + " is " + steps[i] + ", after "
                        + steps[i - 1] + ": steps must rise from row to row"
                        + (runs().isEmpty() ? "; several runs need a column 'run'." : "."));
            }
        }
        return steps;
    }

    private double[] losses(int[] rows) {
        double[] numbers = numbers(RecordedPath.LOSS);
        double[] losses = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            losses[i] = finite(numbers[rows[i]], rows[i], RecordedPath.LOSS, i == rows.length - 1);
        }
        return losses;
    }

    /// The other columns of numbers, in the order of the table. What is known at every step but the last must be
    /// finite; gaps are allowed in what is no parameter, and in columns that are wholly empty in this run.
    private Map<String, double[]> others(int[] rows) {
        Map<String, double[]> others = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            String name = name(column.name());
            boolean own = name.equals(RecordedPath.STEP) || name.equals(RecordedPath.LOSS);
            if (own || !(column instanceof Column.NumberColumn numbers)) {
                continue;
            }
            double[] values = new double[rows.length];
            boolean empty = true;
            for (int i = 0; i < rows.length; i++) {
                values[i] = numbers.values()[rows[i]];
                empty &= Double.isNaN(values[i]);
            }
            boolean free = name.equals(RecordedPath.RATE)
                    || name.equals(RecordedPath.EVALUATIONS)
                    || name.equals(RecordedPath.GRADIENT_NORM);
            if (empty) {
                continue;
            }
            for (int i = 0; i < rows.length && !free; i++) {
                finite(values[i], rows[i], column.name(), i == rows.length - 1);
            }
            others.put(name, values);
        }
        return others;
    }

    /// The name as our traces write it.
    private String name(String column) {
        for (String known : List.of(
                RecordedPath.STEP,
                RecordedPath.LOSS,
                RecordedPath.RATE,
                RecordedPath.EVALUATIONS,
                RecordedPath.GRADIENT_NORM)) {
            if (column.equalsIgnoreCase(known)
                    && column(known).filter(c -> c.name().equals(column)).isPresent()) {
                return known;
            }
        }
        return FormulaGuard.off(column);
    }

    private double finite(double number, int row, String column, boolean last) {
        if (!Double.isFinite(number) && !last) {
            throw new DataException(place(row, column) + " is " + text(number)
                    + ": a number that is missing or not finite can only stand in the last row of a run.");
        }
        return number;
    }

    private String place(int row, String column) {
        String where = plain ? "line " + (row + 2) : "row " + (row + 1) + " of the data";
        return table.name() + ", " + where + ": " + column;
    }

    private static String text(double number) {
        return Double.isNaN(number)
                ? "missing or not a number"
                : number == Math.rint(number) && Math.abs(number) < 1e15
                        ? Long.toString((long) number)
                        : Double.toString(number);
    }

    private static String listed(List<String> names) {
        List<String> first = new ArrayList<>(names.subList(0, Math.min(MOST_NAMES, names.size())));
        if (names.size() > MOST_NAMES) {
            first.add("… (" + names.size() + " in all)");
        }
        return String.join(", ", first);
    }
}
