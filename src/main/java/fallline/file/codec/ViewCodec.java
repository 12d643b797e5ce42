package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.Experiment;
import fallline.experiment.view.ViewState.Across;
import fallline.experiment.view.ViewState.Bounds;
import fallline.experiment.view.ViewState.Measure;
import fallline.experiment.view.ViewState.Residuals;
import fallline.experiment.view.ViewState;
import fallline.file.json.Fields;
import fallline.file.json.JsonNumbers;
import fallline.file.json.Value;
import fallline.io.FileException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// `view`: how the experiment is looked at. Every field may be left out.
final class ViewCodec {
    private ViewCodec() {}

    static ViewState read(Value value, Experiment experiment) {
        ViewState usual = ViewState.initial(experiment);
        Fields fields = value.fields();
        ViewState view = new ViewState(
                fields.find("playhead")
                        .map(step -> step.whole(0, experiment.steps()))
                        .orElse(usual.playhead()),
                fields.find("chosen_run").map(run -> run(run, experiment)).orElse(usual.chosenRun()),
                fields.find("hidden_runs").map(runs -> runs(runs, experiment)).orElse(usual.hiddenRuns()),
                fields.find("measure")
                        .map(measure -> measure.oneOf(Arrays.asList(Measure.values()), ViewCodec::word))
                        .orElse(usual.measure()),
                fields.find("across")
                        .map(across -> across.oneOf(Arrays.asList(Across.values()), ViewCodec::word))
                        .orElse(usual.across()),
                flag(fields, "logarithmic", usual.logarithmic()),
                fields.find("plane")
                        .map(plane -> PlaneCodec.read(plane, experiment))
                        .orElse(usual.plane()),
                flag(fields, "equal_scales", usual.equalScales()),
                fields.find("bounds").map(ViewCodec::bounds),
                flag(fields, "gradient_arrow", usual.gradientArrow()),
                fields.find("residuals").map(ViewCodec::residuals).orElse(usual.residuals()),
                flag(fields, "from_here", usual.fromHere()),
                fields.find("surface").map(SurfaceLookCodec::read).orElse(usual.surface()),
                fields.find("fit").map(FitLookCodec::read).orElse(usual.fit()));
        fields.end();
        return view;
    }

    private static boolean flag(Fields fields, String name, boolean usual) {
        return fields.find(name).map(Value::flag).orElse(usual);
    }

    /// `true` for sticks, `false`, or `"squares"`.
    private static Residuals residuals(Value value) {
        if (value.node().isBoolean()) {
            return value.flag() ? Residuals.STICKS : Residuals.NONE;
        }
        if (value.node().isTextual() && value.text().equals("squares")) {
            return Residuals.SQUARES;
        }
        throw value.refusal("true, false or \"squares\"");
    }

    /// The name of one of the experiment's runs.
    static String run(Value value, Experiment experiment) {
        if (experiment.indexOf(value.text()) < 0) {
            throw value.refusal("the name of a run");
        }
        return value.text();
    }

    private static Set<String> runs(Value list, Experiment experiment) {
        Set<String> names = new HashSet<>();
        list.items().forEach(item -> names.add(run(item, experiment)));
        return names;
    }

    private static Bounds bounds(Value value) {
        Fields fields = value.fields();
        String wanted = "a number";
        Bounds bounds;
        try {
            bounds = new Bounds(
                    fields.need("left", wanted).number(),
                    fields.need("right", wanted).number(),
                    fields.need("bottom", wanted).number(),
                    fields.need("top", wanted).number());
        } catch (IllegalArgumentException e) {
            throw FileException.at(value.place().toString(), e);
        }
        fields.end();
        return bounds;
    }

    static ObjectNode write(ViewState view, Experiment experiment) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("playhead", view.playhead());
        node.put("chosen_run", view.chosenRun());
        ArrayNode hidden = node.putArray("hidden_runs");
        view.hiddenRuns().stream().filter(name -> experiment.indexOf(name) >= 0).forEach(hidden::add);
        node.put("measure", word(view.measure()));
        node.put("across", word(view.across()));
        node.put("logarithmic", view.logarithmic());
        node.set("plane", PlaneCodec.write(view.plane(), experiment));
        node.put("equal_scales", view.equalScales());
        view.bounds().ifPresent(bounds -> node.set("bounds", write(bounds)));
        node.put("gradient_arrow", view.gradientArrow());
        switch (view.residuals()) {
            case NONE -> node.put("residuals", false);
            case STICKS -> node.put("residuals", true);
            case SQUARES -> node.put("residuals", "squares");
        }
        node.put("from_here", view.fromHere());
        node.set("surface", SurfaceLookCodec.write(view.surface()));
        node.set("fit", FitLookCodec.write(view.fit()));
        return node;
    }

    private static ObjectNode write(Bounds bounds) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("left", JsonNumbers.node(bounds.left()));
        node.set("right", JsonNumbers.node(bounds.right()));
        node.set("bottom", JsonNumbers.node(bounds.bottom()));
        node.set("top", JsonNumbers.node(bounds.top()));
        return node;
    }

    /// `loss-gap` for `LOSS_GAP`.
    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
