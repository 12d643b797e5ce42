package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.Dataset;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.List;
import java.util.Optional;

/// A problem of the kind `logistic-regression`.
final class LogisticCodec {
    static final String KIND = "logistic-regression";

    private final DataCodec data;

    LogisticCodec(DataCodec data) {
        this.data = data;
    }

    Problem read(Fields fields) {
        Dataset table = ModelFields.data(fields, data);
        List<String> features = ModelFields.features(fields);
        String target = ModelFields.target(fields);
        Optional<String> positive = fields.find("positive").map(Value::word);
        ModelOptions options = new ModelOptions(false, 1, ModelFields.l2(fields), ModelFields.standardise(fields));
        return ModelFields.build(fields, () -> Problems.logistic(table, features, target, positive, options));
    }

    void write(Problem.Logistic problem, ObjectNode node) {
        node.put("kind", KIND);
        ModelFields.writeData(problem, data, node);
        node.put("positive", problem.positive());
        ModelFields.write(problem.options(), node);
    }
}
