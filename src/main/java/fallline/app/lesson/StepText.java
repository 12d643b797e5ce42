package fallline.app.lesson;

import fallline.experiment.Experiment;
import fallline.experiment.run.Trace;
import fallline.file.ExperimentFile;
import fallline.file.WholeExperiment;
import fallline.file.json.UnknownFields;
import fallline.lesson.Control;
import fallline.lesson.Pane;
import fallline.number.Numbers;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.workbench.Scene;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes what is on the desk as the text of a step of a lesson, with a task to begin from.
final class StepText {
    private static final int WIDTH = 110;

    private final ExperimentFile files;

    StepText(OptimizerCatalogue catalogue) {
        files = new ExperimentFile(catalogue);
    }

    /// What is to be written.
    ///
    /// @param panes that lie on top, by their ids
    record Wish(Scene scene, List<String> panes) {}

    /// What a lesson begins with, before its first step.
    static String head() {
        return """
                title: My lesson
                audience: my class
                minutes: 5
                goals: What one knows afterwards

                """;
    }

    /// The step; not for the FX thread.
    String of(Wish wish) {
        Scene scene = wish.scene();
        int step = scene.view().playhead();
        List<String> lines = new ArrayList<>();
        lines.add("step: " + scene.chosen().name() + " at step " + step);
        lines.add("experiment:");
        lines.addAll(experiment(scene));
        lines.add("show: " + shown(wish));
        lines.add(
                "text: Say here what is to be seen. Numbers are filled in, as this one: the learning rate is {rate}.");
        lines.add("text: How large is $J$ at step " + step + "?");
        lines.add("number: J at " + step);
        lines.add("within: 1 %");
        lines.add("hint: Look at the step panel.");
        lines.add("because: At step " + step + ", $J$ is {J at " + step + "}.");
        lines.addAll(solutions(scene, step));
        return String.join("\n", lines) + "\n";
    }

    /// The JSON, in lines that begin with a blank and so continue the field.
    private List<String> experiment(Scene scene) {
        Experiment whole = WholeExperiment.of(scene.experiment());
        String json = files.text(whole, Optional.of(scene.view()), UnknownFields.none(), Path.of(""));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : json.strip().lines().toList()) {
            String text = part.strip();
            if (!line.isEmpty() && line.length() + text.length() + 1 > WIDTH) {
                lines.add("  " + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(text);
        }
        lines.add("  " + line);
        return lines;
    }

    private static String shown(Wish wish) {
        boolean solid = wish.scene().view().loss().surface().solid();
        List<Pane> panes = wish.panes().stream()
                .map(id -> solid && id.equals(Pane.LOSS.word()) ? Pane.SURFACE.word() : id)
                .map(Pane::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return Stream.concat(
                        panes.stream().map(Pane::word),
                        Stream.of(Control.OPTIMIZER, Control.RATE, Control.PLAY).map(Control::word))
                .collect(Collectors.joining(", "));
    }

    /// A way that solves the task and one that does not, with the number that the run has there.
    private static List<String> solutions(Scene scene, int step) {
        Optional<Trace> trace = scene.chosenTrace().filter(known -> step <= known.lastFiniteStep());
        double loss = trace.map(known -> known.loss(step)).orElse(Double.NaN);
        return Double.isFinite(loss)
                ? List.of(
                        "solution: answer = " + Numbers.typed(loss),
                        "wrong: answer = " + Numbers.typed(Math.rint(2 * loss + 1)))
                : List.of();
    }
}
