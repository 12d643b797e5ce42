package fallline.experiment.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.data.DataException;
import fallline.experiment.RecordedPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A table of recorded steps")
class RecordedTableTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path folder;

    private RecordedTable read(String text) throws IOException {
        return RecordedTable.read(Files.writeString(folder.resolve("t.csv"), text), () -> false);
    }

    private RecordedPath only(String text) throws IOException {
        return read(text).path(Optional.empty());
    }

    @Test
    @DisplayName("begins anywhere, has gaps, and keeps every number to the bit")
    void gaps() throws IOException {
        RecordedPath path = only("step,loss,x,\"W[a,b]\"\n3,0.1,1e-300,2\n4,0.30000000000000004,-0.0,3\n9,2.5,4,5\n");
        assertThat(path.rows()).isEqualTo(3);
        assertThat(List.of(path.firstStep(), path.step(1), path.lastStep())).containsExactly(3, 4, 9);
        assertThat(path.loss(1)).isEqualTo(0.1 + 0.2);
        assertThat(path.number("x", 0)).isEqualTo(1e-300);
        assertThat(path.number("W[a,b]", 2)).isEqualTo(5);
        assertThat(path.parameters()).containsExactly("x", "W[a,b]");
        assertThat(path.covers(List.of("x", "W[a,b]"))).isTrue();
        assertThat(path.covers(List.of("u"))).isFalse();
        assertThat(path.run()).isEmpty();
    }

    @Test
    @DisplayName("holds several runs, of which one is chosen by its name")
    void runs() throws IOException {
        RecordedTable table = read("run,step,loss\n1,0,5\n1,1,4\nB,0,3\nB,7,2\n");
        assertThat(table.runs()).containsExactly("1", "B");
        assertThat(table.path(Optional.of("B")).lastStep()).isEqualTo(7);
        assertThat(table.path(Optional.of("1")).loss(1)).isEqualTo(4);
    }

    @Test
    @DisplayName("may end with numbers that are not finite, and nowhere else have any")
    void diverged() throws IOException {
        RecordedPath path = only("step,loss,x\n0,1,2\n1,1e200,1e100\n2,Infinity,NaN\n");
        assertThat(path.loss(2)).isInfinite();
        assertThat(path.number("x", 2)).isNaN();
    }

    @Test
    @DisplayName("takes a thousand for one and a thousandth where decimals are points, as programs print them")
    void points() throws IOException {
        RecordedPath path = only("step,loss\n0,2.104\n1,1.250\n2,1.125\n");
        assertThat(path.loss(0)).isEqualTo(2.104);
        RecordedPath german = only("step;loss\n0;2,5\n1;1,25\n2;1,125\n");
        assertThat(german.loss(2)).isEqualTo(1.125);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    no step       | epoch,loss;0,1;1,2                | t.csv has no column 'step'
                    no loss       | step,x;0,1;1,2                    | t.csv has no column 'loss'
                    half a step   | step,loss;0,1;0.5,2;1,3           | t.csv, line 3: step is 0.5: steps are whole numbers
                    below zero    | step,loss;-1,1;0,2                | t.csv, line 2: step is -1: steps are whole numbers
                    too late      | step,loss;0,1;1000001,2           | t.csv, line 3: step is 1000001
                    no number     | step,loss;0,1;,2;2,3              | t.csv, line 3: step is missing or not a number
                    falling       | step,loss;0,1;2,2;1,3             | t.csv, line 4: step is 1, after 2: steps must rise
                    twice         | step,loss;0,1;0,2                 | several runs need a column 'run'
                    gap in losses | step,loss;0,1;1,NaN;2,3           | t.csv, line 3: loss is missing or not a number
                    infinite      | step,loss;0,1;1,Infinity;2,3      | t.csv, line 3: loss is Infinity
                    gap in x      | step,loss,x;0,1,1;1,2,;2,3,3      | t.csv, line 3: x is missing or not a number
                    words         | step,loss;0,low;1,high            | loss
                    several       | run,step,loss;a,0,1;b,0,1         | t.csv holds 2 runs: choose one of a, b
                    """)
    @DisplayName("is refused in one sentence with place and remedy")
    void malformed(String name, String text, String sentence) {
        assertThatThrownBy(() -> only(text.replace(';', '\n') + "\n"))
                .as(name)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    @DisplayName("has no run that it does not name")
    void unknownRun() throws IOException {
        RecordedTable several = read("run,step,loss\na,0,1\nb,0,1\n");
        assertThatThrownBy(() -> several.path(Optional.of("c")))
                .hasMessage("t.csv has no run 'c': choose one of a, b.");
        RecordedTable single = read("step,loss\n0,1\n");
        assertThatThrownBy(() -> single.path(Optional.of("c")))
                .hasMessageContaining("has no column 'run', so there is no run 'c'");
    }

    @Test
    @DisplayName("with some of the parameters names what is missing")
    void partial() throws IOException {
        RecordedPath path = only("step,loss,x\n0,1,2\n");
        assertThatThrownBy(() -> path.covers(List.of("x", "y")))
                .hasMessageContaining("t.csv has a column x but none for a parameter y");
    }

    @Test
    @DisplayName("is known by its first line")
    void looks() {
        assertThat(RecordedTable.looksRecorded("run,step,evaluations,lr,loss")).isTrue();
        assertThat(RecordedTable.looksRecorded("\uFEFF\"Step\";\"Loss\"")).isTrue();
        assertThat(RecordedTable.looksRecorded("steps,weight loss")).isFalse();
        assertThat(RecordedTable.looksRecorded("")).isFalse();
    }
}
