package fallline.file.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fallline.experiment.Experiment;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.io.FileException;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaParameter;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionCodecTest {
    private static final ExperimentFile FILE = new ExperimentFile(FileCatalogue.load());

    private static Experiment open(String problem) {
        String json = "{\"fallline\": 1, \"problem\": " + problem + ", \"runs\": [{\"optimizer\": \"gd\"}]}";
        return FILE.parse("test.json", json, Path.of("")).experiment();
    }

    private static Problem.Formula formula(Experiment experiment) {
        return (Problem.Formula) experiment.problem();
    }

    @Test
    @DisplayName("a function needs only its name: start, parameters and goal are the catalogue's")
    void plain() {
        Experiment experiment = open("{\"kind\": \"function\", \"name\": \"rosenbrock\"}");
        Problem.Formula problem = formula(experiment);
        assertThat(experiment.startPoint()).containsExactly(-1.2, 1);
        assertThat(problem.card())
                .hasValueSatisfying(card -> assertThat(card.id()).isEqualTo("rosenbrock"));
        assertThat(problem.goal()).isEqualTo(Goal.MINIMISE);
        assertThat(problem.parameters().get("b")).isEqualTo(new FormulaParameter(100, 1, 200));
        assertThat(problem.objective().value(new double[] {-1.2, 1})).isCloseTo(24.2, within(1e-12));
    }

    @Test
    @DisplayName("parameters are numbers, or numbers with the ends of their sliders")
    void parameters() {
        Problem.Formula problem = formula(open("""
                {"kind": "function", "name": "rosenbrock", "goal": "maximise",
                 "parameters": {"a": 7, "b": {"value": 2, "min": 1, "max": 4}}}"""));
        assertThat(problem.parameters()).containsEntry("a", new FormulaParameter(7, 0, 3));
        assertThat(problem.parameters()).containsEntry("b", new FormulaParameter(2, 1, 4));
        assertThat(problem.objective().value(new double[] {0, 1})).isEqualTo(51);
        assertThat(problem.goal()).isEqualTo(Goal.MAXIMISE);
    }

    @Test
    @DisplayName("what was written is read again as the same function")
    void again() {
        Experiment before = open("{\"kind\": \"function\", \"name\": \"ellipse\", \"parameters\": {\"k\": 9}}");
        String text = FILE.text(before, Optional.empty(), UnknownFields.none(), Path.of(""));
        Experiment after = FILE.parse("test.json", text, Path.of("")).experiment();
        assertThat(text).contains("\"function\"").contains("\"ellipse\"").doesNotContain("expression");
        assertThat(formula(after).parameters()).isEqualTo(formula(before).parameters());
        assertThat(formula(after).card()).isPresent();
        assertThat(after.startPoint()).containsExactly(9, 1);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("a mistake is told with its place and the remedy")
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            "name": "rosenbrok"                          ¦ problem.name: there is no function 'rosenbrok' in the catalogue: the nearest are rosenbrock,
            "name": 3                                    ¦ problem.name must be a text, got 3.
            "nam": "rosenbrock"                          ¦ problem.name is missing: it must be the id of a function of the catalogue, such as "rosenbrock".
            "name": "rosenbrock", "parameters": {"c": 1} ¦ problem.parameters.c: the function "rosenbrock" has no such parameter; use a, b.
            "name": "sphere", "parameters": {"c": 1}     ¦ problem.parameters.c: the function "sphere" has no such parameter; it has none, take the field out.
            "name": "rosenbrock", "parameters": {"a": {"value": 1, "min": 3, "max": 2}} ¦ problem.parameters.a has min 3 above max 2: exchange them.
            "name": "rosenbrock", "parameters": {"a": "x"} ¦ problem.parameters.a must be a number, got "x".
            """)
    void mistakes(String fields, String sentence) {
        assertThatThrownBy(() -> open("{\"kind\": \"function\", " + fields + "}"))
                .isInstanceOf(FileException.class)
                .hasMessageStartingWith(sentence);
    }
}
