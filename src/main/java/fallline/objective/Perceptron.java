package fallline.objective;

/// Looks for planes that separate classes: w_c·x is largest for the row's own class c, in every row.
///
/// Where there are such planes the multiclass perceptron finds some after at most 2(R/γ)² mistakes, with R the rows'
/// size and γ their margin; the search ends after a fixed number of operations, so that a narrow margin may be missed.
/// Sources: Rosenblatt 1958; Crammer & Singer 2003, *Ultraconservative Online Algorithms for Multiclass Problems*.
public final class Perceptron {
    /// Numbers of data that are looked at: well below a second.
    private static final long MOST_NUMBERS = 100_000_000;

    private static final int MOST_ROUNDS = 20_000;

    private final double[][] rows;
    private final double[] codes;
    private final double[][] planes;

    private Perceptron(double[][] columns, double[] codes, int classes) {
        this.codes = codes;
        int k = columns.length;
        rows = new double[codes.length][k + 1];
        planes = new double[classes][k + 1];
        for (int j = 0; j < k; j++) {
            double mean = 0;
            for (double value : columns[j]) {
                mean += value / codes.length;
            }
            double far = 0;
            for (double value : columns[j]) {
                far = Math.max(far, Math.abs(value - mean));
            }
            for (int i = 0; i < rows.length; i++) {
                rows[i][j] = far > 0 ? (columns[j][i] - mean) / far : 0;
            }
        }
        for (double[] row : rows) {
            row[k] = 1;
        }
    }

    /// Whether planes were found.
    ///
    /// @param columns k columns of m numbers
    /// @param codes the rows' classes, 0 … `classes` − 1
    public static boolean separates(double[][] columns, double[] codes, int classes) {
        var search = new Perceptron(columns, codes, classes);
        long numbers = (long) codes.length * (columns.length + 1) * classes;
        long rounds = Math.clamp(MOST_NUMBERS / Math.max(1, numbers), 1, MOST_ROUNDS);
        for (long round = 0; round < rounds; round++) {
            if (search.mistakes() == 0) {
                return true;
            }
        }
        return false;
    }

    private int mistakes() {
        int mistakes = 0;
        for (int i = 0; i < rows.length; i++) {
            int own = (int) codes[i];
            int rival = rival(rows[i], own);
            if (rival >= 0) {
                mistakes++;
                for (int j = 0; j < rows[i].length; j++) {
                    planes[own][j] += rows[i][j];
                    planes[rival][j] -= rows[i][j];
                }
            }
        }
        return mistakes;
    }

    /// The strongest other class if it is not below the row's own; −1 if it is.
    private int rival(double[] row, int own) {
        double mine = dot(planes[own], row);
        int best = -1;
        double most = mine;
        for (int c = 0; c < planes.length; c++) {
            double value = c == own ? Double.NEGATIVE_INFINITY : dot(planes[c], row);
            if (value >= most) {
                most = value;
                best = c;
            }
        }
        return best;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }
}
