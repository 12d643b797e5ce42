package fallline.app.data;

import fallline.app.controls.Tips;
import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.ColumnProfile;
import fallline.number.Numbers;
import fallline.problem.ColumnPlan;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The first rows of a table, each column under its name and what was found in it.
public final class ColumnTable extends TableView<Integer> {
    private static final int ROWS = 6;
    private static final int COLUMNS = 40;
    private static final int DIGITS = 7;

    ColumnTable(ColumnPlan plan) {
        setId("first-rows");
        getStyleClass().add("step-table");
        int columns = Math.min(COLUMNS, plan.profiles().size());
        for (int i = 0; i < columns; i++) {
            getColumns()
                    .add(column(plan.data().columns().get(i), plan.profiles().get(i)));
        }
        int rows = Math.min(ROWS, plan.data().rows());
        getItems().setAll(IntStream.range(0, rows).boxed().toList());
        setPrefHeight(50 + 25.0 * rows + 26); // the heads, the rows, and a scroll bar under them
        setMinHeight(120);
        setFocusTraversable(false);
    }

    private static TableColumn<Integer, String> column(Column column, ColumnProfile profile) {
        TableColumn<Integer, String> shown = new TableColumn<>();
        Label name = new Label(column.name());
        name.getStyleClass().add("column-name");
        Label type = new Label(profile.summary());
        type.getStyleClass().add("column-type");
        VBox head = new VBox(name, type);
        head.getStyleClass().add("column-head");
        Tips.on(head, column.name() + ": " + profile.summary() + ".");
        shown.setGraphic(head);
        shown.setSortable(false);
        shown.setReorderable(false);
        shown.setMinWidth(64);
        int longest = IntStream.concat(
                        IntStream.of(column.name().length(), profile.summary().length()),
                        IntStream.range(0, Math.min(ROWS, column.rows()))
                                .map(row -> text(column, row).length()))
                .max()
                .orElse(0);
        shown.setPrefWidth(Math.clamp(7 * longest + 28, 76, 190));
        shown.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text(column, cell.getValue())));
        shown.setCellFactory(_ -> new Cell());
        return shown;
    }

    /// A gap is shown as a dash, and marked.
    private static final class Cell extends TableCell<Integer, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? "" : text);
            boolean gap = !empty && "–".equals(text);
            getStyleClass().remove("gap");
            if (gap) {
                getStyleClass().add("gap");
            }
        }
    }

    public static String text(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers ->
                Double.isNaN(numbers.values()[row]) ? "–" : Numbers.brief(numbers.values()[row], DIGITS);
            case TextColumn words ->
                words.values().get(row).isEmpty() ? "–" : words.values().get(row);
        };
    }
}
