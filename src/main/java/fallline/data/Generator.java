package fallline.data;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Points made by a recipe of chance, the same for the same settings on every machine.
///
/// Numbers come from [RandomStream] keyed by (seed, stream 0, the generator's place in this list), drawn point by
/// point. Values are rounded to four decimals, so that a file that holds them is short and exact.
public enum Generator {
    /// y = 2 + 0.5·x + noise with x even in 0 … 10; every tenth point lies 10 higher.
    LINE("A line with noise and outliers", "y", List.of("x")),
    /// Two round clouds of the deviation `noise` around (−1, −1) and (1, 1).
    BLOBS("Two blobs", "class", List.of("x1", "x2")),
    /// Two half circles that reach into each other, the second turned and shifted by (1, ½).
    MOONS("Two moons", "class", List.of("x1", "x2")),
    /// A circle of radius ½ inside one of radius 1.
    CIRCLES("Circles", "class", List.of("x1", "x2")),
    /// Two arms that wind one and a half times round the origin.
    SPIRAL("Two spirals", "class", List.of("x1", "x2")),
    /// y = sin x + noise with x even in 0 … 2π.
    SINE("A sine wave", "y", List.of("x")),
    /// Four squares in −1 … 1, of which those across a corner are of one class.
    XOR("Exclusive or", "class", List.of("x1", "x2"));

    /// The most points.
    public static final int MOST_POINTS = 1_000_000;

    private static final List<String> CLASSES = List.of("blue", "orange");

    private final String title;
    private final String target;
    private final List<String> features;

    Generator(String title, String target, List<String> features) {
        this.title = title;
        this.target = target;
        this.features = features;
    }

    /// A few words for a list.
    public String title() {
        return title;
    }

    /// The column to be predicted: `y`, or `class` with the classes `blue` and `orange`.
    public String target() {
        return target;
    }

    /// The columns to predict from.
    public List<String> features() {
        return features;
    }

    /// Makes points.
    ///
    /// @param count 2 to 1,000,000; classes take turns
    /// @param noise the deviation of the normal numbers that are added, 0 to 10
    /// @throws DataException with a sentence, if count or noise is out of range
    @SuppressWarnings("EnumOrdinal") // the order of the constants is part of the data that a seed stands for
    public Dataset generate(int count, double noise, long seed) {
        if (count < 2 || count > MOST_POINTS) {
            throw new DataException(
                    "The number of points must be 2 to 1\u202f000\u202f000, got " + Numbers.whole(count) + ".");
        }
        if (!(noise >= 0 && noise <= 10)) {
            throw new DataException("The noise must be 0 to 10, got " + Numbers.exact(noise) + ".");
        }
        RandomStream random = RandomStream.of(seed, 0, ordinal());
        double[] first = new double[count];
        double[] second = new double[count];
        for (int i = 0; i < count; i++) {
            double[] point = point(i, count, noise, random);
            first[i] = rounded(point[0]);
            second[i] = rounded(point[1]);
        }
        return new Dataset(title, new DataSource.Columns(), columns(first, second));
    }

    private List<Column> columns(double[] first, double[] second) {
        if (features.size() == 1) {
            return List.of(new NumberColumn("x", first), new NumberColumn("y", second));
        }
        List<String> labels = new ArrayList<>(first.length);
        for (int i = 0; i < first.length; i++) {
            labels.add(CLASSES.get(i % 2));
        }
        return List.of(new NumberColumn("x1", first), new NumberColumn("x2", second), new TextColumn("class", labels));
    }

    /// Point `i`, of the class i mod 2 where there are classes.
    private double[] point(int i, int count, double noise, RandomStream random) {
        int kind = i % 2;
        return switch (this) {
            case LINE -> {
                double x = 10 * random.uniform();
                double lift = i % 10 == 9 ? 10 : 0;
                yield new double[] {x, 2 + 0.5 * x + lift + noise * random.normal()};
            }
            case SINE -> {
                double x = 2 * Math.PI * random.uniform();
                yield new double[] {x, StrictMath.sin(x) + noise * random.normal()};
            }
            case BLOBS -> {
                double centre = kind == 0 ? -1 : 1;
                yield noisy(centre, centre, noise, random);
            }
            case MOONS -> {
                double angle = Math.PI * random.uniform();
                double x = StrictMath.cos(angle);
                double y = StrictMath.sin(angle);
                yield kind == 0 ? noisy(x, y, noise, random) : noisy(1 - x, 0.5 - y, noise, random);
            }
            case CIRCLES -> {
                double angle = 2 * Math.PI * random.uniform();
                double radius = kind == 0 ? 1 : 0.5;
                yield noisy(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), noise, random);
            }
            case SPIRAL -> {
                double along = (Math.floorDiv(i, 2) + 0.5) / Math.floorDiv(count + 1, 2);
                double angle = 3 * Math.PI * along + Math.PI * kind;
                yield noisy(along * StrictMath.cos(angle), along * StrictMath.sin(angle), noise, random);
            }
            case XOR -> {
                double x = 2 * random.uniform() - 1;
                double y = random.uniform() * (x < 0 == (kind == 0) ? 1 : -1);
                yield noisy(x, y, noise, random);
            }
        };
    }

    private static double[] noisy(double x, double y, double noise, RandomStream random) {
        return new double[] {x + noise * random.normal(), y + noise * random.normal()};
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4 + 0.0;
    }
}
