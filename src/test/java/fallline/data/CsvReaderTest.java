package fallline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.read.Finding;
import fallline.data.read.Finding.Kind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    private final Path folder;

    CsvReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("points.csv"), text);
    }

    private CsvTable read(String text) throws IOException {
        return CsvReader.read(file(text));
    }

    private static List<String> names(CsvTable table) {
        return table.dataset().columns().stream().map(Column::name).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\n1.5,2\n-3,4e1\n",
                "x;y\n1.5;2\n-3;40\n",
                "x;y\n1,5;2\n-3;40\n",
                "x\ty\n1.5\t2\n-3\t40\n",
                "x\ty\n1,5\t2\n-3\t40\n",
                "\"x\",\"y\"\n\"1.5\",2\n\"-3\",\"40\"\n",
                "x,y\r\n1.5,2\r\n-3,40\r\n",
                "x,y\n\n1.5,2\n\n-3,40",
                " x , y \n 1.5 , 2 \n -3 ,\u00a040\n",
                "\uFEFFx,y\n1.5,2\n-3,40\n",
                "x,y\r1.5,2\r-3,40\r",
            })
    @DisplayName("separators, quotes, line ends, decimal commas and a byte order mark do not change the numbers")
    void forms(String text) throws IOException {
        CsvTable table = read(text);
        assertThat(names(table)).containsExactly("x", "y");
        assertThat(table.header()).isTrue();
        assertThat(table.dataset().rows()).isEqualTo(2);
        assertThat(table.dataset().numbers("x")).containsExactly(1.5, -3);
        assertThat(table.dataset().numbers("y")).containsExactly(2, 40);
        assertThat(table.problems()).isEmpty();
    }

    @Test
    @DisplayName("without a header the columns are c1, c2, … and the first line is data")
    void noHeader() throws IOException {
        CsvTable table = read("1,5;2;a\n3,5;4;b\n");
        assertThat(table.header()).isFalse();
        assertThat(names(table)).containsExactly("c1", "c2", "c3");
        assertThat(table.dataset().numbers("c1")).containsExactly(1.5, 3.5);
        assertThat(table.dataset().column("c3")).isEqualTo(new TextColumn("c3", List.of("a", "b")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,1990,1991\\nann,3,4\\n | false",
                "1990,name\\n3,4\\n | true",
                "a,b\\nc,d\\n | true",
                "5.1,setosa\\n4.9,setosa\\n | false",
                "x\\n1\\n | true",
                "1\\n2\\n | false",
                ",x\\n0,1\\n | true",
            })
    @DisplayName("a header is a first line without numbers, or with a word over a number")
    void header(String text, boolean header) throws IOException {
        assertThat(read(text.replace("\\n", "\n")).header()).isEqualTo(header);
    }

    @Test
    @DisplayName("missing values are NaN or empty, each with its row, line and column")
    void missing() throws IOException {
        CsvTable table = read("name,x,y\nann,1,NA\n\n,?,2\nbob,nan,\n");
        assertThat(table.dataset().numbers("x")).containsExactly(1, Double.NaN, Double.NaN);
        assertThat(table.dataset().numbers("y")).containsExactly(Double.NaN, 2, Double.NaN);
        assertThat(((TextColumn) table.dataset().column("name")).values()).containsExactly("ann", "", "bob");
        assertThat(table.problems())
                .extracting(Finding::kind, Finding::row, Finding::column, Finding::text)
                .containsExactly(
                        tuple(Kind.MISSING, 1, "y", "NA"),
                        tuple(Kind.MISSING, 2, "name", ""),
                        tuple(Kind.MISSING, 2, "x", "?"),
                        tuple(Kind.MISSING, 3, "x", "nan"),
                        tuple(Kind.MISSING, 3, "y", ""));
        assertThat(table.problems().getFirst().sentence())
                .isEqualTo("Row 1 (line 2), column 'y': a missing value (NA).");
        assertThat(table.problems().get(2).sentence()).startsWith("Row 2 (line 4), column 'x'");
    }

    @Test
    @DisplayName("infinite and huge values are kept and reported")
    void infiniteAndHuge() throws IOException {
        CsvTable table = read("x\n1\ninf\n-1e200\n1e999\n1e150\n");
        assertThat(table.dataset().numbers("x"))
                .containsExactly(1, Double.POSITIVE_INFINITY, -1e200, Double.POSITIVE_INFINITY, 1e150);
        assertThat(table.problems()).extracting(Finding::kind).containsExactly(Kind.INFINITE, Kind.HUGE, Kind.INFINITE);
        assertThat(table.problems()).extracting(Finding::row).containsExactly(2, 3, 4);
    }

    @Test
    @DisplayName("a column with words among its numbers is text, cell by cell, and says which cells are no numbers")
    void mixed() throws IOException {
        CsvTable table = read("x,y\n1.50,1\nNA,2\nn.d.,3\n\"4, or so\",4\n2,5\n");
        assertThat(((TextColumn) table.dataset().column("x")).values())
                .containsExactly("1.50", "", "n.d.", "4, or so", "2");
        assertThat(table.dataset().numbers("y")).containsExactly(1, 2, 3, 4, 5);
        assertThat(table.problems())
                .extracting(Finding::sentence)
                .contains("Column 'x' is read as words, because 'n.d.' in row 3 and '4, or so' in row 4 are no numbers"
                        + " like the others.");
        assertThatThrownBy(() -> table.dataset().numbers("x"))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "points.csv: column 'x' is text ('n.d.' in row 3); skip or fill such rows (gaps: skip or fill);"
                                + " or choose a column of numbers: y.");
    }

    @Test
    @DisplayName("headings that are empty or stand twice get a name of their own, and it is said")
    void headings() throws IOException {
        CsvTable table = read(",x,x,x\n1,2,3,4\n");
        assertThat(names(table)).containsExactly("c1", "x", "x (2)", "x (3)");
        assertThat(table.problems())
                .extracting(Finding::kind)
                .containsOnly(Kind.RENAMED)
                .hasSize(3);
    }

    @Test
    @DisplayName("only the first thousand problems keep their sentence, all are counted")
    void manyProblems() throws IOException {
        CsvTable table = read("x,y\n1,2\n" + "1,\n".repeat(2_500));
        assertThat(table.problems()).hasSize(CsvTable.MOST_PROBLEMS);
        assertThat(table.problemCount()).isEqualTo(2_500);
    }

    @Test
    @DisplayName("an empty column is one problem, and does not hide the gaps of the others")
    void emptyColumn() throws IOException {
        CsvTable table = read("x,e,y\n" + "1,,2\n".repeat(2_000) + ",,NA\n");
        assertThat(table.problems())
                .extracting(Finding::kind, Finding::row, Finding::column)
                .containsExactly(
                        tuple(Kind.EMPTY_COLUMN, 0, "e"),
                        tuple(Kind.MISSING, 2_001, "x"),
                        tuple(Kind.MISSING, 2_001, "y"));
        assertThat(table.problemCount()).isEqualTo(3);
    }

    @Test
    @DisplayName("what is missing above a column's first value is named, by row, among the other problems")
    void missingAbove() throws IOException {
        assertThat(read("x,y\n,1\n2,\n,3\n4,5\n").problems())
                .extracting(Finding::row, Finding::column)
                .containsExactly(tuple(1, "x"), tuple(2, "y"), tuple(3, "x"));
        assertThat(read("w,y\n,1\nred,\nblue,3\n").problems())
                .extracting(Finding::row, Finding::column)
                .containsExactly(tuple(1, "w"), tuple(2, "y"));
    }

    @Test
    @DisplayName("a row with too few or too many cells is a problem with its line, and all its cells are gaps")
    void raggedRows() throws IOException {
        CsvTable table = read("x,w,y\n1,a,2\n3\n4,b,5,6\n7,c,8\n9,d,10\nten,e,12\n");
        assertThat(table.problems())
                .filteredOn(problem -> problem.kind() == Kind.RAGGED)
                .extracting(Finding::sentence)
                .containsExactly(
                        "Row 2: line 3 has 1 column where the first line has 3, so that all its cells count as gaps.",
                        "Row 3: line 4 has 4 columns where the first line has 3, so that all its cells count as gaps.");
        assertThat(table.dataset().numbers("y")).containsExactly(2, Double.NaN, Double.NaN, 8, 10, 12);
        assertThat(table.dataset().column("w")).isEqualTo(new TextColumn("w", List.of("a", "", "", "c", "d", "e")));
        assertThat(table.dataset().column("x"))
                .as("read twice, because of a word in it")
                .isEqualTo(new TextColumn("x", List.of("1", "", "", "7", "9", "ten")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | points.csv is empty: it needs a line of names and lines of numbers.",
                "'  \\n\\n' | points.csv is empty: it needs a line of names and lines of numbers.",
                "'x,y\\n' | points.csv has only a line of names: add lines of values below it.",
                "'x,y\\n1,2\\n3\\n' | 'points.csv, line 3 has 1 column where the first line has 2: give every line the same number of columns.'",
                "'x,y\\n1,2\\n\\n3,4,5\\n' | 'points.csv, line 4 has 3 columns where the first line has 2: give every line the same number of columns.'",
                "'x,y\\n1,2\\n\"3\"4,5\\n' | 'points.csv, line 3 is not proper CSV: check that every quote is closed and followed by a separator.'",
            })
    @DisplayName("what is no table is refused with one sentence that names the place and the remedy")
    void refused(String text, String sentence) throws IOException {
        Path file = file(text.replace("\\n", "\n"));
        assertThatThrownBy(() -> CsvReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(sentence);
    }

    @Test
    @DisplayName("bytes that are not UTF-8 are read as Windows-1252, and the line that decided is named")
    void encoding() throws IOException {
        Path file = folder.resolve("points.csv");
        Files.write(
                file, ("x,name\n" + "1,a\n".repeat(70_000) + "2,Zürich\n").getBytes(Charset.forName("windows-1252")));
        CsvTable table = CsvReader.read(file);
        assertThat(((TextColumn) table.dataset().column("name")).values()).endsWith("Zürich");
        assertThat(table.reading().encoding()).isEqualTo("Windows-1252");
        assertThat(table.reading().line("points.csv").orElseThrow())
                .contains("Windows-1252, because line 70002 is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
    @DisplayName("UTF-16 is read with and without its mark")
    void wide(String charset) throws IOException {
        Path file = folder.resolve("points.csv");
        Files.write(file, "x,name\n1,Zoë\n2.5,Ann\n".getBytes(Charset.forName(charset)));
        CsvTable table = CsvReader.read(file);
        assertThat(table.dataset().numbers("x")).containsExactly(1, 2.5);
        assertThat(((TextColumn) table.dataset().column("name")).values()).containsExactly("Zoë", "Ann");
    }

    @Test
    @DisplayName("a missing file, a folder and a file that may not be read each have their sentence")
    void places() throws IOException {
        assertThatThrownBy(() -> CsvReader.read(folder.resolve("gone.csv")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("There is no file ")
                .hasMessageEndingWith("gone.csv: check its name and folder.");
        assertThatThrownBy(() -> CsvReader.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(" is a folder: choose a CSV file in it.");
        Path locked = file("x\n1\n");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        if (!Files.isReadable(locked)) { // root may read everything
            assertThatThrownBy(() -> CsvReader.read(locked))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("may not be read");
        }
    }

    @Test
    @DisplayName("a quote that is never closed is refused with the line in which it opens")
    void unclosedQuote() throws IOException {
        Path file = file("x,y\n1,2\n3,\"4\n5,6\n");
        assertThatThrownBy(() -> CsvReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "points.csv, line 3 opens a quote that is never closed: close it, or double it where it is a"
                                + " part of the text.");
    }

    @Test
    @DisplayName("ten thousand equal headings take no longer than as many others")
    void equalHeadings() throws IOException {
        CsvTable table = read("x" + ",x".repeat(9_999) + "\n1" + ",1".repeat(9_999) + "\n");
        assertThat(names(table)).hasSize(10_000).startsWith("x", "x (2)").endsWith("x (10000)");
    }

    @Test
    @DisplayName("progress rises to 1, and cancelling stops the reading")
    void progressAndCancel() throws IOException {
        Path file = file("x,y\n" + "1.25,2.5\n".repeat(50_000));
        List<Double> seen = new ArrayList<>();
        CsvTable table = CsvReader.read(file, seen::add, () -> false);
        assertThat(table.dataset().rows()).isEqualTo(50_000);
        assertThat(seen).hasSizeGreaterThan(5).isSorted().endsWith(1.0);
        assertThatThrownBy(() -> CsvReader.read(file, _ -> {}, () -> true)).isInstanceOf(CancellationException.class);
    }

    @Test
    @DisplayName("a Turkish locale changes nothing")
    void turkish() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            CsvTable table = read("I,i\nINF,NAN\n1.5,infinity\n");
            assertThat(table.dataset().numbers("I")).containsExactly(Double.POSITIVE_INFINITY, 1.5);
            assertThat(table.dataset().numbers("i")).containsExactly(Double.NaN, Double.POSITIVE_INFINITY);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName("many rows keep every number to the bit")
    void manyRows() throws IOException {
        var random = new java.util.SplittableRandom(7);
        double[] values = random.doubles(100_000, -1e6, 1e6).toArray();
        var text = new StringBuilder("x\n");
        for (double value : values) {
            text.append(value).append('\n');
        }
        assertThat(((NumberColumn) read(text.toString()).dataset().column("x")).values())
                .isEqualTo(values);
    }
}
