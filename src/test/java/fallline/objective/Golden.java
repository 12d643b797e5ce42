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
