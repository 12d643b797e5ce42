package fallline.data.read;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.data.CsvReader;
import fallline.data.Dataset;
import fallline.data.layout.Directions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tables printed in many ways")
class TableMatrixTest {
    private static final int TABLES = 500;

    @Test
    @DisplayName("are read as what they say: 500 of number style × separator × header × encoding × gaps")
    void matrix() {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < TABLES; seed++) {
            GeneratedTable table = GeneratedTable.of(seed);
            String fault = fault(table);
            if (!fault.isEmpty()) {
                String start =
                        table.text().substring(0, Math.min(160, table.text().length()));
                wrong.add(seed + " (" + table.how() + "): " + fault + "\n" + start + "\n");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String fault(GeneratedTable table) {
        try {
            Dataset data = CsvReader.read(Path.of("t.csv"), table.bytes(), Directions.NONE, _ -> {}, () -> false)
                    .dataset();
            double[] x = data.numbers(table.names().get(0));
            double[] y = data.numbers(table.names().get(1));
            if (!Arrays.equals(x, table.x())) {
                return "x is " + Arrays.toString(x);
            }
            return Arrays.equals(y, table.y())
                    ? ""
                    : "y is " + Arrays.toString(y) + ", not " + Arrays.toString(table.y());
        } catch (fallline.data.DataException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
