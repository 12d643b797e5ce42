package fallline.app.help;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.Fixtures;
import fallline.data.BuiltInData;
import fallline.data.Generator;
import fallline.experiment.Experiment;
import fallline.experiment.view.ConvergenceLook.Measure;
import fallline.experiment.view.ViewState;
import fallline.expr.FormulaException;
import fallline.figure.paint.Typesetter;
import fallline.guide.Guide;
import fallline.guide.Section;
import fallline.objective.Goal;
import fallline.picture.page.Pictures;
import fallline.picture.page.View;
import fallline.picture.page.Views;
import fallline.problem.Problem;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.Paragraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What F1 says")
class ViewTopicsTest {
    /// The panes without a picture.
    private static final List<String> TABLES = List.of("table", "steps");

    private final Pictures pictures = new Pictures(Views.ALL, new Typesetter(), Fixtures.CATALOGUE);

    private static List<Experiment> experiments() throws FormulaException {
        List<Experiment> all = new ArrayList<>(
                List.of(Fixtures.EXPERIMENTS.first(), Fixtures.EXPERIMENTS.forFormula("x^2 + 4*y^2", Goal.MINIMISE)));
        List<String> sepals = List.of("sepal_length_cm", "sepal_width_cm", "petal_length_cm");
        for (int features = 1; features <= 3; features++) {
            List<String> from = sepals.subList(0, features);
            all.add(Fixtures.EXPERIMENTS.forLinear(BuiltInData.dataset("iris"), from, "petal_width_cm"));
            all.add(Fixtures.EXPERIMENTS.forModel(
                    Problems.softmax(BuiltInData.dataset("iris"), from, "species", ModelOptions.PLAIN)));
        }
        for (int degree = 1; degree <= 2; degree++) {
            all.add(Fixtures.EXPERIMENTS.forModel(Problems.logistic(
                    Generator.MOONS.generate(20, 0.1, 0),
                    List.of("x1", "x2"),
                    "class",
                    Optional.empty(),
                    new ModelOptions(false, degree, 0, false))));
        }
        return all;
    }

    private static List<Scene> looks(Experiment experiment) {
        ViewState plain = ViewState.initial(experiment);
        List<Scene> scenes = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (boolean solid : List.of(false, true)) {
                scenes.add(new Scene(
                        experiment,
                        Map.of(),
                        plain.withSurface(look -> look.withSolid(solid))
                                .withConvergence(look -> look.withMeasure(measure))));
            }
        }
        return scenes;
    }

    @Test
    @DisplayName("is something of every view and pane, whatever the problem: what is drawn, its marks, what one can do")
    void everyView() throws FormulaException {
        Set<String> topics = new TreeSet<>(TABLES);
        for (Experiment experiment : experiments()) {
            for (Scene scene : looks(experiment)) {
                for (View<?> view : Views.ALL.all()) {
                    topics.add(ViewTopics.of(view.id(), scene, pictures));
                }
            }
        }
        assertThat(topics)
                .contains("loss-a-curve", "loss-a-map", "loss-a-solid", "fit-two-classes", "fit-regions-of-classes")
                .allSatisfy(topic -> {
                    Section section = Guide.view(topic).orElseThrow();
                    assertThat(section.content().getFirst()).isInstanceOf(Paragraph.class);
                    assertThat(section.content()).hasAtLeastOneElementOfType(TableBlock.class);
                    assertThat(section.content()).hasAtLeastOneElementOfType(BulletList.class);
                });
    }

    @Test
    @DisplayName("follows what a view shows")
    void follows() throws FormulaException {
        Scene line = looks(Fixtures.EXPERIMENTS.forLinear(
                        BuiltInData.dataset("iris"), List.of("sepal_length_cm"), "petal_width_cm"))
                .getFirst();
        assertThat(ViewTopics.of("fit", line, pictures)).isEqualTo("fit-a-line-or-a-curve");
        Problem first = Fixtures.EXPERIMENTS.first().problem();
        assertThat(first).isInstanceOf(Problem.Formula.class);
        assertThat(ViewTopics.of("fit", looks(Fixtures.EXPERIMENTS.first()).getFirst(), pictures))
                .isEqualTo("along-the-step");
    }
}
