package fallline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rows with gaps")
class CompleteRowsTest {
    private static final String TABLE = "a,b,y,class\n1,10,1,u\n2,,2,v\n3,30,,u\n4,40,4,\nx,50,5,v\n";

    private static Dataset table(Gaps gaps) {
        return CsvReader.parse("t", TABLE).dataset().withGaps(gaps);
    }

    @Test
    @DisplayName("stay as they are while the rule is to stop")
    void stop() {
        Dataset data = table(Gaps.STOP);
        assertThat(CompleteRows.of(data, List.of("b"), "y", false).data()).isSameAs(data);
    }

    @Test
    @DisplayName("are left out when they are skipped, by the columns that the model reads only")
    void skip() {
        CompleteRows rows = CompleteRows.of(table(Gaps.SKIP), List.of("b"), "y", false);
        assertThat(rows.data().numbers("b")).containsExactly(10, 40, 50);
        assertThat(rows.data().numbers("y")).containsExactly(1, 4, 5);
        assertThat(rows.original(1)).isEqualTo(3);
        assertThat(rows.place(3)).hasValue(1);
        assertThat(rows.place(1)).isEmpty();
    }

    @Test
    @DisplayName("get the mean of the numbers that are there when they are filled, but never a target")
    void fill() {
        CompleteRows rows = CompleteRows.of(table(Gaps.FILL), List.of("b"), "y", false);
        // row 3 has no target; the mean of 10, 40, 50 is 100/3
        assertThat(rows.data().numbers("b")).containsExactly(10, 100.0 / 3, 40, 50);
        assertThat(rows.data().numbers("y")).containsExactly(1, 2, 4, 5);
    }

    @Test
    @DisplayName("are also those with a word in a column that is mostly numbers")
    void words() {
        CompleteRows rows = CompleteRows.of(table(Gaps.SKIP), List.of("a"), "y", false);
        assertThat(rows.data().numbers("a")).containsExactly(1, 2, 4);
        assertThat(ColumnProfile.of(table(Gaps.STOP).column("a")).unfitAsNumber(Gaps.STOP))
                .contains("text in row 5");
        assertThat(ColumnProfile.of(table(Gaps.STOP).column("a")).unfitAsNumber(Gaps.SKIP))
                .isEmpty();
    }

    @Test
    @DisplayName("without a class are left out whatever the rule")
    void classes() {
        CompleteRows rows = CompleteRows.of(table(Gaps.FILL), List.of("b"), "class", true);
        assertThat(rows.rows()).isEqualTo(4);
        assertThat(rows.original(3)).isEqualTo(4);
    }

    @Test
    @DisplayName("that leave nothing are refused in a sentence")
    void nothing() {
        Dataset data = CsvReader.parse("t", "a,y\n1,\n,2\n").dataset().withGaps(Gaps.SKIP);
        assertThatThrownBy(() -> CompleteRows.of(data, List.of("a"), "y", false))
                .isInstanceOf(DataException.class)
                .hasMessage("t has no row without a gap in a, y: choose other columns, or fill the gaps.");
    }

    @Test
    @DisplayName("of dates and names are told apart from numbers with a few words among them")
    void kinds() {
        Dataset data = CsvReader.parse("t", "d,n,c\n2024-01-31,Ann,1\n2024-02-29,Bob,1\n2024-03-31,Cem,1\n")
                .dataset();
        assertThat(data.columns().stream().map(ColumnProfile::of).map(profile -> profile.unfitAsNumber(Gaps.SKIP)
                        .orElse("")))
                .containsExactly("dates", "text", "constant");
    }

    @Test
    @DisplayName("with a decimal comma are numbers when no thousand is meant")
    void decimalComma() {
        Dataset data = CsvReader.parse("t", "a;y\n1,5;1\n2,25;2\nabc;3\n1,125;4\n")
                .dataset()
                .withGaps(Gaps.SKIP);
        assertThat(CompleteRows.of(data, List.of("a"), "y", false).data().numbers("a"))
                .containsExactly(1.5, 2.25, 1.125);
        Dataset thousands = CsvReader.parse("t", "a,y\n\"1,500\",1\n\"2,250\",2\n\"3,125\",4\n")
                .dataset();
        assertThat(thousands.numbers("a")).containsExactly(1500, 2250, 3125);
    }
}
