package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import java.util.List;
import java.util.function.Supplier;

/// The fields that all problems on data have.
final class ModelFields {
    private ModelFields() {}

    static Dataset data(Fields fields, DataCodec codec) {
        return codec.read(fields.need("data", "where the data is, such as {\"dataset\": \"hours_studied\"}"));
    }

    static List<String> features(Fields fields) {
        return fields.need("features", "a list of names of columns").texts();
    }

    static String target(Fields fields) {
        return fields.need("target", "the name of a column").text();
    }

    static double l2(Fields fields) {
        return fields.find("l2").map(ModelFields::nonNegative).orElse(0.0);
    }

    static double l1(Fields fields) {
        return fields.find("l1").map(ModelFields::nonNegative).orElse(0.0);
    }

    private static double nonNegative(Value value) {
        if (value.number() < 0) {
            throw value.refusal("0 or more");
        }
        return value.number();
    }

    static boolean standardise(Fields fields) {
        return fields.find("standardise").map(Value::flag).orElse(false);
    }

    /// Builds the problem; what does not fit together is said at its place.
    static Problem build(Fields fields, Supplier<Problem> problem) {
        try {
            return problem.get();
        } catch (IllegalArgumentException | DataException e) {
            throw FileException.at(fields.place().toString(), e);
        }
    }

    /// Writes data, features and target.
    static void writeData(Problem.OnData problem, DataCodec codec, ObjectNode node) {
        node.set("data", codec.write(problem.data()));
        problem.features().forEach(node.putArray("features")::add);
        node.put("target", problem.target());
    }

    static void write(ModelOptions options, ObjectNode node) {
        node.set("l2", JsonNumbers.node(options.l2()));
        if (options.l1() != 0) {
            node.set("l1", JsonNumbers.node(options.l1()));
        }
        node.put("standardise", options.standardise());
    }
}
