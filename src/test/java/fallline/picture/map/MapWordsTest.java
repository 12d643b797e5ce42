package fallline.picture.map;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.analysis.Plane;
import fallline.analysis.map.MapAxis;
import fallline.analysis.map.MapTask;
import fallline.analysis.map.MapWork;
import fallline.analysis.map.Minima;
import fallline.experiment.Experiment;
import fallline.experiment.RunRecipe;
import fallline.experiment.ensemble.EnsembleRunner;
import fallline.experiment.ensemble.Target;
import fallline.experiment.run.RunTask;
import fallline.experiment.view.SweepLook;
import fallline.experiment.view.SweepLook.Measure;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.picture.Looked;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a screen reader says of maps.
class MapWordsTest {
    private static RunTask task(String formula, double rate, int steps, double[] start, String... names)
            throws FormulaException {
        return new RunTask(
                Problems.formula(formula, List.of(names), Map.of(), Goal.MINIMISE)
                        .objective(),
                FileCatalogue.load().find("gd", Map.of()),
                RunRecipe.of("gd", Map.of("lr", HyperValue.of(rate))),
                start,
                0,
                steps);
    }

    private static MapWork whole(MapTask task) {
        MapWork work = new MapWork(task, new EnsembleRunner());
        assertThat(work.finish(() -> false)).isTrue();
        return work;
    }

    private static String basins(double rate, int steps) throws FormulaException {
        RunTask base = task("(x^2 - 1)^2 + 0.2*x + y^2", rate, steps, new double[2], "x", "y");
        return MapWords.basins(whole(new MapTask.Basin(
                base,
                Plane.ofParameters(base.start(), 0, 1),
                new MapAxis(new MapAxis.Setting.InPlane(false), "x", -2, 2, false, 20),
                new MapAxis(new MapAxis.Setting.InPlane(true), "y", -2, 2, false, 20),
                new Minima(List.of(), Goal.MINIMISE),
                1e-3,
                new double[] {4, 4})));
    }

    /// 4x³ − 4x + 0.2 vanishes at −1.0241, 0.0501 and 0.9740.
    @Test
    @DisplayName("tells the basins that were found where no minimum is known")
    void found() throws FormulaException {
        assertThat(basins(0.05, 200).split("; "))
                .containsExactlyInAnyOrder("400 runs: (−1.02, 0), J −0.202 from 50 %", "(0.97, 0), J 0.197 from 50 %.");
    }

    @Test
    @DisplayName("tells of runs that are still moving")
    void moving() throws FormulaException {
        assertThat(basins(1e-7, 100)).isEqualTo("400 runs: 100 % still moving.");
    }

    /// One step on x² from 1: J is 0.5625 at the lower rate and 0.0625 at the higher.
    private static String sweep(Target target, boolean known) throws FormulaException {
        MapTask.Sweep task = new MapTask.Sweep(
                task("x^2", 0.1, 1, new double[] {1}, "x"),
                new MapAxis(new MapAxis.Setting.Hyper("lr"), "learning rate", 0, 0.5, false, 2),
                Optional.empty(),
                Measure.STEPS,
                target,
                known);
        return MapWords.sweep(whole(task), task);
    }

    @Test
    @DisplayName("says what runs come to: the best where it is known, else the J that is typed; one is singular")
    void sweep() throws FormulaException {
        assertThat(sweep(Target.level(Goal.MINIMISE, 0.1), false))
                .isEqualTo("2 runs: 1 comes to J < 0.1, the soonest after 1 step at learning rate 0.375.");
        assertThat(sweep(Target.level(Goal.MINIMISE, 0.6), false))
                .isEqualTo("2 runs: 2 come to J < 0.6, the soonest after 1 step at learning rate 0.125.");
        assertThat(sweep(Target.level(Goal.MINIMISE, 0.01), false)).isEqualTo("2 runs: none comes to J < 0.01.");
        assertThat(sweep(new Target(0, 0.1), true))
                .isEqualTo("2 runs: 1 comes near the best, the soonest after 1 step at learning rate 0.375.");
    }

    @Test
    @DisplayName("tells the numbers of the map that is asked for, of no other")
    void ofTheSameMap() throws FormulaException {
        Experiment experiment = Looked.experiment(
                Problems.formula("x^2 + 2*y^2", List.of("x", "y"), Map.of(), Goal.MINIMISE),
                new double[] {1, 1},
                20,
                Looked.run("gd", 0.1),
                Looked.run("momentum", 0.1));
        SweepLook.Axis rates = new SweepLook.Axis("lr", 0.01, 1, true, 8);
        UnaryOperator<SweepLook> plain = look -> look.withAxes(rates, Optional.empty());
        Scene scene = Looked.at(experiment, view -> view.withSweep(plain));
        SweepPicture picture = new SweepPicture();
        picture.figure(scene);
        assertThat(picture.summary(scene)).contains(" 8 runs: ");
        List<UnaryOperator<SweepLook>> others = List.of(
                look -> look.withRun(Optional.of("momentum 0.1")),
                look -> new SweepLook(look.run(), look.x(), look.y(), Measure.LOSS, look.epsilon()),
                look -> new SweepLook(look.run(), look.x(), look.y(), look.measure(), OptionalDouble.of(0.5)));
        for (UnaryOperator<SweepLook> other : others) {
            Scene asked = new Scene(experiment, scene.records(), scene.view().withSweep(other));
            assertThat(picture.summary(asked)).startsWith("Sweep map: ").doesNotContain(" runs: ");
        }
    }
}
