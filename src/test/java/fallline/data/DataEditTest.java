package fallline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An edit of the data")
class DataEditTest {
    private static final Dataset DATA =
            CsvReader.parse("t", "x,c\n1,a\n2,b\n3,c\n").dataset();

    @Test
    @DisplayName("makes columns of its own and leaves the old ones as they were")
    void cells() {
        Dataset next = DataEdit.withCells(DATA, 1, Map.of("x", "2,5", "c", "z"));
        assertThat(next.numbers("x")).containsExactly(1, 2.5, 3);
        assertThat(next.column("c")).isEqualTo(new Column.TextColumn("c", List.of("a", "z", "c")));
        assertThat(next.name()).isEqualTo("t (edited)");
        assertThat(DataEdit.withoutRow(next, 0).name()).isEqualTo("t (edited)");
        assertThat(next.source()).isEqualTo(new DataSource.Columns());
        assertThat(DATA.numbers("x")).containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("adds a row with gaps where nothing is said, and takes rows away")
    void rows() {
        Dataset more = DataEdit.withRow(DATA, Map.of("x", "7"));
        assertThat(more.numbers("x")).containsExactly(1, 2, 3, 7);
        assertThat(DataEdit.text(more.column("c"), 3)).isEmpty();
        assertThat(DataEdit.withoutRow(more, 1).numbers("x")).containsExactly(1, 3, 7);
    }

    @Test
    @DisplayName("refuses a word and an infinity among numbers, and the loss of the last row")
    void refusals() {
        assertThatThrownBy(() -> DataEdit.withCells(DATA, 2, Map.of("x", "seven")))
                .isInstanceOf(DataException.class)
                .hasMessage("Row 3, column 'x': 'seven' is not a finite number: type one such as 1.5, or nothing for a"
                        + " gap.");
        assertThatThrownBy(() -> DataEdit.withCells(DATA, 0, Map.of("x", "inf")))
                .isInstanceOf(DataException.class);
        assertThatThrownBy(() -> DataEdit.withCells(DATA, 0, Map.of("q", "1"))).isInstanceOf(DataException.class);
        Dataset one = DataEdit.withoutRow(DataEdit.withoutRow(DATA, 0), 0);
        assertThatThrownBy(() -> DataEdit.withoutRow(one, 0)).hasMessageContaining("only row");
    }

    @Test
    @DisplayName("writes a cell as text that reads back to the same bits")
    void text() {
        Dataset odd = DataEdit.withCells(DATA, 0, Map.of("x", "0.1"));
        double third = odd.numbers("x")[0];
        Dataset again = DataEdit.withCells(odd, 1, Map.of("x", DataEdit.text(odd.column("x"), 0)));
        assertThat(again.numbers("x")[1]).isEqualTo(third);
    }
}
