package fallline.objective.model;

import fallline.data.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The products of powers of k features up to a total degree: the columns that a curved model is linear in.
///
/// They stand in the order of their total degree, then by the first feature's power downwards: `x1`, `x2`, `x1^2`,
/// `x1*x2`, `x2^2`, …; the features themselves come first. Of k features and degree d there are C(k + d, d) − 1.
public final class Expansion {
    /// The highest degree of one feature.
    public static final int HIGHEST_DEGREE = 9;

    /// The highest total degree of several features.
    public static final int HIGHEST_TOTAL_DEGREE = 6;

    /// So many products at most.
    public static final int MOST_PRODUCTS = 500;

    private final List<String> features;
    private final int degree;
    /// The power of each feature in each product.
    private final int[][] powers;

    private Expansion(List<String> features, int degree, int[][] powers) {
        this.features = List.copyOf(features);
        this.degree = degree;
        this.powers = powers;
    }

    /// The products up to `degree`.
    ///
    /// @throws IllegalArgumentException with a sentence, if the degree is less than 1 or more than so many features
    /// take
    /// @throws DataException if two products would have one name
    public static Expansion of(List<String> features, int degree) {
        refusal(features.size(), degree).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        List<int[]> all = new ArrayList<>();
        for (int total = 1; total <= degree; total++) {
            add(new int[features.size()], 0, total, all);
        }
        Expansion expansion = new Expansion(features, degree, all.toArray(int[][]::new));
        Set<String> seen = new HashSet<>();
        for (String name : degree == 1 ? List.<String>of() : expansion.names()) {
            if (!seen.add(name)) {
                throw new DataException("Two columns of a model of degree " + degree + " would be called '" + name
                        + "': rename the feature of that name, or leave it out.");
            }
        }
        return expansion;
    }

    private static void add(int[] powers, int at, int left, List<int[]> all) {
        if (at == powers.length - 1) {
            int[] whole = powers.clone();
            whole[at] = left;
            all.add(whole);
            return;
        }
        for (int power = left; power >= 0; power--) {
            powers[at] = power;
            add(powers, at + 1, left - power, all);
        }
        powers[at] = 0;
    }

    /// The highest degree that so many features take.
    public static int highestDegree(int features) {
        int highest = 1;
        while (refusal(features, highest + 1).isEmpty()) {
            highest++;
        }
        return highest;
    }

    /// Why so many features cannot have the degree; empty if they can.
    private static Optional<String> refusal(int features, int degree) {
        int most = features == 1 ? HIGHEST_DEGREE : HIGHEST_TOTAL_DEGREE;
        if (degree < 1 || degree > most) {
            return Optional.of("the degree of " + (features == 1 ? "one feature" : features + " features")
                    + " must be 1 to " + most + ", got " + degree);
        }
        long products = products(features, degree);
        return degree > 1 && products > MOST_PRODUCTS
                ? Optional.of(features + " features of degree " + degree + " have " + products
                        + " products, and a model has at most " + MOST_PRODUCTS
                        + ": choose a lower degree or fewer features")
                : Optional.empty();
    }

    /// C(k + d, d) − 1.
    private static long products(int features, int degree) {
        double count = 1;
        for (int i = 1; i <= degree; i++) {
            count = count * (features + i) / i;
        }
        return Math.round(count) - 1;
    }

    /// The features that are multiplied.
    public List<String> features() {
        return features;
    }

    /// The highest total degree.
    public int degree() {
        return degree;
    }

    /// How many products there are.
    public int size() {
        return powers.length;
    }

    /// The power of each feature in product `j`: a copy.
    public int[] powers(int j) {
        return powers[j].clone();
    }

    /// `x1`, `x2`, `x1^2`, `x1*x2`, ….
    public List<String> names() {
        List<String> names = new ArrayList<>(powers.length);
        for (int[] product : powers) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < product.length; i++) {
                if (product[i] > 0) {
                    name.append(name.isEmpty() ? "" : "*").append(features.get(i));
                    name.append(product[i] > 1 ? "^" + product[i] : "");
                }
            }
            names.add(name.toString());
        }
        return List.copyOf(names);
    }

    /// The products of rows; each is the one with the last feature's power less by one, times that feature.
    ///
    /// @param columns k columns of any number of rows; they are themselves the first columns of the result
    /// @return [#size] columns, finite or not
    public double[][] columns(double[][] columns) {
        double[][] products = new double[powers.length][];
        System.arraycopy(columns, 0, products, 0, columns.length);
        for (int j = columns.length; j < powers.length; j++) {
            int[] less = powers[j].clone();
            int last = less.length - 1;
            while (less[last] == 0) {
                last--;
            }
            less[last]--;
            double[] before = products[place(less, j)];
            double[] factor = columns[last];
            double[] product = new double[factor.length];
            for (int i = 0; i < product.length; i++) {
                product[i] = before[i] * factor[i];
            }
            products[j] = product;
        }
        return products;
    }

    private int place(int[] wanted, int below) {
        int j = below - 1;
        while (!Arrays.equals(powers[j], wanted)) {
            j--;
        }
        return j;
    }
}
