package fallline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.view.ViewState;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A guard of the workbench")
class GuardTest {
    private final Experiment experiment = new Experiment(
            Formulas.minimise("w^2", "w"),
            Start.at(20),
            0,
            50,
            List.of(new Run("Run", RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.1))))),
            Map.of());
    private final Workbench workbench = new Workbench(
            experiment,
            ViewState.initial(experiment),
            new TaskResolver(FileCatalogue.load()),
            Runnable::run,
            Runnable::run);

    /// Holds the number of steps and the playhead.
    private static final Guard STEPS = new Guard() {
        @Override
        public boolean lets(Experiment before, Experiment after) {
            return before.steps() == after.steps();
        }

        @Override
        public boolean letsMove() {
            return false;
        }
    };

    @Test
    @DisplayName("lets no edit, undo or redo do what it holds, and leaves the history as it is")
    void edits() {
        workbench.edit(experiment.withSteps(60));
        workbench.edit(workbench.experiment().withSeed(1));
        workbench.undo();
        workbench.guard(STEPS);
        workbench.edit(workbench.experiment().withSteps(70));
        assertThat(workbench.experiment().steps()).isEqualTo(60);
        workbench.undo();
        assertThat(workbench.experiment().steps()).as("undo is refused").isEqualTo(60);
        workbench.redo();
        assertThat(workbench.experiment().seed()).as("redo was not lost").isEqualTo(1);
        workbench.undo(2);
        assertThat(workbench.experiment().seed()).as("two at once are refused").isEqualTo(1);
        workbench.guard(Guard.NONE);
        workbench.undo(2);
        assertThat(workbench.experiment().steps()).isEqualTo(50);
    }

    @Test
    @DisplayName("is heard by who listens to refusals, each time, and by them alone")
    void refusals() {
        List<String> heard = new ArrayList<>();
        Subscription subscription = workbench.listenToRefusals(() -> heard.add("refused"));
        workbench.listen(_ -> heard.add("changed"));
        workbench.guard(STEPS);
        workbench.edit(workbench.experiment().withSteps(70));
        workbench.edit(workbench.experiment().withSteps(80), "drag");
        assertThat(heard).containsExactly("refused", "refused");
        workbench.edit(workbench.experiment().withSeed(1));
        subscription.cancel();
        workbench.edit(workbench.experiment().withSteps(90));
        assertThat(heard.subList(2, heard.size())).isNotEmpty().containsOnly("changed");
    }

    @Test
    @DisplayName("holds the playhead and lets the rest of the view pass")
    void playhead() {
        workbench.guard(STEPS);
        workbench.look(workbench.view().withPlayhead(9).withFromHere(true));
        assertThat(workbench.view().playhead()).isZero();
        assertThat(workbench.view().fromHere()).isTrue();
    }

    @Test
    @DisplayName("does not stand between documents")
    void documents() {
        workbench.guard(STEPS);
        workbench.open(experiment.withSteps(9));
        assertThat(workbench.experiment().steps()).isEqualTo(9);
        workbench.undo();
        assertThat(workbench.experiment().steps()).isEqualTo(50);
    }
}
