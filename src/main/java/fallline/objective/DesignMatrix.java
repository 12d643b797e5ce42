package fallline.objective;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.data.Standardisation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The features of a model: m rows of k ≥ 1 finite numbers, by column, none of them constant.
public final class DesignMatrix {
    private final List<String> names;
    private final double[][] columns;
    private final Optional<Standardisation> standardisation;

    private DesignMatrix(List<String> names, double[][] columns, Optional<Standardisation> standardisation) {
        this.names = List.copyOf(names);
        this.columns = columns;
        this.standardisation = standardisation;
    }

    /// Takes columns of a data set as features, as they are.
    ///
    /// @throws DataException if there is no feature, one is named twice, unknown, text, constant, or has a missing
    /// or
    ///     infinite value, or if the data set has a single row
    public static DesignMatrix of(Dataset data, List<String> features) {
        if (features.isEmpty()) {
            throw new DataException("No feature is chosen: choose at least one column of numbers of " + data.name()
                    + (data.numberNames().isEmpty() ? ", which has none." : ": " + list(data.numberNames()) + "."));
        }
        if (data.rows() == 1) {
            throw new DataException(data.name() + " has only one row: a model needs at least two.");
        }
        var seen = new HashSet<String>();
        double[][] columns = new double[features.size()][];
        for (int j = 0; j < columns.length; j++) {
            String feature = features.get(j);
            if (!seen.add(feature)) {
                throw new DataException("The feature '" + feature + "' is chosen twice: choose it once.");
            }
            columns[j] = finite(data, feature);
            if (isConstant(columns[j])) {
                throw new DataException(data.name() + ": column '" + feature + "' is " + columns[j][0]
                        + " in every row and cannot explain anything: choose a column that varies.");
            }
        }
        return new DesignMatrix(features, columns, Optional.empty());
    }

    /// The numbers of a column that a model reads, as they are.
    ///
    /// @throws DataException if the column is unknown or text, or has a missing or infinite value
    static double[] finite(Dataset data, String name) {
        double[] values = data.numbers(name);
        int bad = 0;
        int first = 0;
        for (int i = values.length - 1; i >= 0; i--) {
            if (!Double.isFinite(values[i])) {
                bad++;
                first = i;
            }
        }
        if (bad > 0) {
            String what = Double.isNaN(values[first]) ? "a missing" : "an infinite";
            throw new DataException(data.name() + ": column '" + name + "' has " + what + " value in row " + (first + 1)
                    + (bad > 1 ? " and " + (bad - 1) + " more below" : "")
                    + ": skip or fill such rows (gaps: skip or fill), or choose another column.");
        }
        return values;
    }

    /// The columns of a data set that [#of] would take, each with the reason if it would not.
    public static List<Candidate> candidates(Dataset data) {
        List<Candidate> candidates = new ArrayList<>();
        for (var column : data.columns()) {
            Optional<String> reason =
                    switch (column) {
                        case TextColumn _ -> Optional.of("text");
                        case NumberColumn numbers -> unfit(numbers.values());
                    };
            candidates.add(new Candidate(column.name(), reason));
        }
        return List.copyOf(candidates);
    }

    /// A column that may become a feature.
    ///
    /// @param reason in a few words why it cannot, if it cannot: `text`, `constant`, `missing values`
    public record Candidate(String name, Optional<String> reason) {}

    private static Optional<String> unfit(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return Optional.of(Double.isNaN(value) ? "missing values" : "infinite values");
            }
        }
        return isConstant(values) ? Optional.of("constant") : Optional.empty();
    }

    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static String list(List<String> names) {
        return String.join(", ", names);
    }

    /// The same features with mean 0 and deviation 1.
    public DesignMatrix standardised() {
        Standardisation units = Standardisation.of(columns);
        return new DesignMatrix(names, units.apply(columns), Optional.of(units));
    }

    /// How the columns were standardised, if they were.
    public Optional<Standardisation> standardisation() {
        return standardisation;
    }

    /// The features' names, k of them.
    public List<String> names() {
        return names;
    }

    /// The number of rows, m.
    public int rows() {
        return columns[0].length;
    }

    /// The number of features, k.
    public int features() {
        return columns.length;
    }

    /// k arrays of m numbers, not copies: not to be changed.
    public double[][] columns() {
        return columns;
    }

    /// `intercept` and the features' names.
    List<String> parameterNames() {
        List<String> all = new ArrayList<>();
        all.add("intercept");
        all.addAll(names);
        return List.copyOf(all);
    }
}
