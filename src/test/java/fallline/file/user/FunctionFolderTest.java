package fallline.file.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fallline.experiment.Experiment;
import fallline.experiment.edit.NewExperiments;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.objective.formula.CatalogueFunction;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The folder of the user's own functions")
class FunctionFolderTest {
    private static final String GOOD = """
            name: Mine
            kind: smooth
            source: own
            teaches: Nothing yet.

            a = 2 (1 .. 3)
            J(x, y) = a*x^2 + y^2

            box: x -2 .. 2, y -1 .. 3
            start: -1, 2
            minimum: 0, 0 always
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path home;

    @Test
    @DisplayName("gives its cards in the order of their ids, and none where there is no folder")
    void cards() {
        FunctionFolder folder = new FunctionFolder(home.resolve("functions"));
        assertThat(folder.read().functions()).isEmpty();
        folder.save("two", GOOD);
        folder.save("one", GOOD.replace("Mine", "Another"));

        assertThat(folder.read().functions())
                .extracting(CatalogueFunction::id, CatalogueFunction::name)
                .containsExactly(tuple("one", "Another"), tuple("two", "Mine"));
    }

    @Test
    @DisplayName("passes over a card with a mistake, or with a name of the catalogue, in one sentence")
    void broken() throws IOException {
        FunctionFolder folder = new FunctionFolder(home);
        folder.save("good", GOOD);
        folder.save("rosenbrock", GOOD);
        Files.writeString(folder.file("bad"), GOOD.replace("y^2", "z^2"));

        FunctionFolder.Content content = folder.read();

        assertThat(content.functions()).extracting(CatalogueFunction::id).containsExactly("good");
        assertThat(content.complaints()).hasSize(2);
        assertThat(content.complaints().getFirst())
                .startsWith("Your function bad.function is passed over: bad, line 7: ")
                .contains("'z'");
        assertThat(content.complaints().getLast())
                .isEqualTo(
                        "Your function rosenbrock.function is passed over: the catalogue has a function of that name,"
                                + " give it another one.");
    }

    @Test
    @DisplayName("are saved in an experiment as formulas, so that the file opens where there is no such folder")
    void saved() {
        FunctionFolder folder = new FunctionFolder(home);
        folder.save("mine", GOOD);
        FileCatalogue catalogue = FileCatalogue.load();
        ExperimentFile file = new ExperimentFile(catalogue);
        Experiment own = new NewExperiments(catalogue)
                .forFunction(folder.read().functions().getFirst());
        assertThat(own.startPoint()).containsExactly(-1, 2);

        String text = file.text(own, Optional.empty(), UnknownFields.none(), Path.of(""));
        Experiment again = file.parse("test.json", text, Path.of("")).experiment();

        assertThat(again.startPoint()).containsExactly(-1, 2);
        assertThat(again.problem()).isInstanceOfSatisfying(Problem.Formula.class, formula -> {
            assertThat(formula.card()).isEmpty();
            assertThat(formula.parameters()).isEqualTo(((Problem.Formula) own.problem()).parameters());
        });
        double[] at = {0.5, -3};
        assertThat(again.problem().objective().value(at))
                .isEqualTo(own.problem().objective().value(at));
    }
}
