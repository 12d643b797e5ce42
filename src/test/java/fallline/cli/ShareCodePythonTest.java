package fallline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fallline.experiment.edit.NewExperiments;
import fallline.experiment.view.ViewState;
import fallline.file.ExperimentFile;
import fallline.file.json.UnknownFields;
import fallline.file.share.ShareCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The recipe for share codes in the documentation")
class ShareCodePythonTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    @Test
    @DisplayName("reads what the program writes, and writes what the program reads")
    void bothWays() throws IOException {
        Optional<Python> python = Python.with("zlib", "base64");
        assumeTrue(python.isPresent(), "skipped: there is no Python 3 here");
        Matcher recipe = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "experiment-file.md")));
        assertThat(recipe.find()).isTrue();
        ShareCode codes = new ShareCode(Session.CATALOGUE);
        var experiment = new NewExperiments(Session.CATALOGUE).first().withSteps(123);
        var view = ViewState.initial(experiment).withPlayhead(5);
        Path script = Files.writeString(
                folder.resolve("share.py"),
                recipe.group(1) + "\nexperiment = unpack(\""
                        + codes.write(experiment, view).text()
                        + "\")\nassert experiment[\"steps\"] == 123 and experiment[\"view\"][\"playhead\"] == 5\n"
                        + "experiment[\"steps\"] = 77\nprint(pack(experiment))\n");
        python.orElseThrow().run(List.of(script), folder);
        assertThat(folder.resolve("share.py.err")).doesNotExist();
        String code = Files.readString(folder.resolve("share.py.out"));
        var opened = codes.read(code, folder);
        assertThat(opened.view()).contains(view);
        ExperimentFile files = new ExperimentFile(Session.CATALOGUE);
        assertThat(files.text(opened.experiment(), opened.view(), UnknownFields.none(), folder))
                .isEqualTo(files.text(experiment.withSteps(77), Optional.of(view), UnknownFields.none(), folder));
    }
}
