package fallline.objective.model;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.data.Standardisation;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The features of a model: m rows of k ≥ 1 finite numbers, by column, none of them constant.
public final class DesignMatrix {
    /// The highest degree of a polynomial.
    public static final int HIGHEST_DEGREE = 9;

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
                throw new DataException("The feature " + Quote.of(feature) + " is chosen twice: choose it once.");
            }
            columns[j] = finite(data, feature);
            if (isConstant(columns[j])) {
                throw new DataException(data.name() + ": column " + Quote.of(feature) + " is " + columns[j][0]
                        + " in every row and cannot explain anything: choose a column that varies.");
            }
        }
        return new DesignMatrix(features, columns, Optional.empty());
    }

    /// Takes columns as features, as [#of], for a model that predicts `target`.
    ///
    /// @throws DataException as there, and if the target is among the features
    public static DesignMatrix of(Dataset data, List<String> features, String target) {
        if (features.contains(target)) {
            throw new DataException("The target " + Quote.of(target) + " is among the features: remove it there.");
        }
        return of(data, features);
    }

    /// The powers x, x², … of one feature as columns `x`, `x^2`, ….
    ///
    /// @param degree the highest power, 1 to 9
    /// @throws DataException as [#of], and if there are more features, or a power is too large for a double
    /// @throws IllegalArgumentException with a sentence, if the degree is out of range
    public static DesignMatrix polynomial(Dataset data, List<String> features, String target, int degree) {
        if (degree < 1 || degree > HIGHEST_DEGREE) {
            throw new IllegalArgumentException("the degree must be 1 to " + HIGHEST_DEGREE + ", got " + degree);
        }
        DesignMatrix plain = of(data, features, target);
        if (degree == 1) {
            return plain;
        }
        if (features.size() > 1) {
            throw new DataException("A polynomial has one feature, but " + features.size() + " are chosen ("
                    + list(features) + "): choose one of them, or the degree 1.");
        }
        return new DesignMatrix(
                powerNames(features.getFirst(), degree),
                powers(features.getFirst(), plain.columns[0], degree),
                Optional.empty());
    }

    private static List<String> powerNames(String feature, int degree) {
        List<String> names = new ArrayList<>(List.of(feature));
        for (int power = 2; power <= degree; power++) {
            names.add(feature + "^" + power);
        }
        return names;
    }

    /// xᵖ = xᵖ⁻¹·x.
    private static double[][] powers(String feature, double[] x, int degree) {
        double[][] powers = new double[degree][];
        powers[0] = x;
        for (int p = 1; p < degree; p++) {
            powers[p] = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                powers[p][i] = powers[p - 1][i] * x[i];
                if (!Double.isFinite(powers[p][i])) {
                    throw new DataException(Quote.of(feature) + " to the power of " + (p + 1) + " is too large in row "
                            + (i + 1) + ": choose a lower degree, or smaller units.");
                }
            }
        }
        return powers;
    }

    /// The same features of other rows: the same columns, powers and units.
    ///
    /// @throws DataException if a column is missing, text, or has a missing or infinite value
    public DesignMatrix like(Dataset other) {
        boolean polynomial = names.size() > 1
                && names.equals(powerNames(names.getFirst(), names.size()))
                && other.find(names.get(1)).isEmpty();
        double[][] plain;
        if (polynomial) {
            plain = powers(names.getFirst(), finite(other, names.getFirst()), names.size());
        } else {
            plain = new double[names.size()][];
            for (int j = 0; j < plain.length; j++) {
                plain[j] = finite(other, names.get(j));
            }
        }
        return new DesignMatrix(
                names, standardisation.map(units -> units.apply(plain)).orElse(plain), standardisation);
    }

    /// The same features of some of the rows, in the same units.
    ///
    /// @param rows 0-based row numbers
    DesignMatrix taking(int[] rows) {
        double[][] taken = new double[columns.length][rows.length];
        for (int j = 0; j < taken.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                taken[j][i] = columns[j][rows[i]];
            }
        }
        return new DesignMatrix(names, taken, standardisation);
    }

    /// The numbers of a column that a model reads, as they are.
    ///
    /// @throws DataException if the column is unknown or text, or has a missing or infinite value
    public static double[] finite(Dataset data, String name) {
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
            throw new DataException(
                    data.name() + ": column " + Quote.of(name) + " has " + what + " value in row " + (first + 1)
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
        return Quote.list(names);
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
