package fallline.objective;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.DataSource;
import fallline.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The reference files that were computed elsewhere.
public final class Golden {
    private Golden() {}

    public static JsonNode read(String file) {
        try (InputStream stream = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + file))) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }

    /// What the columns of [#iris] are called.
    public static final List<String> IRIS_FEATURES =
            List.of("sepal_length", "sepal_width", "petal_length", "petal_width");

    /// The data of traj_softmax_iris.json: the four features and `species` in words.
    public static Dataset iris() {
        JsonNode data = read("traj_softmax_iris.json").get("data");
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < IRIS_FEATURES.size(); j++) {
            double[] values = new double[data.get("X").size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = data.get("X").get(i).get(j).asDouble();
            }
            columns.add(new NumberColumn(IRIS_FEATURES.get(j), values));
        }
        List<String> words = new ArrayList<>();
        data.get("y")
                .forEach(code -> words.add(data.get("classes").get(code.asInt()).asText()));
        columns.add(new Column.TextColumn("species", words));
        return new Dataset("iris", new DataSource.Columns(), columns);
    }

    /// The data of traj_linreg.json or traj_logistic.json: columns x or x1, x2, … and y.
    public static Dataset data(String file) {
        JsonNode data = read(file).get("data");
        List<Column> columns = new ArrayList<>();
        if (data.has("x")) {
            columns.add(new NumberColumn("x", numbers(data.get("x"))));
        } else {
            JsonNode rows = data.get("X");
            for (int j = 0; j < rows.get(0).size(); j++) {
                double[] values = new double[rows.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = rows.get(i).get(j).asDouble();
                }
                columns.add(new NumberColumn("x" + (j + 1), values));
            }
        }
        columns.add(new NumberColumn("y", numbers(data.get("y"))));
        return new Dataset(file, new DataSource.Columns(), columns);
    }
}
