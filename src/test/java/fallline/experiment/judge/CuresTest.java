package fallline.experiment.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.data.Column.NumberColumn;
import fallline.data.DataSource;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.Start;
import fallline.experiment.edit.CureEdits;
import fallline.experiment.run.TaskResolver;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a verdict suggests mends the run.
class CuresTest {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());

    private static Experiment descent(Problem problem, double rate, int steps, double... start) {
        return new Experiment(
                problem, Start.at(start), 1, steps, List.of(new Run("Run", Judged.recipe("gd", rate))), Map.of());
    }

    private static Verdict verdict(Experiment experiment) {
        return Judged.of(RESOLVER.resolve(experiment, experiment.runs().getFirst()));
    }

    private static Experiment cured(Experiment experiment, Class<? extends Cure> kind) {
        Cure cure = verdict(experiment).cures().stream()
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow();
        return new CureEdits(RESOLVER)
                .cured(experiment, experiment.runs().getFirst().name(), cure);
    }

    @Test
    @DisplayName(
            "unscaled houses are slow in one direction, and standardising gives them a rate with which they converge")
    void houses() {
        Dataset houses = new Dataset(
                "houses",
                new DataSource.Columns(),
                List.of(
                        new NumberColumn("area", new double[] {2104, 1600, 2400, 1416, 3000, 1985}),
                        new NumberColumn("bedrooms", new double[] {3, 3, 3, 2, 4, 4}),
                        new NumberColumn("price", new double[] {399900, 329900, 369000, 232000, 539900, 299900})));
        Problem problem =
                Problems.linear(houses, List.of("area", "bedrooms"), "price", new ModelOptions(true, 1, 0, false));
        Experiment raw = descent(problem, 1e-7, 300, 0, 0, 0);
        assertThat(verdict(raw).cause()).startsWith("slow in one direction, κ = 1.1×10⁸; ");
        assertThat(verdict(raw).cures()).first().isEqualTo(new Cure.Standardise());
        assertThat(verdict(cured(raw, Cure.Standardise.class)).word()).isEqualTo("converged");
    }

    @Test
    @DisplayName("too fast: half the rate, or the best one, converges")
    void tooFast() {
        Experiment fast = descent(Formulas.minimise("w^2", "w"), 1.5, 100, 20);
        assertThat(verdict(fast).tone()).isEqualTo(Tone.BAD);
        assertThat(verdict(cured(fast, Cure.HalveRate.class)).word()).isEqualTo("converged");
        assertThat(verdict(cured(fast, Cure.BestRate.class)).word()).isEqualTo("converged");
    }

    @Test
    @DisplayName("on its way: as many steps more as it says are enough")
    void moreSteps() {
        Experiment slow = descent(Formulas.minimise("x^2 + 9*y^2", "x", "y"), 0.02, 60, 3, 2);
        assertThat(verdict(slow).word()).isEqualTo("not there yet");
        assertThat(verdict(slow).tone()).isEqualTo(Tone.GOOD);
        assertThat(verdict(cured(slow, Cure.MoreSteps.class)).word()).isEqualTo("converged");
    }

    @Test
    @DisplayName("on a saddle: a start beside it leads down")
    void saddle() {
        Experiment saddle = descent(Formulas.minimise("x^2 - y^2", "x", "y"), 0.1, 200, 1, 0);
        assertThat(verdict(saddle)).isInstanceOf(Verdict.Saddle.class);
        assertThat(verdict(cured(saddle, Cure.MoveStart.class)).word()).isEqualTo("unbounded");
    }

    @Test
    @DisplayName("momentum keeps the name of a run that has its own")
    void momentum() {
        Experiment narrow = descent(Formulas.minimise("x^2 + 400*y^2", "x", "y"), 0.001, 60, 3, 2);
        Cure cure = new Cure.AddMomentum();
        assertThat(verdict(narrow).cures()).contains(cure);
        Run run = new CureEdits(RESOLVER).cured(narrow, "Run", cure).runs().getFirst();
        assertThat(run.name()).isEqualTo("Run");
        assertThat(run.recipe().optimizer()).isEqualTo("momentum");
    }
}
