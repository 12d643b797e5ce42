package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.experiment.Experiment;
import fallline.experiment.view.RaceLook;
import fallline.experiment.view.ViewState;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.io.FileException;
import fallline.optimizer.catalogue.FileCatalogue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Repeats and the target of a race in files")
class RaceFileTest {
    private static final ExperimentFile FILE = new ExperimentFile(FileCatalogue.load());

    private final Path folder;

    RaceFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private OpenedExperiment open(String run, String view) {
        String json = "{'fallline': 1, 'problem': {'kind': 'formula', 'expression': 'x^2', 'variables': ['x']}, "
                + "'runs': [{'name': 'a', 'optimizer': 'gd'" + run + "}], 'view': {" + view + "}}";
        return FILE.parse("test.json", json.replace('\'', '"'), folder);
    }

    @Test
    @DisplayName("come back, and are not written where they are as usual")
    void roundTrip() {
        OpenedExperiment plain = open("", "");
        Experiment experiment = plain.experiment();
        ViewState view = plain.view().orElseThrow();
        assertThat(view.race()).isEqualTo(RaceLook.INITIAL);
        assertThat(FILE.text(experiment, Optional.of(view), UnknownFields.none(), folder))
                .doesNotContain("race")
                .doesNotContain("repeats");
        OpenedExperiment said = open(", 'repeats': 50", "'race': {'epsilon': 1e-3, 'loss': -0.5}, 'across': 'epochs'");
        assertThat(said.experiment().runs().getFirst().repeats()).isEqualTo(OptionalInt.of(50));
        assertThat(said.view().orElseThrow().race()).isEqualTo(new RaceLook(1e-3, OptionalDouble.of(-0.5)));
        String text = FILE.text(said.experiment(), said.view(), UnknownFields.none(), folder);
        OpenedExperiment again = FILE.parse("test.json", text, folder);
        assertThat(again.experiment().runs()).isEqualTo(said.experiment().runs());
        assertThat(again.view().orElseThrow().race())
                .isEqualTo(said.view().orElseThrow().race());
        assertThat(again.view().orElseThrow().convergence())
                .isEqualTo(said.view().orElseThrow().convergence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ", 'repeats': 1 | runs[0].repeats",
                ", 'repeats': 201 | runs[0].repeats",
                ", 'repeats': 'many' | runs[0].repeats"
            })
    @DisplayName("are refused with their place where they are wrong")
    void wrong(String run, String words) {
        assertThatThrownBy(() -> open(run, ""))
                .isInstanceOf(FileException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'race': {'epsilon': 0} | view.race: epsilon must be a finite number above 0, got 0",
                "'race': {'epsilon': 'small'} | view.race.epsilon",
                "'race': 3 | view.race",
                "'across': 'rounds' | view.across"
            })
    @DisplayName("of a view that is wrong are told of with their place, and the experiment opens")
    void wrongView(String view, String words) {
        assertThat(open("", view).warnings()).singleElement().satisfies(warning -> assertThat(warning)
                .contains(words));
    }

    @Test
    @DisplayName("a recorded path cannot be repeated")
    void recorded() {
        String json = "{'fallline': 1, 'problem': {'kind': 'formula', 'expression': 'x^2', 'variables': ['x']}, "
                + "'runs': [{'recorded': {'csv': 'a.csv', 'columns': {'step': [0, 1], 'loss': [2, 1]}}, 'repeats': 5}]}";
        assertThatThrownBy(() -> FILE.parse("test.json", json.replace('\'', '"'), folder))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("runs[0].repeats: a recorded path was computed elsewhere and cannot be repeated");
    }
}
