package fallline.export.python;

import fallline.export.ExportException;
import fallline.expr.print.PythonDialect;
import fallline.objective.model.DataModel;
import fallline.objective.model.DesignMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/// The data of a model as Python: the features `X`, the target `y` and the number of `ROWS`.
final class PythonData {
    /// Up to so many numbers are written out; more are packed.
    private static final int READABLE = 20_000;

    /// More numbers would make a script that no editor opens.
    private static final int MOST = 2_000_000;

    private static final int LINE = 100;

    /// A comment names so many classes at most.
    private static final int NAMED = 10;

    private final PythonDialect dialect;

    PythonData(PythonDialect dialect) {
        this.dialect = dialect;
    }

    /// With a target of values, or of 0 and 1.
    ///
    /// @param targetWords what the target is
    /// @throws ExportException with a sentence, if there are too many numbers
    List<List<String>> values(DataModel model, String targetWords) {
        return data(model, targetWords, false);
    }

    /// With a target of the classes' numbers.
    ///
    /// @throws ExportException with a sentence, if there are too many numbers
    List<List<String>> classes(DataModel model, String target) {
        List<String> all = model.classes();
        StringBuilder words = new StringBuilder("the class of " + target);
        for (int c = 0; c < Math.min(all.size(), NAMED); c++) {
            words.append(c == 0 ? ": " : ", ").append(c).append(" is ").append(all.get(c));
        }
        return data(model, words + (all.size() > NAMED ? ", …" : ""), true);
    }

    private List<List<String>> data(DataModel model, String targetWords, boolean whole) {
        DesignMatrix features = model.features();
        double[] target = model.target();
        int k = features.features();
        if ((long) (k + 1) * target.length > MOST) {
            throw new ExportException("The data have " + (long) (k + 1) * target.length
                    + " numbers, and a script holds " + "at most 2\u202f000\u202f000: choose fewer columns or rows.");
        }
        boolean readable = (k + 1) * target.length <= READABLE;
        List<String> lines = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            String name = "x" + (j + 1);
            columns.add(name);
            lines.add("# " + name + " is " + PythonText.words(features.names().get(j)) + units(features, j));
            lines.addAll(column(name, features.columns()[j], readable));
        }
        lines.add("# y is " + PythonText.words(targetWords));
        lines.addAll(column("y", target, readable));
        lines.add("");
        boolean numpy = dialect == PythonDialect.NUMPY;
        String list = "[" + String.join(", ", columns) + "]";
        String kind = (numpy ? "" : "torch.") + (whole ? numpy ? "int" : "int64" : numpy ? "float" : "float64");
        lines.add(
                numpy
                        ? "X, y, ROWS = np.column_stack(" + list + "), np.array(y, " + kind + "), len(y)"
                        : "X = torch.tensor(" + list + ", dtype=torch.float64).T");
        if (!numpy) {
            lines.add("y, ROWS = torch.tensor(y, dtype=" + kind + "), len(y)");
        }
        return new ArrayList<>(List.of(lines));
    }

    private static String units(DesignMatrix features, int j) {
        return features.standardisation()
                .map(units -> ", standardised: minus " + units.means()[j] + ", over " + units.deviations()[j])
                .orElse("");
    }

    private static List<String> column(String name, double[] numbers, boolean readable) {
        if (readable) {
            return PythonText.assignment(name, numbers);
        }
        List<String> lines = new ArrayList<>(List.of(name + " = decode(\"\"\""));
        String packed = packed(numbers);
        for (int at = 0; at < packed.length(); at += LINE) {
            lines.add(packed.substring(at, Math.min(at + LINE, packed.length())));
        }
        lines.add("\"\"\")");
        return lines;
    }

    private static String packed(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(small)) {
            deflater.write(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(small.toByteArray());
    }
}
