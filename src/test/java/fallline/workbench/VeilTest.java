package fallline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.Formulas;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.RunRecipe;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.experiment.run.Trace;
import fallline.experiment.view.ViewState;
import fallline.export.TraceCsv;
import fallline.figure.curve.LossCurveFigure;
import fallline.optimizer.HyperValue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.picture.loss.LossPicture;
import fallline.picture.step.StepLatex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The veil over the future of a run")
class VeilTest {
    private final Queue<Runnable> own = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private Workbench workbench;

    @BeforeEach
    void compute() {
        Run run = new Run("Run", RunRecipe.of("gd", Map.of("lr", HyperValue.of(1.1))));
        Run other = new Run("Other", RunRecipe.of("gd", Map.of("lr", HyperValue.of(0.1))));
        Experiment experiment =
                new Experiment(Formulas.minimise("w^2", "w"), Start.at(20), 0, 50, List.of(run, other), Map.of());
        workbench = new Workbench(
                experiment,
                ViewState.initial(experiment),
                new TaskResolver(FileCatalogue.load()),
                Runnable::run,
                own::add);
        while (!own.isEmpty()) {
            own.remove().run();
        }
        workbench.look(workbench.view().withPlayhead(7));
    }

    @Test
    @DisplayName("nothing of the scene knows what comes: not the path, not the verdict, not the largest J")
    void hides() {
        workbench.veil(Optional.of(new Veil("Run", 3)));
        Scene scene = workbench.scene();
        Trace trace = scene.trace("Run").orElseThrow();
        assertThat(trace.lastStep()).isEqualTo(3);
        assertThat(trace.largestLoss()).isEqualTo(trace.loss(3));
        assertThat(trace.storedSteps()).allMatch(step -> step <= 3);
        assertThat(scene.record("Run").orElseThrow().verdict()).isEmpty();
        assertThat(Narration.of(scene).sentence()).doesNotContain("diverg");
        assertThat(scene.view().playhead()).as("no farther than the veil").isEqualTo(3);
        assertThat(scene.trace("Other").orElseThrow().lastStep()).isEqualTo(50);
        assertThat(scene.settled()).isTrue();
    }

    @Test
    @DisplayName("nothing that is exported from the scene has a row beyond it")
    void exports() throws IOException {
        workbench.veil(Optional.of(new Veil("Run", 3)));
        RunRecord.Path path =
                workbench.scene().record("Run").flatMap(RunRecord::path).orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TraceCsv csv = new TraceCsv(bytes, ',');
        csv.heading(List.of("w"));
        csv.add("Run", path.task(), path.trace());
        csv.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(5);
        assertThat(new LossPicture().figure(workbench.scene()))
                .isInstanceOfSatisfying(LossCurveFigure.class, figure -> {
                    assertThat(figure.trails().getFirst().length()).isEqualTo(4);
                    assertThat(figure.next()).isEmpty();
                });
        assertThat(new StepLatex().lines(workbench.scene()))
                .as("the step that led here")
                .isNotEmpty()
                .noneMatch(line -> line.contains("41.47"));
    }

    @Test
    @DisplayName("the playhead stops at it, and goes on when it is lifted")
    void lifts() {
        workbench.veil(Optional.of(new Veil("Run", 3)));
        workbench.look(workbench.view().withPlayhead(10));
        assertThat(workbench.view().playhead()).isEqualTo(3);
        assertThat(workbench.unveiled().trace("Run").orElseThrow().lastStep()).isEqualTo(50);
        workbench.veil(Optional.empty());
        workbench.look(workbench.view().withPlayhead(10));
        assertThat(workbench.view().playhead()).isEqualTo(10);
        assertThat(workbench.scene().trace("Run").orElseThrow().lastStep()).isEqualTo(50);
        assertThat(workbench.scene().record("Run").orElseThrow().verdict()).isPresent();
    }

    @Test
    @DisplayName("the same scene is told under the same veil: views paint nothing twice")
    void same() {
        workbench.veil(Optional.of(new Veil("Run", 3)));
        assertThat(workbench.scene().trace("Run"))
                .containsSame(workbench.scene().trace("Run").orElseThrow());
    }

    @Test
    @DisplayName("another document has no veil")
    void document() {
        workbench.veil(Optional.of(new Veil("Run", 3)));
        workbench.open(workbench.experiment().withSeed(9));
        assertThat(workbench.veil()).isEmpty();
    }
}
