package fallline.data.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.data.Column;
import fallline.data.Column.TextColumn;
import fallline.data.CsvReader;
import fallline.data.CsvTable;
import fallline.data.DataException;
import fallline.data.layout.ColumnType;
import fallline.data.layout.Decision;
import fallline.data.layout.Directions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading a table")
class TableReadingTest {
    private static CsvTable read(byte[] bytes, Directions directions) {
        return CsvReader.read(Path.of("t.csv"), bytes, directions, _ -> {}, () -> false);
    }

    private static CsvTable read(String text, Directions directions) {
        return read(text.getBytes(StandardCharsets.UTF_8), directions);
    }

    private static CsvTable read(String text) {
        return read(text, Directions.NONE);
    }

    private static List<String> names(CsvTable table) {
        return table.dataset().columns().stream().map(Column::name).toList();
    }

    private static List<String> doubts(CsvTable table) {
        return table.reading().doubts().stream().map(Decision::sentence).toList();
    }

    @Test
    @DisplayName("says both readings of a number with an example, and what decided")
    void doubt() {
        assertThat(doubts(read("a\tb\n2,104\t3\n1,600\t4\n950\t5\n")))
                .containsExactly(
                        "2,104 in column 'a' is read as 2104 and not as 2.104, because 950 stands there without"
                                + " decimals.");
        assertThat(doubts(read("a;b\n2,104;3\n1,687;4\n")))
                .singleElement()
                .asString()
                .contains("is read as 2.104 and not as 2104, because semicolons part the columns");
        assertThat(doubts(read("a;b\n2.104;3,5\n1.687;4,25\n")))
                .singleElement()
                .asString()
                .contains("is read as 2104 and not as 2.104, because the decimal mark is a comma in 3,5 in column 'b'");
        assertThat(doubts(read("a,b\n2.104,3.5\n1.687,4.25\n"))).isEmpty();
        assertThat(doubts(read("a,b\n95%,1\n90%,2\n")))
                .containsExactly("Percents of column 'a' are read as hundredths: 95% is 0.95.");
    }

    @Test
    @DisplayName("passes over titles, units, rules and comments, and says so")
    void passedOver() {
        CsvTable table = read("Run 7\nt,v\ns,m/s\n# calm\n0,1.5\n1,2.5\n2,4\n");
        assertThat(names(table)).containsExactly("t", "v");
        assertThat(table.dataset().rows()).isEqualTo(3);
        assertThat(table.reading().skip()).containsExactly(1, 3);
        assertThat(doubts(table))
                .containsExactly(
                        "Line 1 is passed over as a title ('Run 7').", "Line 3 is passed over as units ('s m/s').");
        CsvTable markdown = read("| x | y |\n|---|:-:|\n| 1 | 2 |\n| 3 | 5 |\n");
        assertThat(names(markdown)).containsExactly("x", "y");
        assertThat(markdown.dataset().numbers("y")).containsExactly(2, 5);
        CsvTable terminal = read(" x | y \n---+---\n 1 | 2\n 3 | 5\n");
        assertThat(terminal.dataset().numbers("x")).containsExactly(1, 3);
    }

    @Test
    @DisplayName("takes a first row of years as data, unless they rise evenly over cells that are no years")
    void years() {
        assertThat(read("1990,5\n1991,7\n1992,9\n").header()).isFalse();
        assertThat(read("1990,1991\n1992,1993\n1994,1995\n").header()).isFalse();
        CsvTable wide = read("land,1990,1991,1992\nA,3,4,5\nB,2,5,6\n");
        assertThat(names(wide)).containsExactly("land", "1990", "1991", "1992");
        assertThat(doubts(wide)).singleElement().asString().contains("years that rise evenly");
    }

    @Test
    @DisplayName("takes names from a comment, from aligned text with blanks in names, and beside R's names of rows")
    void names() {
        assertThat(names(read("# t  v\n0.5 1\n0.7 2\n"))).containsExactly("t", "v");
        assertThat(names(read("Time (s)   Height (m)\n0.5        1.25\n0.75       2\n")))
                .containsExactly("Time (s)", "Height (m)");
        assertThat(names(read("\"x\",\"y\"\n\"1\",2,3\n\"2\",4,5\n"))).containsExactly("c1", "x", "y");
    }

    @Test
    @DisplayName("reads ARFF and Orange tables by their heads")
    void heads() {
        CsvTable arff = read("""
                % weather
                @RELATION w
                @attribute 'wind speed' numeric
                @attribute play {yes, no}
                @data
                1.5, yes
                ?, no
                % a pause
                2, 'yes'
                """);
        assertThat(names(arff)).containsExactly("wind speed", "play");
        assertThat(arff.dataset().numbers("wind speed")).containsExactly(1.5, Double.NaN, 2);
        assertThat(((TextColumn) arff.dataset().column("play")).values()).containsExactly("yes", "no", "yes");
        CsvTable orange = read("a\tb\tc\ncontinuous\tdiscrete\tstring\n\tclass\tmeta\n1\t0\tx\n2\t1\ty\n");
        assertThat(names(orange)).containsExactly("a", "b", "c");
        assertThat(orange.dataset().numbers("a")).containsExactly(1, 2);
        assertThat(((TextColumn) orange.dataset().column("b")).values()).containsExactly("0", "1");
        assertThat(names(read("C#a\tcD#b\tiS#n\n1\t0\tx\n2\t1\ty\n"))).containsExactly("a", "b");
    }

    @Test
    @DisplayName("does as it is told: separator, marks, header, lines, comment, encoding, types")
    void directions() {
        assertThat(names(read("a;b,c\n1;2,5\n3;4,5\n", Directions.NONE.withSeparator(Optional.of(',')))))
                .hasSize(2)
                .contains("a;b");
        assertThat(read("a\n2,104\n1,600\n950\n", Directions.NONE.withDecimal(Optional.of(',')))
                        .dataset()
                        .numbers("a"))
                .containsExactly(2.104, 1.6, 950);
        assertThat(read("a,b\n1.250,1\n3.125,2\n", Directions.NONE.withThousands(Optional.of('.')))
                        .dataset()
                        .numbers("a"))
                .containsExactly(1250, 3125);
        assertThat(read("1,2\n3,4\n", Directions.NONE.withHeader(Optional.of(true)))
                        .dataset()
                        .rows())
                .isEqualTo(1);
        assertThat(read("x,y\n3,4\n", Directions.NONE.withHeader(Optional.of(false)))
                        .dataset()
                        .rows())
                .isEqualTo(2);
        assertThat(read("x,y\n3,4\n5,6\n7,8\n", Directions.NONE.withSkip(Optional.of(List.of(3))))
                        .dataset()
                        .numbers("x"))
                .containsExactly(3, 7);
        assertThat(read("x,y\n!3,4\n5,6\n7,8\n", Directions.NONE.withComment(Optional.of('!')))
                        .dataset()
                        .numbers("x"))
                .containsExactly(5, 7);
        Map<String, ColumnType> types = Map.of("d", ColumnType.DATE, "n", ColumnType.WORDS, "z", ColumnType.IGNORE);
        CsvTable typed = read("d,n,z\n2024-03-01,1,2\n2024-02-28,2,3\n,3,4\n", Directions.NONE.withTypes(types));
        assertThat(typed.dataset().numbers("d")).containsExactly(2, 0, Double.NaN);
        assertThat(typed.dataset().column("n")).isEqualTo(new TextColumn("n", List.of("1", "2", "3")));
        assertThat(names(typed)).containsExactly("d", "n");
        byte[] koi = "x,y\n1,\u0416\n2,\u0416\n".getBytes(java.nio.charset.Charset.forName("KOI8-R"));
        assertThat(((TextColumn) read(koi, Directions.NONE.withEncoding(Optional.of("KOI8-R")))
                                .dataset()
                                .column("y"))
                        .values())
                .containsExactly("\u0416", "\u0416");
        assertThatThrownBy(() -> read("x\n1\n", Directions.NONE.withEncoding(Optional.of("Klingon"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no encoding 'Klingon'");
    }

    @Test
    @DisplayName("decides by all dates of a column which of day and month comes first")
    void dates() {
        Directions days = Directions.NONE.withTypes(Map.of("d", ColumnType.DATE));
        assertThat(read("d,y\n1/2/2024,1\n13/2/2024,2\n", days).dataset().numbers("d"))
                .containsExactly(0, 12);
        assertThat(read("d,y\n1/2/2024,1\n2/13/2024,2\n", days).dataset().numbers("d"))
                .containsExactly(0, 42);
        assertThat(doubts(read("d,y\n1/2/2024,1\n3/2/2024,2\n", days)))
                .singleElement()
                .asString()
                .contains("month first");
        assertThat(read("d;y\n1.2.2024 12:00;1\n2.2.2024 18:00;2\n", days)
                        .dataset()
                        .numbers("d"))
                .containsExactly(0, 1.25);
        assertThat(read("d,y\n31 Jan 2024,1\n\"Feb 1, 2024\",2\n", days)
                        .dataset()
                        .numbers("d"))
                .containsExactly(0, 1);
    }

    @Test
    @DisplayName("reads the first sheet of a workbook that has cells, or the one that is named; dates are dates")
    void workbook() {
        byte[] book = Xlsx.of(
                new Xlsx.Page("empty", List.of()),
                new Xlsx.Page(
                        "May",
                        List.of(
                                List.of("My measurements"),
                                List.of("day", "x", "y"),
                                List.of(new Xlsx.Day(45292), 1.234, "2,104"),
                                List.of(new Xlsx.Day(45293), 2, "950"),
                                List.of(new Xlsx.Day(45295.5), "", "1,600"))),
                new Xlsx.Page("June", List.of(List.of("z"), List.of(1), List.of(2))));
        CsvTable table = read(book, Directions.NONE);
        assertThat(table.reading().sheet()).contains("May");
        assertThat(table.reading().sheets()).containsExactly("empty", "May", "June");
        assertThat(table.dataset().numbers("x")).containsExactly(1.234, 2, Double.NaN);
        assertThat(table.dataset().numbers("y")).containsExactly(2104, 950, 1600);
        assertThat(((TextColumn) table.dataset().column("day")).values())
                .containsExactly("2024-01-01", "2024-01-02", "2024-01-04 12:00:00");
        assertThat(read(book, Directions.NONE.withTypes(Map.of("day", ColumnType.DATE)))
                        .dataset()
                        .numbers("day"))
                .containsExactly(0, 1, 3.5);
        assertThat(read(book, Directions.NONE.withSheet(Optional.of("June")))
                        .dataset()
                        .numbers("z"))
                .containsExactly(1, 2);
        assertThatThrownBy(() -> read(book, Directions.NONE.withSheet(Optional.of("July"))))
                .hasMessage("t.csv has no sheet 'July': choose one of empty, May, June.");
    }

    @Test
    @DisplayName("unpacks gzip within bounds, and refuses what unpacks to more")
    void gzip() throws IOException {
        assertThat(read(packed("x,y\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8), 1), Directions.NONE)
                        .dataset()
                        .rows())
                .isEqualTo(2);
        byte[] bomb = packed(new byte[1 << 20], 17);
        assertThat(bomb.length).isLessThan(40_000);
        assertThatThrownBy(() -> TableBytes.unpacked("t.gz", bomb, 1 << 24, Watch.none()))
                .hasMessage("t.gz gives more than 16 MB: unpack it and open a part of it.");
    }

    private static byte[] packed(byte[] block, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                out.write(block);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    @DisplayName("never reads a device without end")
    void endless() {
        Path zero = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(zero), "no /dev/zero here");
        assertThatThrownBy(() -> CsvReader.read(zero)).hasMessageContaining("is no file but a pipe or a device");
        assertThatThrownBy(() -> CsvReader.read(zero, Directions.NONE, true))
                .hasMessageContaining("gives more than 256 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\n1,2,\n3,4,\n",
                "x,y,\n1,2\n3,4\n",
                "x,y,,\n1,2,,\n3,4,,\n,,,\n",
                "sep=,\nx,y\n1,2\n3,4\n",
                "x, y\n1, 2\n3, 4\n",
                "x,y\n1,2\n,\n3,4\n",
                "\"x\" , \"y\"\n\"1\" , 2\n3,\"4\"\n"
            })
    @DisplayName("takes no notice of commas at the ends, empty rows and blanks around quotes")
    void litter(String text) {
        CsvTable table = read(text);
        assertThat(names(table)).containsExactly("x", "y");
        assertThat(table.dataset().numbers("x")).containsExactly(1, 3);
        assertThat(table.dataset().numbers("y")).containsExactly(2, 4);
        assertThat(table.problems()).isEmpty();
    }

    @Test
    @DisplayName("names the first three cells, by row, that keep a column from being numbers")
    void offenders() {
        assertThat(read("x,y\n1,1\nn.d.,2\n3,3\n4,4\nlow,5\n6,6\nhigh,7\n8,8\n9,9\nx,10\n")
                        .reading()
                        .columns()
                        .getFirst()
                        .reason())
                .isEqualTo(
                        "Column 'x' is read as words, because 'n.d.' in row 2, 'low' in row 5, 'high' in row 7 and 1 other"
                                + " cell are no numbers like the others.");
    }

    @Test
    @DisplayName("gives the same numbers in parts on all cores as in one, with the lines of what is missing")
    void parts() {
        StringBuilder text = new StringBuilder("x,y,w\n");
        int rows = 300_000;
        for (int i = 0; i < rows; i++) {
            text.append(i * 0.25)
                    .append(',')
                    .append(i == 250_000 ? "" : Integer.toString(i))
                    .append(i % 2 == 0 ? ",a\n" : ",b\n");
        }
        CsvTable table = read(text.toString());
        double[] x = table.dataset().numbers("x");
        assertThat(x).hasSize(rows);
        for (int i = 0; i < rows; i++) {
            assertThat(x[i] == i * 0.25).isTrue();
        }
        assertThat(((TextColumn) table.dataset().column("w")).values().get(250_001))
                .isEqualTo("b");
        assertThat(table.problems())
                .extracting(Finding::sentence)
                .containsExactly("Row 250001 (line 250002), column 'y': a missing value.");
        assertThatThrownBy(() -> CsvReader.read(
                        Path.of("t.csv"),
                        text.toString().getBytes(StandardCharsets.UTF_8),
                        Directions.NONE,
                        _ -> {},
                        () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    @DisplayName("takes off the apostrophe that keeps a name from being a formula, and writes it where it is needed")
    void guard() {
        for (String name : List.of("=a", "+b", "-c", "−d", "@e", "\tf", "'g", "''h", "plain", "a=b")) {
            assertThat(FormulaGuard.off(FormulaGuard.on(name))).isEqualTo(name);
        }
        assertThat(names(read("'=a,'b\n1,2\n"))).containsExactly("=a", "'b");
    }

    @Test
    @DisplayName("tells how far a workbook is, and ends half-way when it is given up")
    void workbookInParts() {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("a", "b"));
        for (int row = 0; row < 9_000; row++) {
            rows.add(List.of(row, 0.5 * row));
        }
        byte[] book = Xlsx.of(new Xlsx.Page("numbers", rows));
        List<Double> shares = new ArrayList<>();
        CsvTable table = CsvReader.read(Path.of("t.xlsx"), book, Directions.NONE, shares::add, () -> false);
        assertThat(table.dataset().rows()).isEqualTo(9_000);
        assertThat(shares).isSorted().hasSizeGreaterThan(5);
        assertThat(shares.getFirst()).isLessThan(0.3);
        shares.clear();
        assertThatThrownBy(() ->
                        CsvReader.read(Path.of("t.xlsx"), book, Directions.NONE, shares::add, () -> !shares.isEmpty()))
                .isInstanceOf(CancellationException.class);
        assertThat(shares).hasSize(1);
    }
}
