package fallline.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fallline.Formulas;
import fallline.analysis.repeat.Quartiles;
import fallline.analysis.repeat.RepeatOrder;
import fallline.analysis.repeat.Repeater;
import fallline.data.BuiltInData;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.view.ConvergenceLook.Across;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.figure.curve.Band;
import fallline.figure.curve.ConvergenceFigure;
import fallline.figure.curve.LossCurveFigure;
import fallline.figure.path.EndCloud;
import fallline.figure.solid.LossSolidFigure;
import fallline.figure.surface.LossMapFigure;
import fallline.objective.Goal;
import fallline.optimizer.batch.Batching;
import fallline.optimizer.modifier.Modifiers;
import fallline.picture.convergence.ConvergencePicture;
import fallline.picture.loss.LossPicture;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pictures of runs that are repeated")
class RepeatedPicturesTest {
    private static final int COUNT = 7;

    private static Run noisy(String optimizer, double rate) {
        Run run = Looked.run(optimizer, rate);
        return run.withRecipe(run.recipe()
                        .withModifiers(new Modifiers(
                                Double.POSITIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                0,
                                0.5,
                                false,
                                0,
                                Optional.empty())))
                .withRepeats(OptionalInt.of(COUNT));
    }

    private static Quartiles loss(Scene scene) {
        RepeatOrder order = RepeatedRuns.orders(scene).values().iterator().next();
        return Repeater.all(order, () -> false, _ -> {}).loss();
    }

    private static ConvergenceFigure curves(Scene scene) {
        return (ConvergenceFigure) new ConvergencePicture().figure(scene);
    }

    private static Band band(Scene scene) {
        return curves(scene).series().getFirst().band().orElseThrow();
    }

    @Test
    @DisplayName("have the quartiles of J − J* on the curve: those of J less J*, turned round where J is maximised")
    void gaps() {
        Experiment up = Looked.experiment(
                Formulas.of("3 - x^2 - 2*y^2", List.of("x", "y"), Goal.MAXIMISE),
                new double[] {2, 1},
                30,
                noisy("gd", 0.1));
        Scene scene = Looked.at(up, view -> view.withConvergence(look -> look.withMeasure(Measure.LOSS_GAP)));
        Quartiles loss = loss(scene);
        Band band = band(scene);
        Best best = Best.of(scene);
        for (int i = 0; i <= 30; i++) {
            assertThat(band.upper()[i]).isCloseTo(best.value() - loss.lower()[i], within(1e-12));
            assertThat(band.median()[i]).isCloseTo(best.value() - loss.median()[i], within(1e-12));
            assertThat(band.lower()[i]).isLessThanOrEqualTo(band.upper()[i]);
        }
        assertThat(band.words().getFirst())
                .startsWith("gd 0.1, 7 seeds (noise): ")
                .contains(" of 7");
    }

    @Test
    @DisplayName("have their ends on map, solid and curve, with an ellipse where there are two axes")
    void ends() {
        Experiment bowl = Looked.experiment(
                Formulas.minimise("x^2 + 2*y^2", "x", "y"), new double[] {2, 1}, 30, noisy("gd", 0.1));
        LossMapFigure map = (LossMapFigure) new LossPicture().figure(Looked.at(bowl, UnaryOperator.identity()));
        EndCloud cloud = map.trails().getFirst().ends().orElseThrow();
        assertThat(cloud.x()).hasSize(COUNT);
        assertThat(cloud.ellipse()).isPresent();
        LossSolidFigure solid = (LossSolidFigure)
                new LossPicture().figure(Looked.at(bowl, view -> view.withSurface(look -> look.withSolid(true))));
        assertThat(solid.trails().getFirst().ends().orElseThrow().x()).containsExactly(cloud.x());

        Experiment line = Looked.experiment(Formulas.minimise("w^2", "w"), new double[] {2}, 30, noisy("gd", 0.1));
        LossCurveFigure curve = (LossCurveFigure) new LossPicture().figure(Looked.at(line, UnaryOperator.identity()));
        EndCloud on = curve.trails().getFirst().ends().orElseThrow();
        assertThat(on.ellipse()).isEmpty();
        for (int i = 0; i < COUNT; i++) {
            assertThat(on.y()[i]).isEqualTo(on.x()[i] * on.x()[i]);
        }
    }

    @Test
    @DisplayName("lie at the right epochs, and formulas, which have no rows, at their steps")
    void epochs() {
        Problem line = Problems.linear(BuiltInData.dataset("line_4_plus_3x"), List.of("x"), "y", ModelOptions.PLAIN);
        int rows = BuiltInData.dataset("line_4_plus_3x").rows();
        Run run = Looked.run("gd", 0.05);
        Run sgd = run.withRecipe(run.recipe().withBatching(new Batching.Shuffled(rows / 4)))
                .withRepeats(OptionalInt.of(COUNT));
        Scene scene = Looked.at(
                Looked.experiment(line, new double[] {0, 0}, 40, sgd),
                view -> view.withConvergence(look -> look.withAcross(Across.EPOCHS)));
        ConvergenceFigure figure = curves(scene);
        assertThat(figure.across().label()).isEqualTo("epochs: rows seen ÷ rows");
        assertThat(figure.across().span().hi()).isEqualTo(10);
        assertThat(figure.series().getFirst().place(6)).isEqualTo(1.5);
        assertThat(band(scene).x()[6]).isEqualTo(1.5);
        assertThat(figure.series().getFirst().reach()).isEqualTo(10);

        Scene formula = Looked.at(
                Looked.experiment(Formulas.minimise("w^2", "w"), new double[] {2}, 30, Looked.run("gd", 0.1)),
                view -> view.withConvergence(look -> look.withAcross(Across.EPOCHS)));
        assertThat(curves(formula).across().label()).isEqualTo("step");
    }

    @Test
    @DisplayName("say that repeats of a run that draws no lots are the run itself, and draw none")
    void nothing() {
        Run run = Looked.run("gd", 0.1).withRepeats(OptionalInt.of(50));
        Scene scene = Looked.at(
                Looked.experiment(Formulas.minimise("w^2", "w"), new double[] {2}, 30, run), UnaryOperator.identity());
        assertThat(curves(scene).series().getFirst().band()).isEmpty();
        assertThat(curves(scene).note()).isEqualTo("gd 0.1: nothing is drawn by lot, all 50 repeats are this run");
    }

    @Test
    @DisplayName("show repeats of what a run is now, not of what it was")
    void stale() {
        Experiment bowl = Looked.experiment(
                Formulas.minimise("x^2 + 2*y^2", "x", "y"), new double[] {2, 1}, 30, noisy("gd", 0.1));
        Scene scene = Looked.at(bowl, UnaryOperator.identity());
        RepeatOrder order = RepeatedRuns.orders(scene).values().iterator().next();
        var known = Map.of("gd 0.1", Repeater.all(order, () -> false, _ -> {}));
        assertThat(RepeatedRuns.fitting(scene, known)).hasSize(1);
        Run slower = noisy("gd", 0.05).withName("gd 0.1");
        Scene after = Looked.at(bowl.withRun("gd 0.1", slower), UnaryOperator.identity());
        assertThat(RepeatedRuns.fitting(after, known)).isEmpty();
        Scene fewer = Looked.at(
                bowl.withRun("gd 0.1", bowl.runs().getFirst().withRepeats(OptionalInt.of(3))),
                UnaryOperator.identity());
        assertThat(RepeatedRuns.fitting(fewer, known)).isEmpty();
    }
}
