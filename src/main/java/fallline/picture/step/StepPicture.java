package fallline.picture.step;

import fallline.analysis.question.CurvatureHere;
import fallline.analysis.question.CurvatureQuestion;
import fallline.experiment.judge.Digits;
import fallline.experiment.run.Replay;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import fallline.experiment.view.StepLook;
import fallline.figure.page.MessageFigure;
import fallline.figure.page.StepFigure;
import fallline.figure.page.StepFigure.Row;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Typesetter;
import fallline.number.Numbers;
import fallline.objective.Objective;
import fallline.objective.kernel.NetworkShape;
import fallline.optimizer.Optimizer;
import fallline.optimizer.Stage;
import fallline.picture.Picture;
import fallline.picture.RunMoments;
import fallline.picture.RunPaths;
import fallline.picture.RunWords;
import fallline.problem.Problem;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The "this step" panel: the rule of the chosen run for one parameter in symbols and with the numbers of the step
/// from the playhead on.
public final class StepPicture implements Picture {
    private final Typesetter typesetter;
    private final RunMoments moments = new RunMoments();
    private final StepTables tables = new StepTables();

    public StepPicture(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    @Override
    public Figure figure(Scene scene) {
        Optional<Optimizer> optimizer =
                scene.record(scene.chosen().name()).flatMap(RunRecord::traced).map(RunTask::optimizer);
        return figure(scene, CurvatureQuestion.of(scene, optimizer).map(CurvatureQuestion::answer));
    }

    /// The figure with what is known of the curvature at the playhead.
    public Figure figure(Scene scene, Optional<CurvatureHere> curvature) {
        String name = scene.chosen().name();
        Optional<RunRecord> record =
                scene.record(name).filter(known -> known.trace().isPresent());
        if (record.isEmpty()) {
            return new MessageFigure("The run is being computed.");
        }
        Trace trace = record.get().trace().orElseThrow();
        if (trace.lastStep() < 1 && record.get() instanceof RunRecord.Veiled) {
            return new MessageFigure("The next step is hidden: say first where it leads.");
        }
        if (trace.lastStep() < 1) {
            return new MessageFigure("J is not finite at the start, so there is no step: move the start.");
        }
        if (trace.recording().isPresent()) {
            return new MessageFigure("This path was computed elsewhere: by which rule is not known.");
        }
        return step(scene, record.get(), trace, curvature);
    }

    private StepFigure step(Scene scene, RunRecord record, Trace trace, Optional<CurvatureHere> curvature) {
        String name = scene.chosen().name();
        StepLook look = scene.view().step();
        Problem problem = scene.experiment().problem();
        int from = from(scene, trace);
        double[] after = moments.at(name, record, from + 1).theta();
        Replay replay = moments.at(name, record, from);
        double[] before = replay.theta();
        double[] gradient = replay.fullGradient();
        int shown = look.among(before.length);
        LossChange change = LossChange.of(
                replay.task().objective(), loss(trace, from), loss(trace, from + 1), gradient, before, after);
        List<Row> rows = new ArrayList<>();
        change.came(look.digits()).ifPresent(rows::add);
        int first = rows.size();
        rows.addAll(rows(replay, problem, look.digits(), shown));
        OptionalInt lit = lit(scene, first, rows.size());
        change.promise(promise(problem, before, after, gradient, look.digits()), look.digits())
                .ifPresent(rows::add);
        String sentence = StepSentence.of(
                problem,
                name,
                shown,
                before,
                after,
                gradient,
                replay.batchRows().length,
                loss(trace, from),
                loss(trace, from + 1),
                isLast(scene, trace),
                look.digits());
        String kept = change.words(isLast(scene, trace), look.digits());
        List<Row> more =
                curvature.map(here -> CurvatureRows.of(here, before.length)).orElse(List.of());
        return new StepFigure(
                rows,
                kept.isEmpty() ? sentence : sentence + " " + kept,
                tables.tables(problem, replay, look, shown),
                more,
                lit,
                RunPaths.style(scene, scene.chosen()),
                typesetter);
    }

    /// The row of the stage that is spoken of.
    private static OptionalInt lit(Scene scene, int first, int end) {
        OptionalInt stage = scene.view().chalk().stage();
        return stage.isPresent() && first + stage.getAsInt() < end
                ? OptionalInt.of(first + stage.getAsInt())
                : OptionalInt.empty();
    }

    /// What the slope promised, as it is computed.
    private static String promise(Problem problem, double[] before, double[] after, double[] gradient, int digits) {
        if (before.length > 1) {
            return "\\nabla J \\cdot \\Delta\\theta";
        }
        String name = problem.notation().latex(0);
        return "\\frac{dJ}{d" + name + "} \\, \\Delta " + name + " = " + GradientRow.number(gradient[0], digits)
                + " \\cdot (" + GradientRow.number(after[0] - before[0], digits) + ")";
    }

    private static double loss(Trace trace, int step) {
        return trace.isMeasured(step) ? trace.loss(step) : Double.NaN;
    }

    private List<Row> rows(Replay replay, Problem problem, int digits, int index) {
        List<Row> rows = new ArrayList<>();
        int[] batch = replay.batchRows();
        String seen = batch.length == 0
                ? "gradient over all rows"
                : batch.length == 1
                        ? "gradient of row " + Numbers.whole(tables.original(problem, batch[0]) + 1L)
                        : "gradient of " + Numbers.whole(batch.length) + " rows";
        int count = batch.length;
        rows.add(GradientRow.of(problem, index, replay.ruleTheta(), replay.stepGradient()[index], seen, count, digits));
        replay.explain(index, problem.notation().latex(index)).forEach(stage -> rows.add(row(stage, digits)));
        return rows;
    }

    private static Row row(Stage stage, int digits) {
        return new Row(
                stage.caption(),
                stage.symbols(),
                "= " + stage.numbers(),
                "= " + GradientRow.number(stage.value(), digits));
    }

    /// The step k → k + 1 at playhead k; at the run's end the one that led there.
    private static int from(Scene scene, Trace trace) {
        return Math.min(Math.max(0, scene.view().playhead()), trace.lastStep() - 1);
    }

    private static boolean isLast(Scene scene, Trace trace) {
        return scene.view().playhead() >= trace.lastStep();
    }

    /// A layer of a network as the card calls it: `Layer 1 of 3: 2 → 8, tanh`.
    ///
    /// @param layer from 0
    public static String layer(NetworkShape shape, int layer) {
        return LayerTable.called(shape, layer);
    }

    @Override
    public String summary(Scene scene) {
        String head = title(scene) + " of " + subtitle(scene) + ". ";
        Trace trace = scene.chosenTrace().orElse(null);
        if (trace == null || trace.lastStep() < 1 || trace.recording().isPresent()) {
            return head + RunWords.chosen(scene);
        }
        int from = from(scene, trace);
        double before = loss(trace, from);
        double after = loss(trace, from + 1);
        boolean known = !Double.isNaN(before) && !Double.isNaN(after);
        double rate = trace.rate(from + 1);
        return head
                + (known ? "J from " + Digits.three(before) + " to " + Digits.three(after) : "J is not known yet")
                + (Double.isNaN(rate) ? "" : ", rate " + Digits.plain(rate))
                + ". " + RunWords.chosen(scene);
    }

    @Override
    public String title(Scene scene) {
        return scene.chosenTrace()
                .filter(trace -> trace.lastStep() > 0 && trace.recording().isEmpty())
                .map(trace -> "Step " + Numbers.whole(from(scene, trace) + 1L))
                .orElse("Step");
    }

    @Override
    public String subtitle(Scene scene) {
        String name = scene.chosen().name();
        boolean last = scene.chosenTrace().filter(trace -> isLast(scene, trace)).isPresent();
        Objective objective = scene.experiment().problem().objective();
        int parameter = scene.view().step().among(objective.dimension());
        String which = ", parameter " + objective.parameterNames().get(parameter);
        return name + which + (last ? ", the step that led here" : "");
    }
}
