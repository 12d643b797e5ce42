package fallline.data.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fallline.data.CompleteRows;
import fallline.data.CsvReader;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.data.Gaps;
import fallline.data.layout.Directions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Tables as people have them")
class TableCasesTest {
    private static byte[] bytes(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(TableCasesTest.class.getResourceAsStream("/tables/" + file))) {
            return stream.readAllBytes();
        }
    }

    static Stream<JsonNode> cases() throws IOException {
        JsonNode all = new ObjectMapper().readTree(bytes("tables.json"));
        return StreamSupport.stream(all.spliterator(), false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("give the line that is known to be theirs, or are refused in words that name the place")
    void lines(JsonNode one) throws IOException {
        String file = one.get("file").asText();
        byte[] bytes = bytes(file);
        if (one.has("refused")) {
            for (JsonNode word : one.get("refused")) {
                assertThatThrownBy(() -> read(file, bytes)).hasMessageContaining(word.asText());
            }
            return;
        }
        String x = one.get("x").asText();
        String y = one.get("y").asText();
        Dataset data = CompleteRows.of(read(file, bytes).withGaps(Gaps.SKIP), List.of(x), y, false)
                .data();
        double[] line = line(data.numbers(x), data.numbers(y));
        for (int i = 0; i < 2; i++) {
            double want = one.get("line").get(i).asDouble();
            assertThat(line[i]).isCloseTo(want, within(1e-9 * Math.max(1, Math.abs(want))));
        }
    }

    private static Dataset read(String file, byte[] bytes) throws DataException {
        return CsvReader.read(Path.of(file), bytes, Directions.NONE, _ -> {}, () -> false)
                .dataset();
    }

    /// Intercept and slope of least squares, by deviations from the means.
    private static double[] line(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / x.length;
        }
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return new double[] {meanY - xy / xx * meanX, xy / xx};
    }
}
