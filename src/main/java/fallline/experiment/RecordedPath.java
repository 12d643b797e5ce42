package fallline.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A path that was computed elsewhere: its loss, and where they are known its parameters, at some steps.
///
/// Rows are those of its table, in order; steps rise from row to row, may start anywhere and have gaps. It is
/// immutable, and two are equal if file, choice and numbers are.
public final class RecordedPath implements RunSource {
    /// The names of the columns that are no parameters.
    public static final String LOSS = "loss";

    public static final String STEP = "step";
    public static final String RUN = "run";
    public static final String RATE = "lr";
    public static final String EVALUATIONS = "evaluations";
    public static final String GRADIENT_NORM = "gradient_norm";

    private final Path file;
    private final Optional<String> run;
    private final int[] steps;
    private final double[] loss;
    private final Map<String, double[]> columns;
    private final boolean carried;

    /// @param file the table, as the user named it
    /// @param run which run of the table it is; empty if the table holds one
    /// @param steps at least one, from 0 on, rising
    /// @param loss one number a step
    /// @param columns the other columns of numbers by name, in the order of the table; NaN where one is missing
    /// @param carried whether the numbers came with the experiment, so that they are to stay with it
    public RecordedPath(
            Path file,
            Optional<String> run,
            int[] steps,
            double[] loss,
            Map<String, double[]> columns,
            boolean carried) {
        if (steps.length == 0 || loss.length != steps.length || steps[0] < 0) {
            throw new IllegalArgumentException("a recorded path needs a loss for each of its steps, from 0 on");
        }
        for (int i = 1; i < steps.length; i++) {
            if (steps[i] <= steps[i - 1]) {
                throw new IllegalArgumentException("the steps of a recorded path must rise");
            }
        }
        this.file = file;
        this.run = run;
        this.steps = steps.clone();
        this.loss = loss.clone();
        Map<String, double[]> own = new LinkedHashMap<>();
        columns.forEach((name, values) -> own.put(name, values.clone()));
        this.columns = own;
        this.carried = carried;
    }

    /// The path of a table that is read from its file.
    public RecordedPath(Path file, Optional<String> run, int[] steps, double[] loss, Map<String, double[]> columns) {
        this(file, run, steps, loss, columns, false);
    }

    /// The table, as the user named it.
    public Path file() {
        return file;
    }

    /// Which run of the table it is; empty if the table holds one.
    public Optional<String> run() {
        return run;
    }

    /// The same numbers as those of a run of that name.
    public RecordedPath withRun(Optional<String> name) {
        return new RecordedPath(file, name, steps, loss, columns, carried);
    }

    /// The same numbers, to stay with the experiment or not.
    public RecordedPath withCarried(boolean stays) {
        return new RecordedPath(file, run, steps, loss, columns, stays);
    }

    /// Whether the numbers came with the experiment and not from the file, so that they are to stay with it.
    public boolean carried() {
        return carried;
    }

    /// The names of the other columns, in the order of the table.
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /// The number of rows, at least 1.
    public int rows() {
        return steps.length;
    }

    public int step(int row) {
        return steps[row];
    }

    public int firstStep() {
        return steps[0];
    }

    public int lastStep() {
        return steps[steps.length - 1];
    }

    /// J, or whatever was minimised, as the table says it.
    public double loss(int row) {
        return loss[row];
    }

    /// Whether there is a column of that name.
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /// A number of a column, NaN where it is missing or there is no such column.
    public double number(String column, int row) {
        double[] values = columns.get(column);
        return values == null ? Double.NaN : values[row];
    }

    /// The names of the columns that say nothing about the method: parameters, of this problem or of another.
    public List<String> parameters() {
        List<String> names = new ArrayList<>(columns.keySet());
        names.removeAll(List.of(RATE, EVALUATIONS, GRADIENT_NORM));
        return List.copyOf(names);
    }

    /// Whether it has a column for every one of these parameters, so that it lies on their surface.
    ///
    /// @throws IllegalArgumentException with a sentence, if it has columns for some of them only
    public boolean covers(List<String> names) {
        List<String> missing = names.stream().filter(name -> !has(name)).toList();
        if (!missing.isEmpty() && missing.size() < names.size()) {
            List<String> there = names.stream().filter(this::has).toList();
            throw new IllegalArgumentException(file.getFileName() + " has " + listed("column", there)
                    + " but none for " + listed("parameter", missing)
                    + ": add what is missing, or leave out all parameters, and only its loss is drawn.");
        }
        return missing.isEmpty();
    }

    private static String listed(String noun, List<String> names) {
        int most = 5;
        String some = String.join(", ", names.subList(0, Math.min(most, names.size())));
        String more = names.size() > most ? " and " + (names.size() - most) + " more" : "";
        return (names.size() == 1 ? "a " + noun + " " : noun + "s ") + some + more;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof RecordedPath path && same(path));
    }

    private boolean same(RecordedPath path) {
        return file.equals(path.file)
                && run.equals(path.run)
                && carried == path.carried
                && Arrays.equals(steps, path.steps)
                && Arrays.equals(loss, path.loss)
                && columns.keySet().equals(path.columns.keySet())
                && columns.entrySet().stream()
                        .allMatch(column -> Arrays.equals(column.getValue(), path.columns.get(column.getKey())));
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, run, Arrays.hashCode(steps), Arrays.hashCode(loss));
    }

    @Override
    public String toString() {
        return "recorded in " + file + run.map(name -> ", run " + name).orElse("");
    }
}
