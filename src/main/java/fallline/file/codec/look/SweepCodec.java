package fallline.file.codec.look;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.Experiment;
import fallline.experiment.view.SweepLook;
import fallline.experiment.view.SweepLook.Axis;
import fallline.experiment.view.SweepLook.Measure;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import fallline.text.Quote;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// `sweep` in the view: which map of runs is shown. Every field may be left out.
public final class SweepCodec {
    private static final int USUAL_CELLS = 128;

    private SweepCodec() {}

    /// @throws FileException with a sentence that names the field
    public static SweepLook read(Value value, Experiment experiment) {
        Fields fields = value.fields();
        Optional<Value> epsilon = fields.find("epsilon");
        SweepLook look = new SweepLook(
                fields.find("run").map(run -> run(run, experiment)),
                fields.find("x").map(axis -> axis(axis, experiment)),
                fields.find("y").map(axis -> axis(axis, experiment)),
                fields.find("measure")
                        .map(measure -> measure.oneOf(Arrays.asList(Measure.values()), SweepCodec::word))
                        .orElse(Measure.STEPS),
                epsilon.isPresent() ? OptionalDouble.of(epsilon.get().number()) : OptionalDouble.empty());
        fields.end();
        return look;
    }

    private static String run(Value name, Experiment experiment) {
        if (experiment.indexOf(name.text()) < 0) {
            throw name.refusal("the name of a run");
        }
        return name.text();
    }

    private static Axis axis(Value value, Experiment experiment) {
        Fields fields = value.fields();
        String setting = setting(fields.need("setting", "the name of a setting"), experiment);
        Axis axis;
        try {
            axis = new Axis(
                    setting,
                    fields.need("min", "a number").number(),
                    fields.need("max", "a number").number(),
                    fields.find("log").map(Value::flag).orElse(false),
                    fields.find("n")
                            .map(n -> n.whole(SweepLook.LEAST_CELLS, SweepLook.MOST_CELLS))
                            .orElse(USUAL_CELLS));
        } catch (IllegalArgumentException e) {
            throw FileException.at(value.place().toString(), e);
        }
        fields.end();
        return axis;
    }

    /// What the optimizer has, only the optimizer knows; what the problem has is known here.
    private static String setting(Value name, Experiment experiment) {
        String setting = name.text();
        List<String> parameters = experiment.problem().objective().parameterNames();
        if (setting.startsWith(SweepLook.START) && !parameters.contains(setting.substring(SweepLook.START.length()))) {
            throw name.refusal(Quote.of(SweepLook.START) + " and one of the parameters " + Quote.list(parameters));
        }
        return setting;
    }

    /// What names a run or a parameter that is there no more is left out.
    public static ObjectNode write(SweepLook look, Experiment experiment) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        look.run().filter(run -> experiment.indexOf(run) >= 0).ifPresent(run -> node.put("run", run));
        look.x().filter(axis -> isThere(axis, experiment)).ifPresent(axis -> node.set("x", write(axis)));
        look.y().filter(axis -> isThere(axis, experiment)).ifPresent(axis -> node.set("y", write(axis)));
        node.put("measure", word(look.measure()));
        look.epsilon().ifPresent(epsilon -> node.set("epsilon", JsonNumbers.node(epsilon)));
        return node;
    }

    private static boolean isThere(Axis axis, Experiment experiment) {
        List<String> parameters = experiment.problem().objective().parameterNames();
        return !axis.setting().startsWith(SweepLook.START)
                || parameters.contains(axis.setting().substring(SweepLook.START.length()));
    }

    private static ObjectNode write(Axis axis) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("setting", axis.setting());
        node.set("min", JsonNumbers.node(axis.min()));
        node.set("max", JsonNumbers.node(axis.max()));
        node.put("log", axis.log());
        node.put("n", axis.n());
        return node;
    }

    private static String word(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
