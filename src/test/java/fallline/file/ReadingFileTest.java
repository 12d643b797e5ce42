package fallline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.data.DataSource;
import fallline.data.layout.ColumnType;
import fallline.data.layout.Directions;
import fallline.experiment.Experiment;
import fallline.file.codec.OpenedExperiment;
import fallline.file.json.UnknownFields;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("How a table is read, in an experiment file,")
class ReadingFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private final ExperimentFile files = new ExperimentFile(FileCatalogue.load());

    private OpenedExperiment open(String table, String how) throws IOException {
        Files.writeString(folder.resolve("t.csv"), table);
        return open(how);
    }

    private OpenedExperiment open(String how) {
        String text = "{\"fallline\": 1, \"problem\": {\"kind\": \"linear-regression\", \"data\": {\"csv\": \"t.csv\""
                + how + "}, \"features\": [\"x\"], \"target\": \"y\"}, \"runs\": [{\"optimizer\": \"gd\"}]}";
        return files.parse("e.json", text, folder);
    }

    private static Directions directions(Experiment experiment) {
        return ((DataSource.CsvFile)
                        ((Problem.Linear) experiment.problem()).data().source())
                .directions();
    }

    @Test
    @DisplayName("comes back as it was written")
    void roundTrip() throws IOException {
        String how =
                ", \"separator\": \";\", \"decimal\": \",\", \"thousands\": \"\", \"header\": true, \"skip\": [2, 4],"
                        + " \"comment\": \"!\", \"encoding\": \"Windows-1252\", \"types\": {\"d\": \"date\", \"w\": \"ignore\"},"
                        + " \"gaps\": \"skip\"";
        Experiment experiment = open(
                        "x;y;d;w\nnot;a;row;!\n1,5;2;2024-01-01;a\n4;4;4;4\n!\n2,5;3;2024-01-03;b\n3;4;;c\n", how)
                .experiment();
        Problem.Linear linear = (Problem.Linear) experiment.problem();
        assertThat(linear.data().numbers("x")).containsExactly(1.5, 2.5, 3);
        assertThat(linear.data().numbers("d")).containsExactly(0, 2, Double.NaN);
        Directions said = directions(experiment);
        assertThat(said)
                .isEqualTo(new Directions(
                        Optional.of(';'),
                        Optional.of(','),
                        Optional.of((char) 0),
                        Optional.of(true),
                        Optional.of(List.of(2, 4)),
                        Optional.of('!'),
                        Optional.of("Windows-1252"),
                        Optional.empty(),
                        Map.of("d", ColumnType.DATE, "w", ColumnType.IGNORE)));
        String saved = files.text(experiment, Optional.empty(), UnknownFields.none(), folder);
        assertThat(directions(files.parse("again.json", saved, folder).experiment()))
                .isEqualTo(said);
    }

    @Test
    @DisplayName("is not written where reading finds it out by itself")
    void silent() throws IOException {
        Experiment experiment = open("x;y\n1,5;2\n2,5;3\n", "").experiment();
        assertThat(directions(experiment)).isEqualTo(Directions.NONE);
        assertThat(files.text(experiment, Optional.empty(), UnknownFields.none(), folder))
                .doesNotContain("separator")
                .doesNotContain("types");
    }

    @Test
    @DisplayName("is said in one line where it could be otherwise, and in none where it could not")
    void warnings() throws IOException {
        assertThat(open("x\ty\n2,104\t1\n1,600\t2\n950\t3\n", "").warnings())
                .containsExactly(
                        "t.csv was read so: 2,104 in column 'x' is read as 2104 and not as 2.104, because 950 stands"
                                + " there without decimals.");
        assertThat(open("x\ty\n2,104\t1\n1,600\t2\n950\t3\n", ", \"decimal\": \",\"")
                        .warnings())
                .isEmpty();
        assertThat(open("x,y\n1,2\n3,5\n", "").warnings()).isEmpty();
    }

    @Test
    @DisplayName("is refused at its place where it makes no sense")
    void refused() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "x,y\n1,2\n3,5\n");
        assertThatThrownBy(() -> open(", \"separator\": \"x\"")).hasMessageContaining("problem.data.separator must be");
        assertThatThrownBy(() -> open(", \"types\": {\"z\": \"words\"}"))
                .hasMessageContaining("types names a column 'z', which t.csv does not have: choose from x, y.");
        assertThatThrownBy(() -> open(", \"skip\": [0]")).hasMessageContaining("whole number from 1 on");
        assertThatThrownBy(() -> open(", \"decimal\": \",\", \"thousands\": \",\""))
                .hasMessageContaining("Decimal and thousands mark are the same");
    }
}
