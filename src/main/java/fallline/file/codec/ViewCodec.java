package fallline.file.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.Experiment;
import fallline.experiment.view.ConvergenceLook;
import fallline.experiment.view.ConvergenceLook.Across;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.experiment.view.FitLook;
import fallline.experiment.view.FitLook.Residuals;
import fallline.experiment.view.LossLook;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PresenterLook;
import fallline.experiment.view.RunsLook;
import fallline.experiment.view.ViewState;
import fallline.file.codec.look.PresenterCodec;
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
                runs(fields, usual.runs(), experiment),
                flag(fields, "from_here", usual.fromHere()),
                loss(fields, usual.loss(), experiment),
                convergence(fields, usual.convergence()),
                fit(fields, usual.fit()),
                usual.step(),
                fields.find("presenter").map(PresenterCodec::read).orElse(usual.presenter()),
                usual.chalk());
        fields.end();
        return view;
    }

    private static RunsLook runs(Fields fields, RunsLook usual, Experiment experiment) {
        return new RunsLook(
                fields.find("chosen_run").map(run -> run(run, experiment)).orElse(usual.chosen()),
                fields.find("hidden_runs").map(runs -> runs(runs, experiment)).orElse(usual.hidden()));
    }

    private static LossLook loss(Fields fields, LossLook usual, Experiment experiment) {
        return new LossLook(
                fields.find("plane")
                        .map(plane -> PlaneCodec.read(plane, experiment))
                        .orElse(usual.plane()),
                flag(fields, "equal_scales", usual.equalScales()),
                fields.find("bounds").map(ViewCodec::bounds),
                flag(fields, "gradient_arrow", usual.gradientArrow()),
                fields.find("surface").map(SurfaceLookCodec::read).orElse(usual.surface()));
    }

    private static ConvergenceLook convergence(Fields fields, ConvergenceLook usual) {
        return new ConvergenceLook(
                fields.find("measure")
                        .map(measure -> measure.oneOf(Arrays.asList(Measure.values()), ViewCodec::word))
                        .orElse(usual.measure()),
                fields.find("across")
                        .map(across -> across.oneOf(Arrays.asList(Across.values()), ViewCodec::word))
                        .orElse(usual.across()),
                flag(fields, "logarithmic", usual.logarithmic()));
    }

    private static FitLook fit(Fields fields, FitLook usual) {
        FitLook look = usual.withResiduals(
                fields.find("residuals").map(ViewCodec::residuals).orElse(usual.residuals()));
        return fields.find("fit").map(value -> FitLookCodec.read(value, look)).orElse(look);
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
        node.put("chosen_run", view.runs().chosen());
        ArrayNode hidden = node.putArray("hidden_runs");
        view.runs().hidden().stream()
                .filter(name -> experiment.indexOf(name) >= 0)
                .forEach(hidden::add);
        if (view.convergence().measure() != Measure.USUAL) {
            node.put("measure", word(view.convergence().measure()));
        }
        node.put("across", word(view.convergence().across()));
        node.put("logarithmic", view.convergence().logarithmic());
        node.set("plane", PlaneCodec.write(view.loss().plane(), experiment));
        node.put("equal_scales", view.loss().equalScales());
        view.loss().bounds().ifPresent(bounds -> node.set("bounds", write(bounds)));
        node.put("gradient_arrow", view.loss().gradientArrow());
        switch (view.fit().residuals()) {
            case NONE -> node.put("residuals", false);
            case STICKS -> node.put("residuals", true);
            case SQUARES -> node.put("residuals", "squares");
        }
        node.put("from_here", view.fromHere());
        node.set("surface", SurfaceLookCodec.write(view.loss().surface()));
        node.set("fit", FitLookCodec.write(view.fit()));
        if (!view.presenter().equals(PresenterLook.INITIAL)) {
            node.set("presenter", PresenterCodec.write(view.presenter()));
        }
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
