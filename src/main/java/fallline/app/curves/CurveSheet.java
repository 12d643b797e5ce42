package fallline.app.curves;

import fallline.app.controls.Places;
import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.desk.Desk;
import fallline.app.paint.FigureView;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.export.CurveCsv;
import fallline.figure.curve.CurveTable;
import fallline.figure.curve.Tabular;
import fallline.number.Numbers;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;

/// The numbers of the curves that a view shows, as a table over the window: those that can be seen are looked up, and
/// sorting and copying go through the door, so that a million lines are no burden.
public final class CurveSheet {
    private static final int DIGITS = 7;
    private static final double WIDTH = 640;
    private static final double HEIGHT = 420;
    private static final double FIRST = 110;
    private static final double OTHERS = 130;

    private final CurveTable table;
    private final TableView<Integer> lines = new TableView<>();
    private final Places order = new Places();
    private final Asking<CurveOrder, int[]> sorting;
    private final Asking<CurveTable, String> copying;
    private final Sheet sheet;

    private CurveSheet(Desk desk, CurveTable table) {
        this.table = table;
        sorting = desk.questions()
                .on(Lane.ANALYSIS, "Sorting the table", CurveOrder::places, (_, places) -> order.set(places));
        copying = desk.questions().on(Lane.ANALYSIS, "Writing the table", CurveCsv::text, (_, text) -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
            desk.notices().tell("The table is on the clipboard, as CSV.");
        });
        Label title = new Label(table.title() + ", " + Numbers.whole(table.rows()) + " lines");
        title.setId("curve-title");
        title.getStyleClass().add("about-title");
        Button copy = Sheet.button("copy-curve", "Copy as CSV", () -> copying.ask(table));
        Button close = Sheet.button("close-curve", "Close", this::close);
        close.setDefaultButton(true);
        HBox buttons = new HBox(copy, Rows.space(), close);
        buttons.getStyleClass().add("sheet-buttons");
        sheet = new Sheet(desk.stage(), "curve-sheet", this::close, title, lines, buttons);
        compose();
    }

    /// An entry for the menu of a pane, which is there while the view shows curves.
    ///
    /// @param id of the pane
    public static MenuItem item(Desk desk, FigureView view, String id) {
        MenuItem item = new MenuItem("Table of the curves…");
        item.setId(id + "-table-item");
        item.setVisible(false);
        view.whenShown(() -> item.setVisible(shown(view).isPresent()));
        item.setOnAction(_ -> open(desk, view));
        return item;
    }

    /// Shows the numbers of the curves that `view` shows now, if it shows any.
    public static void open(Desk desk, FigureView view) {
        shown(view).ifPresent(table -> new CurveSheet(desk, table).show());
    }

    private static Optional<CurveTable> shown(FigureView view) {
        return view.shown().filter(shown -> shown.figure() instanceof Tabular).map(shown -> ((Tabular) shown.figure())
                .table());
    }

    private void compose() {
        lines.setId("curve-table");
        lines.setAccessibleText(table.title());
        lines.getStyleClass().addAll("step-table", "curve-table");
        lines.setPrefSize(WIDTH, HEIGHT);
        lines.setMinHeight(120);
        lines.setPlaceholder(new Label("No steps yet"));
        for (int i = 0; i < table.columns().size(); i++) {
            lines.getColumns().add(column(i));
        }
        lines.setSortPolicy(_ -> {
            sort();
            return true;
        });
        lines.setItems(order);
    }

    private TableColumn<Integer, String> column(int index) {
        CurveTable.Column of = table.columns().get(index);
        TableColumn<Integer, String> column = new TableColumn<>(of.name());
        column.setUserData(index);
        column.setReorderable(false);
        column.setPrefWidth(index == 0 ? FIRST : OTHERS);
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text(of, table.cell(cell.getValue(), index))));
        return column;
    }

    private static String text(CurveTable.Column column, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return column.whole() ? Numbers.whole((long) value) : Numbers.brief(value, DIGITS);
    }

    private void sort() {
        int column = -1;
        boolean descending = false;
        if (!lines.getSortOrder().isEmpty()) {
            TableColumn<Integer, ?> first = lines.getSortOrder().getFirst();
            column = (int) first.getUserData();
            descending = first.getSortType() == TableColumn.SortType.DESCENDING;
        }
        sorting.ask(new CurveOrder(table, column, descending));
    }

    private void show() {
        sheet.open();
        sort();
        lines.requestFocus();
    }

    private void close() {
        sheet.close();
    }
}
