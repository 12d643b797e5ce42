package fallline.figure;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.data.BuiltInData;
import fallline.experiment.Change;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.edit.NewExperiments;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.paint.Box;
import fallline.figure.paint.Figure;
import fallline.figure.paint.RunStyle;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.plot.PlotFigure;
import fallline.objective.Goal;
import fallline.objective.formula.FunctionCatalogue;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork;
import fallline.optimizer.HyperValue;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.picture.Looked;
import fallline.picture.convergence.ConvergencePicture;
import fallline.picture.fit.FitPicture;
import fallline.picture.loss.LossPicture;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("In the figures of every kind of problem")
class LabelsTest {
    private static final NewExperiments EXPERIMENTS = new NewExperiments(FileCatalogue.load());
    private static final Theme THEME = Theme.LIGHT;
    private static final List<Size> SIZES =
            List.of(new Size(300, 200), new Size(480, 330), new Size(760, 460), new Size(1200, 800));
    private static final ModelOptions STANDARD = new ModelOptions(true, 1, 0, true);

    /// The colours of the lines that words must keep off: those of runs, J's and the tangent's, the playhead's.
    private static final Set<Integer> LINES = new HashSet<>();

    static {
        for (int i = 0; i < 8; i++) {
            LINES.add(RunStyle.of(i).core(THEME).getRGB() & 0xffffff);
        }
        LINES.add(THEME.accent().getRGB() & 0xffffff);
    }

    /// The opacity of the thin lines that lead from words to what they name.
    private static final int LEADER = (int) Math.round(0.7 * 255);

    private static final Map<String, Experiment> SCENES = scenes();

    static Stream<String> kinds() {
        return SCENES.keySet().stream();
    }

    private static Map<String, Experiment> scenes() {
        Map<String, Experiment> all = new LinkedHashMap<>();
        try {
            all.put("w^2", several(EXPERIMENTS.first(), 1, 1, 0.02));
            all.put("w^2 to and fro", several(EXPERIMENTS.first(), 9.5, 1, 1));
            all.put("w^2 beyond the limit", several(EXPERIMENTS.first(), 10.5, 1, 3));
            all.put("one run on w^2", EXPERIMENTS.first());
            all.put("w^4 - 3w^2 + w", several(EXPERIMENTS.forFormula("w^4 - 3*w^2 + w", Goal.MINIMISE), 1, 1, 1));
            all.put("a bowl", several(EXPERIMENTS.forFormula("x^2 + 10*y^2", Goal.MINIMISE), 1, 1, 1));
        } catch (FormulaException e) {
            throw new IllegalStateException(e);
        }
        for (String function : List.of("himmelblau", "rosenbrock", "ackley", "rastrigin")) {
            all.put(function, several(EXPERIMENTS.forFunction(FunctionCatalogue.find(function)), 1, 0.5, 2));
        }
        all.put(
                "a line",
                several(
                        EXPERIMENTS.forModel(Problems.linear(
                                BuiltInData.dataset("line_4_plus_3x"),
                                List.of("x"),
                                "y",
                                new ModelOptions(true, 1, 0, false))),
                        1,
                        1,
                        1));
        all.put(
                "a plane",
                several(
                        EXPERIMENTS.forModel(Problems.linear(
                                BuiltInData.dataset("cars"),
                                List.of("displacement", "weight_lb"),
                                "acceleration",
                                STANDARD)),
                        1,
                        1,
                        1));
        all.put(
                "classes",
                several(
                        EXPERIMENTS.forModel(Problems.logistic(
                                BuiltInData.dataset("hours_studied"),
                                List.of("hours"),
                                "passed",
                                Optional.empty(),
                                STANDARD)),
                        1,
                        1,
                        1));
        all.put(
                "three classes",
                several(
                        EXPERIMENTS.forModel(Problems.softmax(
                                BuiltInData.dataset("iris"),
                                List.of("petal_length_cm", "petal_width_cm"),
                                "species",
                                STANDARD)),
                        1,
                        1,
                        1));
        all.put("a network", several(EXPERIMENTS.forModel(network()), 1, 1, 1));
        return all;
    }

    private static Problem.Network network() {
        return Problems.network(
                BuiltInData.dataset("two_rings"),
                List.of("x1", "x2"),
                "ring",
                Optional.empty(),
                new NeuralNetwork.Design(List.of(4), Activation.TANH, NeuralNetwork.Loss.CROSS_ENTROPY),
                STANDARD);
    }

    /// Five runs, of which the first changes its rate on the way, and on data one sees a few rows at a time.
    ///
    /// @param first the rate of the first, in multiples of the suggested one
    /// @param second that of the second
    /// @param others that of the others
    private static Experiment several(Experiment one, double first, double second, double others) {
        double rate = one.runs().getFirst().recipe().hyperparameters().get("lr") instanceof HyperValue.Amount(double r)
                ? r
                : 0.01;
        RunRecipe changed = recipe("gd", rate * first)
                .withChange(Change.of(7, "lr", HyperValue.of(rate * first / 2)))
                .withChange(Change.of(15, "lr", HyperValue.of(rate * first)));
        RunRecipe plain = recipe("gd", rate * second);
        RunRecipe lots = one.problem() instanceof Problem.OnData ? plain.withBatching(new Batching.Shuffled(3)) : plain;
        return one.withSteps(60)
                .withRuns(List.of(
                        new Run("Gradient descent", changed),
                        new Run("Stochastic gradient descent", lots),
                        new Run("Momentum", recipe("momentum", rate * others / 2)),
                        new Run("Adam", recipe("adam", rate * others)),
                        new Run("RMSProp", recipe("rmsprop", rate * others))));
    }

    private static RunRecipe recipe(String optimizer, double rate) {
        return RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate)));
    }

    @DisplayName("no words stand on a line or on other words, at any size and any step")
    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void standFree(String kind) {
        Experiment experiment = Objects.requireNonNull(SCENES.get(kind));
        List<String> faults = new ArrayList<>();
        int words = 0;
        Scene computed = Looked.at(experiment, view -> view);
        LossPicture loss = new LossPicture(); // which keeps the surface
        for (int playhead : new int[] {3, 20, 60}) {
            ViewState view = computed.view().withPlayhead(playhead);
            Scene scene = new Scene(computed.experiment(), computed.records(), view);
            for (Figure figure : figures(scene, loss)) {
                for (Size size : SIZES) {
                    words += faults(figure, size, kind + " at step " + playhead, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(words).as("words that were looked at").isGreaterThan(20);
    }

    private static List<Figure> figures(Scene scene, LossPicture loss) {
        List<Figure> figures = new ArrayList<>();
        figures.add(loss.figure(scene));
        figures.add(new ConvergencePicture().figure(scene));
        if (scene.experiment().problem() instanceof Problem.Formula) {
            figures.add(new FitPicture().figure(scene)); // J along the step
        }
        if (scene.experiment().problem().objective().dimension() > 1
                && scene.view().playhead() == 20) {
            figures.add(loss.figure(new Scene(scene.experiment(), scene.records(), solid(scene.view()))));
        }
        return figures;
    }

    private static ViewState solid(ViewState view) {
        return view.withLoss(loss -> loss.withSurface(surface -> surface.withSolid(true)));
    }

    /// Adds what is wrong; returns how many words were looked at.
    private static int faults(Figure figure, Size size, String where, List<String> faults) {
        RecordingGraphics g = RecordingGraphics.of(figure, size, THEME);
        boolean drawnLine = !(figure instanceof ConvergenceFigure);
        Box plot = figure instanceof PlotFigure plotted ? plotted.plot(size).box() : size.box();
        List<Rectangle2D> plates = g.inks.stream()
                .filter(ink -> ink.filled() && ink.colour().getAlpha() == Math.round(0.93 * 255))
                .map(ink -> ink.shape().getBounds2D())
                .toList();
        List<RecordingGraphics.Text> texts = g.texts.stream()
                .filter(text -> plot.shape().contains(text.ink()) && !text.ink().isEmpty())
                .filter(text -> plates.stream().noneMatch(plate -> plate.contains(text.ink())))
                .toList();
        Predicate<Color> isLine = colour -> LINES.contains(colour.getRGB() & 0xffffff)
                || (drawnLine && figure instanceof PlotFigure && isCurve(figure, colour));
        List<Line2D> lines = g.inks.stream()
                .filter(ink -> !ink.filled() && ink.colour().getAlpha() != LEADER && isLine.test(ink.colour()))
                .flatMap(ink -> pieces(ink.shape()).stream())
                .toList();
        for (int i = 0; i < texts.size(); i++) {
            RecordingGraphics.Text text = texts.get(i);
            String what = where + ", " + figure.getClass().getSimpleName() + " " + size.width() + "×" + size.height()
                    + ": " + text.words();
            if (lines.stream().anyMatch(text.ink()::intersectsLine)) {
                faults.add(what + " stands on a line");
            }
            for (int k = 0; k < i; k++) {
                if (texts.get(k).ink().intersects(text.ink())) {
                    faults.add(what + " touches " + texts.get(k).words());
                }
            }
        }
        return texts.size();
    }

    /// On plots of one parameter J is drawn in the colour of words, and the tangent in that of small print.
    private static boolean isCurve(Figure figure, Color colour) {
        String kind = figure.getClass().getSimpleName();
        return (kind.equals("LossCurveFigure") || kind.equals("AlongStepFigure"))
                && (colour.equals(THEME.text()) || colour.equals(THEME.muted()));
    }

    private static List<Line2D> pieces(Shape shape) {
        List<Line2D> pieces = new ArrayList<>();
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator i = shape.getPathIterator(null, 0.5); !i.isDone(); i.next()) {
            if (i.currentSegment(at) == PathIterator.SEG_LINETO) {
                pieces.add(new Line2D.Double(x, y, at[0], at[1]));
            }
            x = at[0];
            y = at[1];
        }
        return pieces;
    }
}
