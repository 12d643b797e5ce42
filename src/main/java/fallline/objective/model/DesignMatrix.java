package fallline.objective.model;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.data.Standardisation;
import fallline.number.Numbers;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The features of a model: m rows of k ≥ 1 finite numbers, by column, none of them constant.
public final class DesignMatrix {
    private final Expansion expansion;
    private final List<String> names;
    private final double[][] columns;
    private final Optional<Standardisation> standardisation;

    private DesignMatrix(Expansion expansion, double[][] columns, Optional<Standardisation> standardisation) {
        this.expansion = expansion;
        this.names = expansion.names();
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
                throw new DataException(
                        data.name() + ": column " + Quote.of(feature) + " is " + Numbers.exact(columns[j][0])
                                + " in every row and cannot explain anything: choose a column that varies.");
            }
        }
        return new DesignMatrix(Expansion.of(features, 1), columns, Optional.empty());
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

    /// The products of powers of the features up to a total degree ([Expansion]); of one feature `x`, `x^2`, ….
    ///
    /// @param degree 1 for the features themselves
    /// @throws DataException as [#of], and if a product is too large for a double
    /// @throws IllegalArgumentException with a sentence, if the degree is out of range
    public static DesignMatrix polynomial(Dataset data, List<String> features, String target, int degree) {
        DesignMatrix plain = of(data, features, target);
        if (degree == 1) {
            return plain;
        }
        Expansion expansion = Expansion.of(features, degree);
        return new DesignMatrix(expansion, products(expansion, plain.columns), Optional.empty());
    }

    private static double[][] products(Expansion expansion, double[][] plain) {
        double[][] products = expansion.columns(plain);
        for (int j = plain.length; j < products.length; j++) {
            for (int i = 0; i < products[j].length; i++) {
                if (!Double.isFinite(products[j][i])) {
                    throw new DataException(Quote.of(expansion.names().get(j)) + " is too large in row " + (i + 1)
                            + ": choose a lower degree, or smaller units.");
                }
            }
        }
        return products;
    }

    /// The same features of other rows: the same columns, products and units.
    ///
    /// @throws DataException if a column is missing, text, or has a missing or infinite value
    public DesignMatrix like(Dataset other) {
        double[][] plain = new double[expansion.features().size()][];
        for (int j = 0; j < plain.length; j++) {
            plain[j] = finite(other, expansion.features().get(j));
        }
        double[][] products = products(expansion, plain);
        return new DesignMatrix(
                expansion, standardisation.map(units -> units.apply(products)).orElse(products), standardisation);
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
        return new DesignMatrix(expansion, taken, standardisation);
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
    ///
    /// @throws DataException if a product is the same in every row, or has no finite deviation
    public DesignMatrix standardised() {
        for (int j = expansion.features().size(); j < columns.length; j++) {
            if (isConstant(columns[j])) {
                throw new DataException("'" + names.get(j) + "' is " + Numbers.exact(columns[j][0])
                        + " in every row and cannot be standardised: choose the degree 1, or leave the feature out.");
            }
        }
        Standardisation units = Standardisation.of(columns);
        return new DesignMatrix(expansion, units.apply(columns), Optional.of(units));
    }

    /// How the columns were standardised, if they were.
    public Optional<Standardisation> standardisation() {
        return standardisation;
    }

    /// How the columns were made of the data's; the data's own come first.
    public Expansion expansion() {
        return expansion;
    }

    /// The features' names, k of them; products of powers are features of their own.
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
