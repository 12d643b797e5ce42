package fallline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.analysis.LossWindow;
import fallline.experiment.edit.Edits;
import fallline.experiment.edit.NewExperiments;
import fallline.experiment.edit.SuggestedRate;
import fallline.experiment.view.LossLook.Bounds;
import fallline.experiment.view.PlaneChoice;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FunctionCatalogue;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Optimizer;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Experiments on functions of the catalogue.
class FunctionExperimentsTest {
    private static final FileCatalogue OPTIMIZERS = FileCatalogue.load();
    private static final CatalogueFunction CARD = FunctionCatalogue.find("rosenbrock");

    private static double rate(Problem problem, String optimizer, double... start) {
        Optimizer found = OPTIMIZERS.find(optimizer, Map.of());
        return SuggestedRate.of(problem, start, found);
    }

    private static double ofCard(String optimizer) {
        return CARD.rate(optimizer).orElseThrow().rate();
    }

    @Test
    @DisplayName("a new experiment starts where the card says, with its rate, for as long as its slowest run needs")
    void fresh() {
        Experiment experiment = new NewExperiments(OPTIMIZERS).forFunction(CARD);
        assertThat(experiment.startPoint()).containsExactly(-1.2, 1);
        assertThat(experiment.steps()).isEqualTo(325);
        assertThat(experiment.runs()).singleElement().satisfies(run -> assertThat(
                        SettingsAt.base(run.recipe()).rate(OPTIMIZERS.find("gd", Map.of())))
                .isEqualTo(ofCard("gd")));
        Run next = new NewExperiments(OPTIMIZERS)
                .next(experiment, experiment.runs().getFirst());
        assertThat(next.recipe().optimizer()).isEqualTo("momentum");
        assertThat(SettingsAt.base(next.recipe()).rate(OPTIMIZERS.find("momentum", Map.of())))
                .isEqualTo(ofCard("momentum"));
    }

    @ParameterizedTest
    @CsvSource({"gd, gd", "momentum, momentum", "nesterov, momentum", "adam, adam", "adamw, adam", "radam, adam"})
    @DisplayName("an optimizer takes the rate that its card or its nearest relative has")
    void relatives(String optimizer, String relative) {
        Problem problem = Problems.function(CARD, Map.of(), Goal.MINIMISE);
        assertThat(rate(problem, optimizer, -1.2, 1)).isEqualTo(ofCard(relative));
    }

    @Test
    @DisplayName(
            "a run that gets another optimizer takes the card's rate for it, and keeps its own where there is none")
    void otherOptimizer() {
        Experiment fresh = new NewExperiments(OPTIMIZERS).forFunction(CARD);
        String run = fresh.runs().getFirst().name();
        Optimizer descent = OPTIMIZERS.find("gd", Map.of());
        Optimizer adam = OPTIMIZERS.find("adam", Map.of());
        Experiment own = Edits.withHyperparameter(fresh, run, "lr", HyperValue.of(0.003), 0);

        Run edited = Edits.withOptimizer(own, run, descent, adam).runs().getFirst();
        assertThat(edited.recipe().hyperparameters()).containsEntry("lr", HyperValue.of(ofCard("adam")));

        Experiment steep = own.withProblem(own.problem().withParameter("b", 200));
        assertThat(Edits.withOptimizer(steep, run, descent, adam)
                        .runs()
                        .getFirst()
                        .recipe()
                        .hyperparameters())
                .containsEntry("lr", HyperValue.of(0.003));
    }

    @Test
    @DisplayName("the rate of a card is not taken where it was not tried: other parameters, outside the box, uphill")
    void elsewhere() {
        Problem usual = Problems.function(CARD, Map.of(), Goal.MINIMISE);
        double steep = rate(usual.withParameter("b", 200), "gd", -1.2, 1);
        assertThat(steep)
                .isNotEqualTo(ofCard("gd"))
                .isEqualTo(SuggestedRate.of(
                        usual.withParameter("b", 200).objective(),
                        new double[] {-1.2, 1},
                        OPTIMIZERS.find("gd", Map.of())));
        assertThat(rate(usual, "gd", 3, 1)).isLessThan(ofCard("gd"));
        assertThat(rate(Problems.function(CARD, Map.of(), Goal.MAXIMISE), "adam", -1.2, 1))
                .isNotEqualTo(ofCard("adam"));
    }

    @Test
    @DisplayName("the loss view shows the box of the card, wider where the start lies outside")
    void box() {
        Problem problem = Problems.function(CARD, Map.of(), Goal.MINIMISE);
        PlaneChoice.Parameters plane = new PlaneChoice.Parameters(0, 1);
        assertThat(LossWindow.suggested(problem, new double[] {-1.2, 1}, plane)).isEqualTo(new Bounds(-2, 2, -1, 3));
        Bounds wide = LossWindow.suggested(problem, new double[] {5, 1}, plane);
        assertThat(wide.right()).isGreaterThan(5);
        assertThat(List.of(wide.left(), wide.bottom(), wide.top())).containsExactly(-2.0, -1.0, 3.0);
        Problem line = Problems.function(FunctionCatalogue.find("doublewell"), Map.of(), Goal.MINIMISE);
        Bounds interval = LossWindow.suggested(line, new double[] {2}, new PlaneChoice.Parameters(0, 0));
        assertThat(List.of(interval.left(), interval.right())).containsExactly(-2.2, 2.2);
    }
}
