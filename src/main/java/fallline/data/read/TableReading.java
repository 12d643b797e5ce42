package fallline.data.read;

import fallline.data.layout.Decision;
import fallline.data.layout.Decision.About;
import fallline.data.layout.Directions;
import fallline.data.layout.HeaderChoice;
import fallline.data.layout.Layout;
import fallline.data.layout.LayoutFinder;
import fallline.data.layout.QuoteException;
import fallline.data.layout.ReadException;
import fallline.data.layout.Reading;
import fallline.data.layout.SampleRow;
import fallline.data.layout.Sentences;
import fallline.data.layout.TableText;
import fallline.data.read.CellSource.Gap;
import fallline.data.read.Finding.Kind;
import fallline.data.read.TableBuilder.Heads;
import fallline.number.Numbers;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads a table: bytes → text ([TableText]) → rows ([Layout], [Rows]) → columns ([TableBuilder]), or a workbook's
/// sheet in place of the first two. What was decided on the way stands in the [Reading].
public final class TableReading {
    private static final int MOST_COLUMNS = 100_000;

    private final String name;
    private final Directions directions;
    private final Watch watch;

    private TableReading(String name, Directions directions, Watch watch) {
        this.name = name;
        this.directions = directions;
        this.watch = watch;
    }

    /// Reads a table.
    ///
    /// @param name what messages call it
    /// @param bytes a file's, packed by gzip or not; not changed
    /// @param directions what is not to be found out
    /// @throws ReadException if it is no table, in one sentence with place and remedy
    /// @throws java.util.concurrent.CancellationException if it was given up
    public static RawTable read(String name, byte[] bytes, Directions directions, Watch watch) {
        TableReading reading = new TableReading(Quote.shortened(name), directions, watch);
        byte[] content = TableBytes.unpacked(reading.name, bytes, watch);
        RawTable table = Workbook.is(content) ? reading.workbook(content) : reading.text(content);
        watch.begin(1);
        watch.add(1);
        return table;
    }

    private RawTable text(byte[] bytes) {
        TableText text = TableText.of(name, bytes, directions.encoding());
        Layout layout = LayoutFinder.find(text, directions)
                .orElseThrow(
                        () -> new ReadException(name + " is empty: it needs a line of names and lines of numbers."));
        if (layout.columns() > MOST_COLUMNS) {
            throw new ReadException(name + " has " + Numbers.whole(layout.columns()) + " columns, too many: at most "
                    + Numbers.whole(MOST_COLUMNS) + " can be read, so save those that are needed.");
        }
        Headings headings = Headings.of(layout.names(), layout.columns());
        Heads heads = new Heads(
                headings.names(),
                unnamed(layout.names(), layout.columns()),
                layout.types(),
                layout.format().separator());
        try {
            CellSource cells = new TextCells(text, layout, heads.asText(directions), watch);
            refuseRagged(cells, layout.columns());
            List<Decision> decisions = new ArrayList<>(text.decisions());
            decisions.addAll(layout.decisions());
            return built(
                    cells, heads, headings, decisions, (builder, columns) -> reading(text, layout, builder, decisions));
        } catch (QuoteException e) {
            throw e.in(name);
        }
    }

    private static boolean[] unnamed(List<String> names, int columns) {
        boolean[] unnamed = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            unnamed[i] = names.isEmpty() || names.get(i).isBlank();
        }
        return unnamed;
    }

    private void refuseRagged(CellSource cells, int columns) {
        if (cells.rows() == 0) {
            throw new ReadException(name + " has only a line of names: add lines of values below it.");
        }
        if (2 * cells.raggedCount() >= cells.rows()) {
            Gap first = cells.ragged().getFirst();
            throw new ReadException(
                    name + ", " + ragged(first, columns) + ": give every line the same number of columns.");
        }
    }

    private static String ragged(Gap row, int columns) {
        return "line " + row.line() + " has " + Sentences.count(Integer.parseInt(row.text()), "column")
                + " where the first line has " + columns;
    }

    @FunctionalInterface
    private interface Summary {
        Reading of(TableBuilder builder, List<RawColumn> columns);
    }

    private RawTable built(
            CellSource cells, Heads heads, Headings headings, List<Decision> decisions, Summary summary) {
        TableBuilder builder = new TableBuilder(cells, heads, directions);
        List<RawColumn> columns = builder.columns();
        if (columns.isEmpty()) {
            throw new ReadException(name + " has no column that is not left out: keep at least one.");
        }
        java.util.Set<String> kept = new java.util.HashSet<>();
        builder.readings().forEach(column -> kept.add(column.name()));
        headings.changed().stream()
                .filter(change -> kept.contains(change.column()))
                .forEach(builder::add);
        for (Gap row : cells.ragged()) {
            String sentence = "Row " + row.row() + ": "
                    + ragged(row, heads.names().size()) + ", so that all its cells count as gaps.";
            builder.add(new Finding(Kind.RAGGED, row.row(), "", "", sentence));
        }
        decisions.addAll(builder.decisions());
        long count =
                builder.findingCount() + cells.raggedCount() - cells.ragged().size();
        return new RawTable(columns, cells.rows(), summary.of(builder, columns), builder.findings(), count);
    }

    private Reading reading(TableText text, Layout layout, TableBuilder builder, List<Decision> decisions) {
        String comments = layout.format().comments();
        return new Reading(
                layout.kind(),
                layout.format().separator(),
                builder.style().decimal(),
                builder.style().thousands().orElse((char) 0),
                layout.header(),
                layout.headerLine(),
                directions.skip().orElse(layout.guessedSkip()),
                comments.isEmpty() ? 0 : comments.charAt(0),
                text.encoding(),
                Optional.empty(),
                List.of(),
                builder.readings(),
                decisions);
    }

    private RawTable workbook(byte[] bytes) {
        Workbook book = Workbook.read(name, bytes, directions.sheet(), watch);
        Sheet sheet = book.sheet();
        List<Integer> skip = directions.skip().orElse(List.of());
        int[] places = IntStream.range(0, sheet.rows())
                .filter(row -> !skip.contains(sheet.line(row)))
                .toArray();
        List<SampleRow> rows = new ArrayList<>();
        for (int i = 0; i < places.length && rows.size() < 300; i++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < sheet.columns(); column++) {
                cells.add(sheet.text(places[i], column));
            }
            rows.add(SampleRow.of(sheet.line(places[i]), i, 0, cells));
        }
        if (rows.isEmpty()) {
            throw new ReadException(name + ": sheet " + Quote.of(book.name()) + " is empty: choose another sheet.");
        }
        HeaderChoice choice =
                HeaderChoice.of(rows, directions.header(), directions.skip().isEmpty());
        List<String> names =
                new ArrayList<>(choice.names().map(SampleRow::cells).orElse(List.of()));
        int columns = sheet.columns();
        while (!names.isEmpty() && names.size() < columns) {
            names.add("");
        }
        Headings headings = Headings.of(names, columns);
        Heads heads = new Heads(headings.names(), unnamed(names, columns), Map.of(), (char) 0);
        int[] data = IntStream.range(choice.data(), places.length)
                .map(i -> places[i])
                .toArray();
        SheetCells cells = new SheetCells(sheet, data, heads.asText(directions));
        refuseRagged(cells, columns);
        List<Decision> decisions = new ArrayList<>();
        decisions.add(new Decision(
                About.SHEET,
                book.names().size() > 1 && directions.sheet().isEmpty(),
                "Sheet " + Quote.of(book.name()) + " is read"
                        + (book.names().size() > 1 ? " and no other of " + Quote.list(book.names()) + "." : ".")));
        decisions.addAll(choice.decisions());
        return built(
                cells,
                heads,
                headings,
                decisions,
                (builder, _) -> new Reading(
                        "workbook",
                        (char) 0,
                        builder.style().decimal(),
                        builder.style().thousands().orElse((char) 0),
                        !names.isEmpty(),
                        choice.names().map(SampleRow::line).orElse(0),
                        directions.skip().orElse(choice.passed()),
                        (char) 0,
                        "UTF-8",
                        Optional.of(book.name()),
                        book.names(),
                        builder.readings(),
                        decisions));
    }
}
