package fallline.picture.step;

import fallline.experiment.run.Replay;
import fallline.experiment.run.Trace;
import fallline.figure.page.StepFigure.Row;
import fallline.picture.RunMoments;
import fallline.problem.Problem;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The step at the playhead as lines of LaTeX, each in symbols and then with its numbers: what the step panel shows of
/// the rule.
public final class StepLatex {
    private final RunMoments moments = new RunMoments();

    /// The lines, such as `w \leftarrow w - \alpha g = 20 - 0.1 \cdot 40 = 16`; empty where there is no step.
    public List<String> lines(Scene scene) {
        String name = scene.chosen().name();
        Optional<RunRecord> record = scene.record(name).filter(known -> known.trace()
                .filter(trace -> trace.lastStep() > 0 && trace.recording().isEmpty())
                .isPresent());
        if (record.isEmpty()) {
            return List.of();
        }
        Trace trace = record.get().trace().orElseThrow();
        int from = Math.min(Math.max(0, scene.view().playhead()), trace.lastStep() - 1);
        Replay replay = moments.at(name, record.get(), from);
        double[] theta = replay.ruleTheta();
        Problem problem = scene.experiment().problem();
        int shown = scene.view().step().among(theta.length);
        int digits = scene.view().step().digits();
        List<String> lines = new ArrayList<>();
        Row slope = GradientRow.of(
                problem, shown, theta, replay.stepGradient()[shown], "", replay.batchRows().length, digits);
        lines.add(line(slope.symbols(), slope.numbers(), slope.result()));
        replay.explain(shown, problem.notation().latex(shown))
                .forEach(stage -> lines.add(line(
                        stage.symbols(), "= " + stage.numbers(), "= " + GradientRow.number(stage.value(), digits))));
        return lines;
    }

    private static String line(String symbols, String numbers, String result) {
        return (symbols + " " + (numbers.equals(result) ? "" : numbers) + " " + result)
                .replaceAll(" +", " ")
                .strip();
    }
}
