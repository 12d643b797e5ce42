package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.Dataset;
import fallline.file.json.Fields;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.List;

/// A problem of the kind `softmax-regression`.
final class SoftmaxCodec {
    static final String KIND = "softmax-regression";

    private final DataCodec data;

    SoftmaxCodec(DataCodec data) {
        this.data = data;
    }

    Problem read(Fields fields) {
        Dataset table = ModelFields.data(fields, data);
        List<String> features = ModelFields.features(fields);
        String target = ModelFields.target(fields);
        ModelOptions options = new ModelOptions(false, 1, ModelFields.l2(fields), ModelFields.standardise(fields));
        return ModelFields.build(fields, () -> Problems.softmax(table, features, target, options));
    }

    void write(Problem.Softmax problem, ObjectNode node) {
        node.put("kind", KIND);
        ModelFields.writeData(problem, data, node);
        ModelFields.write(problem.options(), node);
    }
}
