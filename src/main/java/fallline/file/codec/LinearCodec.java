package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.Dataset;
import fallline.file.json.Fields;
import fallline.objective.model.DesignMatrix;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.List;

/// A problem of the kind `linear-regression`.
final class LinearCodec {
    static final String KIND = "linear-regression";

    private final DataCodec data;

    LinearCodec(DataCodec data) {
        this.data = data;
    }

    Problem read(Fields fields) {
        Dataset table = ModelFields.data(fields, data);
        List<String> features = ModelFields.features(fields);
        String target = ModelFields.target(fields);
        boolean half = fields.find("loss")
                .map(loss -> loss.oneOf(List.of(false, true), LinearCodec::loss))
                .orElse(false);
        int degree = fields.find("degree")
                .map(value -> value.whole(1, DesignMatrix.HIGHEST_DEGREE))
                .orElse(1);
        ModelOptions options = new ModelOptions(half, degree, ModelFields.l2(fields), ModelFields.standardise(fields));
        return ModelFields.build(fields, () -> Problems.linear(table, features, target, options));
    }

    void write(Problem.Linear problem, ObjectNode node) {
        node.put("kind", KIND);
        ModelFields.writeData(problem, data, node);
        node.put("loss", loss(problem.options().halfLoss()));
        node.put("degree", problem.options().degree());
        ModelFields.write(problem.options(), node);
    }

    private static String loss(boolean half) {
        return half ? "half-mse" : "mse";
    }
}
