package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.data.HoldOut;
import fallline.experiment.Experiment;
import fallline.file.json.UnknownFields;
import fallline.io.FileException;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file that holds rows out")
class HoldOutFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private final ExperimentFile files = new ExperimentFile(FileCatalogue.load());

    private Problem.OnData read(String fields) {
        String text = "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": "
                + "{\"dataset\": \"line_4_plus_3x\"" + fields
                + "}, \"features\": [\"x\"], \"target\": \"y\"}, \"runs\": [{\"optimizer\": \"gd\"}]}";
        return problem(files.parse("e.json", text, folder).experiment());
    }

    private static Problem.OnData problem(Experiment experiment) {
        return (Problem.OnData) experiment.problem();
    }

    @Test
    @DisplayName("says which, and says so again when it is saved; without the field all rows train")
    void roundTrip() {
        String text = "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": "
                + "{\"dataset\": \"line_4_plus_3x\", \"test\": 0.25, \"split_seed\": 7}, \"features\": [\"x\"], "
                + "\"target\": \"y\"}, \"runs\": [{\"optimizer\": \"gd\"}]}";
        Experiment experiment = files.parse("e.json", text, folder).experiment();
        String saved = files.text(experiment, Optional.empty(), UnknownFields.none(), folder);
        Problem.OnData again = problem(files.parse("again.json", saved, folder).experiment());

        assertThat(again.data().holdOut()).contains(new HoldOut(0.25, 7));
        assertThat(again.objective().rows()).isEqualTo(75);
        assertThat(again.heldOut().orElseThrow().rows()).isEqualTo(25);
        assertThat(again.objective().target())
                .isEqualTo(problem(experiment).objective().target());

        assertThat(read(", \"test\": 0.1").data().holdOut()).contains(new HoldOut(0.1, 0));
        assertThat(read("").data().holdOut()).isEmpty();
        assertThat(read("").heldOut()).isEmpty();
        assertThat(read("").objective().rows()).isEqualTo(100);
    }

    @Test
    @DisplayName("without it is saved without the fields")
    void absent() {
        String text = "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": "
                + "{\"dataset\": \"line_4_plus_3x\"}, \"features\": [\"x\"], \"target\": \"y\"}, "
                + "\"runs\": [{\"optimizer\": \"gd\"}]}";
        Experiment experiment = files.parse("e.json", text, folder).experiment();
        assertThat(files.text(experiment, Optional.empty(), UnknownFields.none(), folder))
                .doesNotContain("\"test\"")
                .doesNotContain("split_seed");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("with a share or a seed that is none is refused with the place")
    @CsvSource(delimiter = '¦', textBlock = """
            , "test": 0                      ¦ problem.data.test must be a share of the rows between 0 and 1, such as 0.25, got 0
            , "test": 1                      ¦ problem.data.test must be a share of the rows between 0 and 1, such as 0.25, got 1
            , "test": -0.5                   ¦ problem.data.test must be a share of the rows between 0 and 1, such as 0.25, got -0.5
            , "test": "a quarter"            ¦ problem.data.test must be a number, got "a quarter"
            , "test": 0.5, "split_seed": 1.5 ¦ problem.data.split_seed must be a whole number, got 1.5
            , "split_seed": 3                ¦ problem.data.split_seed needs a share of test rows: add "test": 0.25.
            """)
    void malformed(String fields, String sentence) {
        assertThatThrownBy(() -> read(fields)).isInstanceOf(FileException.class).hasMessageContaining(sentence);
    }
}
