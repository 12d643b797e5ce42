package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.view.PresenterLook;
import fallline.experiment.view.PresenterLook.Colours;
import fallline.experiment.view.PresenterLook.Control;
import fallline.experiment.view.ViewState;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.optimizer.catalogue.FileCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The stage in a file")
class PresenterFileTest {
    private static final ExperimentFile FILE = new ExperimentFile(FileCatalogue.load());
    private static final String EXAMPLE = """
            { "fallline": 1, "view": {"presenter": PRESENTER},
              "problem": { "kind": "formula", "expression": "w^2", "variables": ["w"] },
              "start": [20], "runs": [ { "optimizer": "gd" } ] }
            """;

    private final Path folder;

    PresenterFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private OpenedExperiment open(String presenter) {
        return FILE.parse("test.json", EXAMPLE.replace("PRESENTER", presenter), folder);
    }

    @Test
    @DisplayName("is read, and written as it was")
    void roundTrip() {
        OpenedExperiment opened = open("""
                {"panes": ["step", "loss", "fit"], "size": 150, "controls": ["rate", "verdict"], "colours": "dark"}""");
        PresenterLook look = new PresenterLook(
                List.of("step", "loss", "fit"), 150, Set.of(Control.RATE, Control.VERDICT), Colours.DARK);
        assertThat(opened.view().orElseThrow().presenter()).isEqualTo(look);
        String text = FILE.text(opened.experiment(), opened.view(), UnknownFields.none(), folder);
        assertThat(FILE.parse("again.json", text, folder).view()).isEqualTo(opened.view());
    }

    @Test
    @DisplayName("is not written where it is the usual one, and any part may be left out")
    void usual() {
        OpenedExperiment opened = open("{}");
        assertThat(opened.view().map(ViewState::presenter)).contains(PresenterLook.INITIAL);
        assertThat(FILE.text(opened.experiment(), opened.view(), UnknownFields.none(), folder))
                .doesNotContain("presenter");
        assertThat(open("{\"size\": 200}").view().orElseThrow().presenter())
                .isEqualTo(PresenterLook.INITIAL.withSize(200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"panes\": []} | one to four different panes",
                "{\"panes\": [\"loss\", \"loss\"]} | one to four different panes",
                "{\"panes\": [\"a\", \"b\", \"c\", \"d\", \"e\"]} | one to four different panes",
                "{\"panes\": \"loss\"} | view.presenter.panes must be a list",
                "{\"panes\": [1]} | view.presenter.panes[0] must be a text",
                "{\"size\": 149} | view.presenter.size must be a whole number from 150 to 200",
                "{\"size\": \"large\"} | view.presenter.size must be",
                "{\"controls\": [\"self-destruct\"]} | view.presenter.controls[0] must be \"rate\" or",
                "{\"colours\": \"pink\"} | view.presenter.colours must be \"projector\" or \"window\" or \"dark\"",
                "[] | view.presenter must be an object",
            })
    @DisplayName("that makes no sense is said, and the usual view is shown")
    void malformed(String presenter, String sentence) {
        OpenedExperiment opened = open(presenter);
        assertThat(opened.view()).isEqualTo(Optional.empty());
        assertThat(opened.warnings()).singleElement().asString().contains(sentence);
    }
}
