package fallline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.judge.Cure;
import fallline.experiment.judge.Tone;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NarrationTest {
    private static final TaskResolver RESOLVER = new TaskResolver(FileCatalogue.load());

    /// What is said at `playhead`, when everything is computed.
    private static Narration at(
            int playhead, Goal goal, String formula, String optimizer, double rate, int steps, double start) {
        Problem problem;
        try {
            problem = Problems.formula(formula, List.of("w"), Map.of(), goal);
        } catch (FormulaException e) {
            throw new IllegalArgumentException(formula, e);
        }
        Run run = new Run("Run", RunRecipe.of(optimizer, Map.of("lr", HyperValue.of(rate))));
        Experiment experiment = new Experiment(problem, Start.at(start), 0, steps, List.of(run), Map.of());
        Queue<Runnable> own = new ConcurrentLinkedQueue<>();
        Workbench workbench = new Workbench(
                experiment, ViewState.initial(experiment).withPlayhead(playhead), RESOLVER, Runnable::run, own::add);
        for (Runnable next = own.poll(); next != null; next = own.poll()) {
            next.run();
        }
        return Narration.of(workbench.scene());
    }

    private static Narration descent(int playhead, double rate, int steps) {
        return at(playhead, Goal.MINIMISE, "w^2", "gd", rate, steps, 20);
    }

    @Test
    @DisplayName("on the way it says what J does, with numbers to three digits")
    void descends() {
        assertThat(descent(0, 0.1, 100).sentence()).isEqualTo("Run starts: J 400, ‖∇J‖ 40.0");
        assertThat(descent(1, 0.1, 100)).isEqualTo(new Narration(Tone.GOOD, "Run descends: J 256, ‖∇J‖ 32.0"));
        assertThat(descent(20, 0.1, 100).sentence()).isEqualTo("Run descends: J 0.0532, ‖∇J‖ 0.461");
    }

    @Test
    @DisplayName("a maximum is climbed")
    void climbs() {
        Narration narration = at(3, Goal.MAXIMISE, "-(w^2)", "gd", 0.1, 100, 20);
        assertThat(narration.sentence()).startsWith("Run climbs: J −105");
        assertThat(narration.tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    @DisplayName("a step in the wrong direction is told")
    void goesUp() {
        Narration narration = at(4, Goal.MINIMISE, "w^2", "momentum", 0.3, 60, 20);
        assertThat(narration.tone()).isIn(Tone.GOOD, Tone.DOUBTFUL);
        boolean rises = false;
        for (int k = 1; k < 20; k++) {
            rises |= at(k, Goal.MINIMISE, "w^2", "momentum", 0.3, 60, 20)
                    .sentence()
                    .contains("steps up: J rises from");
        }
        assertThat(rises).as("momentum overshoots").isTrue();
    }

    @Test
    @DisplayName("at the last step it gives the verdict")
    void verdicts() {
        assertThat(descent(200, 0.1, 200).sentence()).startsWith("Run converged: ");
        assertThat(descent(5, 0.1, 5).sentence())
                .isEqualTo("Run is not there yet: 89 % of the way after 5 steps; at this rate about 26 more");
        Narration still = at(60, Goal.MINIMISE, "abs(w)", "gd", 0.3, 60, 1);
        assertThat(still.sentence()).isEqualTo("Run oscillates between −0.2 and 0.1");
        assertThat(still.tone()).isEqualTo(Tone.DOUBTFUL);
    }

    @Test
    @DisplayName("divergence is told with its cause from where J rises on: α·J″ against 2")
    void diverges() {
        Narration early = descent(10, 1.15, 3000);
        assertThat(early.tone()).isEqualTo(Tone.BAD);
        assertThat(early.sentence())
                .isEqualTo("Run diverged: α·J″ = 2.30 > 2: every step lands farther away than it left");
        assertThat(early.cures()).containsExactly(new Cure.HalveRate(0), new Cure.BestRate(0.5));
        assertThat(descent(3000, 1.15, 3000)).isEqualTo(early);
        assertThat(descent(0, 1.15, 3000))
                .as("nothing has happened yet")
                .isEqualTo(new Narration(Tone.QUIET, "Run at step 0 starts: J 400, ‖∇J‖ 40.0; in the end: diverged"));
        assertThat(at(3000, Goal.MINIMISE, "w^2", "momentum", 3, 3000, 20).sentence())
                .startsWith("Run diverged: α·J″ = 6.00 > 3.8: with β = 0.9 the swings grow");
    }

    @Test
    @DisplayName("a run that leaves the domain says with which operation")
    void domain() {
        Narration narration = at(50, Goal.MINIMISE, "w + log(w)", "gd", 1, 50, 0.5);
        assertThat(narration.tone()).isEqualTo(Tone.BAD);
        assertThat(narration.sentence()).isEqualTo("Run left the domain: log of −2.50 at step 1");
    }

    @Test
    @DisplayName("a start that is not finite is told")
    void noStart() {
        assertThat(at(0, Goal.MINIMISE, "w^2", "gd", 0.1, 10, 1e300).sentence())
                .isEqualTo("Run cannot start: J is not finite at the start");
    }

    @Test
    @DisplayName("a run that cannot be made says why")
    void refused() {
        Narration narration = at(0, Goal.MINIMISE, "w^2", "gd", -1, 10, 1);
        assertThat(narration.tone()).isEqualTo(Tone.BAD);
        assertThat(narration.sentence()).contains("lr").contains("−1");
    }
}
