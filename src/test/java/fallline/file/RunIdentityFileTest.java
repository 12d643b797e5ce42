package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.experiment.Experiment;
import fallline.experiment.Fork;
import fallline.experiment.Run;
import fallline.experiment.edit.Edits;
import fallline.file.json.UnknownFields;
import fallline.io.FileException;
import fallline.optimizer.catalogue.FileCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The identity of runs in files")
class RunIdentityFileTest {
    private static final ExperimentFile FILE = new ExperimentFile(FileCatalogue.load());

    private final Path folder;

    RunIdentityFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Experiment open(String runs) {
        String json =
                "{'fallline': 1, 'problem': {'kind': 'formula', 'expression': 'x^2', 'variables': ['x']}, 'runs': ["
                        + runs + "]}";
        return FILE.parse("test.json", json.replace('\'', '"'), folder).experiment();
    }

    private Experiment again(Experiment experiment) {
        return FILE.parse("test.json", text(experiment), folder).experiment();
    }

    private String text(Experiment experiment) {
        return FILE.text(experiment, Optional.empty(), UnknownFields.none(), folder);
    }

    private static List<Integer> looks(Experiment experiment) {
        return experiment.runs().stream().map(run -> run.look().orElseThrow()).toList();
    }

    @Test
    @DisplayName("is that of their order in older files, and is not written where it is")
    void older() {
        Experiment old = open("{'name': 'a', 'optimizer': 'gd'}, {'name': 'b', 'optimizer': 'gd'}");
        assertThat(looks(old)).containsExactly(0, 1);
        assertThat(text(old)).doesNotContain("look").doesNotContain("fork");
    }

    @Test
    @DisplayName("comes back: looks after runs were removed and moved, and where forks come from")
    void roundTrip() {
        Experiment old = open("{'name': 'a', 'optimizer': 'gd'}, {'name': 'b', 'optimizer': 'gd'}");
        Experiment changed = Edits.withFork(old, "b", 57).without("a").withMoved("b 2", 0);
        Experiment again = again(changed);
        assertThat(looks(again)).containsExactly(2, 1);
        assertThat(again.runs().getFirst().fork()).contains(Fork.of("b", 57));
        assertThat(again.runs()).isEqualTo(changed.runs());
        assertThat(again(again.without("b")).runs().getFirst().fork()).contains(new Fork(Optional.empty(), 57));
    }

    @Test
    @DisplayName("is the first look that is free for runs that say none")
    void mixed() {
        Experiment mixed = open("{'name': 'a', 'optimizer': 'gd'}, {'name': 'b', 'optimizer': 'gd', 'look': 0},"
                + "{'name': 'c', 'optimizer': 'gd', 'look': 5}, {'name': 'd', 'optimizer': 'gd'}");
        assertThat(looks(mixed)).containsExactly(1, 0, 5, 2);
        assertThat(mixed.runs()).extracting(Run::name).containsExactly("a", "b", "c", "d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'look': 8 | runs[1].look",
                "'look': -1 | runs[1].look",
                "'fork': {'of': 'zeta', 'step': 3} | runs[1].fork.of is 'zeta', but no run is called so",
                "'fork': {'of': 'b', 'step': 3} | runs[1].fork.of: the forks go round in a circle",
                "'fork': {'of': 'a', 'step': 0} | runs[1].fork.step",
                "'fork': {'of': 'a'} | step"
            })
    @DisplayName("is refused with its place where it is wrong")
    void wrong(String field, String words) {
        assertThatThrownBy(
                        () -> open("{'name': 'a', 'optimizer': 'gd'}, {'name': 'b', 'optimizer': 'gd', " + field + "}"))
                .isInstanceOf(FileException.class)
                .hasMessageContaining(words);
    }
}
