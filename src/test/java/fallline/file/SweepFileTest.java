package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.experiment.view.SweepLook;
import fallline.experiment.view.SweepLook.Axis;
import fallline.experiment.view.SweepLook.Measure;
import fallline.experiment.view.ViewState;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.optimizer.catalogue.FileCatalogue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepFileTest {
    private static final ExperimentFile FILE = new ExperimentFile(FileCatalogue.load());

    private final Path folder;

    SweepFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private OpenedExperiment open(String sweep) {
        return FILE.parse("test.json", """
                { "fallline": 1,
                  "problem": {"kind": "formula", "expression": "x^2+y^2", "variables": ["x","y"]}, "start": [1, 1],
                  "runs": [ {"name": "Adam", "optimizer": "adam"} ],
                  "view": {"sweep": %s} }
                """.formatted(sweep), folder);
    }

    @Test
    @DisplayName("reads and writes every field of a sweep")
    void everyField() {
        OpenedExperiment opened = open("""
                {"run": "Adam", "x": {"setting": "lr", "min": 0.001, "max": 1, "log": true, "n": 64},
                 "y": {"setting": "start.y", "min": -2, "max": 2, "n": 32}, "measure": "verdict", "epsilon": 0.01}""");
        assertThat(opened.warnings()).isEmpty();
        SweepLook look = opened.view().orElseThrow().sweep();
        assertThat(look)
                .isEqualTo(new SweepLook(
                        Optional.of("Adam"),
                        Optional.of(new Axis("lr", 0.001, 1, true, 64)),
                        Optional.of(new Axis("start.y", -2, 2, false, 32)),
                        Measure.VERDICT,
                        OptionalDouble.of(0.01)));
        String text = FILE.text(opened.experiment(), opened.view(), UnknownFields.none(), folder);
        assertThat(FILE.parse("again.json", text, folder).view().orElseThrow().sweep())
                .isEqualTo(look);
    }

    @Test
    @DisplayName("the usual sweep is not written")
    void usual() {
        OpenedExperiment opened = open("{}");
        ViewState view = opened.view().orElseThrow();
        assertThat(view.sweep()).isEqualTo(SweepLook.INITIAL);
        assertThat(FILE.text(opened.experiment(), Optional.of(view), UnknownFields.none(), folder))
                .doesNotContain("sweep");
    }

    @ParameterizedTest
    @DisplayName("says which field of a sweep cannot be used, and shows the usual view")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"run": "gd"} | view.sweep.run
            {"measure": "colour"} | view.sweep.measure
            {"x": {"min": 1, "max": 2}} | view.sweep.x.setting
            {"x": {"setting": "lr", "min": "a", "max": 2}} | view.sweep.x.min
            {"x": {"setting": "lr", "min": 2, "max": 1}} | view.sweep.x
            {"x": {"setting": "lr", "min": 0, "max": 1, "log": true}} | view.sweep.x
            {"y": {"setting": "lr", "min": 0, "max": 1, "n": 1}} | view.sweep.y.n
            {"y": {"setting": "lr", "min": 0, "max": 1, "n": 5000}} | view.sweep.y.n
            {"y": {"setting": "start.z", "min": 0, "max": 1}} | view.sweep.y.setting
            {"epsilon": "small"} | view.sweep.epsilon
            {"epsilon": 1e999} | view.sweep.epsilon
            [] | view.sweep
            """)
    void malformed(String sweep, String place) {
        OpenedExperiment opened = open(sweep);
        assertThat(opened.view()).isEmpty();
        assertThat(opened.warnings())
                .singleElement()
                .asString()
                .contains(place)
                .endsWith("The usual view is shown instead.");
    }

    @Test
    @DisplayName("what names a run or a parameter that is there no more is not written")
    void gone() {
        OpenedExperiment opened = open("{}");
        SweepLook look = SweepLook.INITIAL
                .withRun(Optional.of("gone"))
                .withAxes(new Axis("start.z", 0, 1, false, 8), Optional.empty());
        ViewState view = opened.view().orElseThrow().withSweep(_ -> look);
        String text = FILE.text(opened.experiment(), Optional.of(view), UnknownFields.none(), folder);
        OpenedExperiment again = FILE.parse("again.json", text, folder);
        assertThat(again.warnings()).isEmpty();
        assertThat(again.view().orElseThrow().sweep()).isEqualTo(SweepLook.INITIAL);
    }
}
