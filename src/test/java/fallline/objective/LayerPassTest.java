package fallline.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.objective.kernel.Activation;
import fallline.objective.model.DesignMatrix;
import fallline.objective.model.LayerPass;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.NeuralNetwork.Design;
import fallline.objective.model.NeuralNetwork.Loss;
import fallline.objective.model.RowGradients;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One row's way through the layers, against NumPy (src/test/python/network_layers.py).
@DisplayName("A row's way through a network")
class LayerPassTest {
    static Stream<JsonNode> cases() {
        return StreamSupport.stream(
                Golden.read("network_layers.json").get("cases").spliterator(), false);
    }

    @DisplayName("has the numbers that NumPy computes by hand, forwards and backwards, in every layer")
    @ParameterizedTest(name = "case {index}")
    @MethodSource("cases")
    void asNumpy(JsonNode example) {
        NeuralNetwork network = network(example);
        RowGradients rows = new RowGradients(network);
        double[] theta = Golden.numbers(example.get("theta"));
        for (int row = 0; row < example.get("rows").size(); row++) {
            for (int layer = 0; layer < network.shape().layers(); layer++) {
                JsonNode expected = example.get("rows").get(row).get(layer);
                LayerPass pass = LayerPass.of(network, rows, theta, row, layer);
                close(pass.in(), expected.get("in"));
                close(pass.sums(), expected.get("z"));
                close(pass.outputs(), expected.get("a"));
                close(pass.deltas(), expected.get("delta"));
                close(pass.slopes(), expected.get("slopes"));
                assertThat(pass.weights()).hasSize(pass.units() * pass.in().length);
                assertThat(pass.biases()).hasSize(pass.units());
            }
        }
    }

    @DisplayName("begins its way back with the residual of its prediction")
    @ParameterizedTest(name = "case {index}")
    @MethodSource("cases")
    void residual(JsonNode example) {
        NeuralNetwork network = network(example);
        RowGradients rows = new RowGradients(network);
        double[] theta = Golden.numbers(example.get("theta"));
        for (int row = 0; row < example.get("rows").size(); row++) {
            double[] gradient = rows.of(theta, row);
            double[] predicted = rows.predictions(theta, row);
            for (int output = 0; output < predicted.length; output++) {
                assertThat(rows.residual(gradient, output))
                        .isCloseTo(predicted[output] - rows.target(row, output), within(1e-13));
            }
        }
    }

    private static void close(double[] actual, JsonNode expected) {
        assertThat(actual).containsExactly(Golden.numbers(expected), within(1e-13));
    }

    private static NeuralNetwork network(JsonNode example) {
        List<Column> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonNode column : example.get("x")) {
            names.add("x" + (names.size() + 1));
            columns.add(new NumberColumn(names.getLast(), Golden.numbers(column)));
        }
        List<Integer> sizes = new ArrayList<>();
        example.get("sizes").forEach(size -> sizes.add(size.asInt()));
        List<String> classes =
                switch (example.get("output").asText()) {
                    case "VALUE" -> List.of();
                    case "LOGIT" -> List.of("no", "yes");
                    default -> List.of("a", "b", "c");
                };
        Activation activation =
                Activation.valueOf(example.get("activation").asText().toUpperCase(Locale.ROOT));
        return NeuralNetwork.of(
                DesignMatrix.of(new Dataset("golden", new DataSource.Columns(), columns), names),
                Golden.numbers(example.get("y")),
                classes,
                new Design(
                        sizes.subList(1, sizes.size() - 1),
                        activation,
                        classes.isEmpty() ? Loss.MSE : Loss.CROSS_ENTROPY),
                0);
    }
}
