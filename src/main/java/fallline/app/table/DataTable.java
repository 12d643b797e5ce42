package fallline.app.table;

import fallline.app.controls.Places;
import fallline.app.controls.Tips;
import fallline.app.data.ColumnTable;
import fallline.data.Column;
import fallline.data.Dataset;
import fallline.number.Numbers;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.VBox;
import javafx.util.converter.DefaultStringConverter;

/// All rows of the data, under the numbers that they have in the file; the rows of the next step's batch are marked.
final class DataTable extends TableView<Integer> {
    private static final PseudoClass BATCH = PseudoClass.getPseudoClass("batch");
    private static final int MOST_COLUMNS = 60;

    private final DataTableController controller;
    private final Places order = new Places();
    private final TableColumn<Integer, String> number = new TableColumn<>("row");
    private List<String> heads = List.of();
    private BitSet batch = new BitSet();

    /// What comes while somebody types into a cell waits: it would throw away what is typed.
    private Optional<int[]> waitingOrder = Optional.empty();

    private boolean waitingMarks;

    DataTable(DataTableController controller) {
        this.controller = controller;
        setId("data-table");
        getStyleClass().addAll("step-table", "data-table");
        setPlaceholder(new Label("No data"));
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        setMinSize(0, 0);
        setItems(order);
        setSortPolicy(_ -> {
            controller.onSort();
            return true;
        });
        setRowFactory(_ -> new Row());
        number.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Numbers.whole(cell.getValue() + 1L)));
        number.setPrefWidth(64);
        number.setReorderable(false);
        number.setEditable(false);
        number.setId("data-column-row");
        editingCellProperty().subscribe((_, cell) -> {
            if (cell == null) {
                Platform.runLater(this::showWaiting);
            }
        });
    }

    private final class Row extends TableRow<Integer> {
        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(BATCH, !empty && row != null && batch.get(row));
        }
    }

    /// Shows the columns of a data set; the rows come by [#order].
    ///
    /// @param roles what each column is to the model: `feature`, `target` or nothing
    void show(Dataset data, List<String> roles, boolean editable) {
        setEditable(editable);
        List<String> next = data.columns().stream().map(Column::name).toList();
        boolean sameHeads = heads.equals(next) && getColumns().size() == Math.min(MOST_COLUMNS, next.size()) + 1;
        heads = next;
        if (!sameHeads) {
            getColumns().setAll(List.of(number));
        }
        for (int i = 0; i < Math.min(MOST_COLUMNS, next.size()); i++) {
            Column column = data.columns().get(i);
            if (!sameHeads) {
                getColumns().add(column(i, column.name()));
            }
            @SuppressWarnings("unchecked") // every column is made below
            TableColumn<Integer, String> shown =
                    (TableColumn<Integer, String>) getColumns().get(i + 1);
            shown.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                    cell.getValue() < column.rows() ? ColumnTable.text(column, cell.getValue()) : ""));
            shown.setGraphic(head(column.name(), roles.get(i)));
        }
    }

    private static VBox head(String name, String role) {
        Label title = new Label(name);
        title.getStyleClass().add("column-name");
        Label caption = new Label(role);
        caption.getStyleClass().add("column-type");
        VBox head = new VBox(title, caption);
        head.getStyleClass().add("column-head");
        return Tips.on(head, "Click to sort by " + name + "; double-click a cell to change it.");
    }

    private TableColumn<Integer, String> column(int index, String name) {
        TableColumn<Integer, String> column = new TableColumn<>();
        column.setId("data-column-" + index);
        column.setUserData(name);
        column.setReorderable(false);
        column.setPrefWidth(104);
        column.setMinWidth(64);
        column.setCellFactory(_ -> new TextFieldTableCell<>(new DefaultStringConverter()));
        column.setOnEditCommit(event -> {
            if (!event.getNewValue().equals(event.getOldValue())) {
                controller.onCell(event.getRowValue(), name, event.getNewValue());
            }
            refresh();
        });
        return column;
    }

    /// Shows these rows in this order.
    void order(int[] places) {
        waitingOrder = Optional.of(places);
        showWaiting();
    }

    /// Marks the rows of a batch.
    void mark(BitSet rows) {
        if (!batch.equals(rows)) {
            batch = rows;
            waitingMarks = true;
            showWaiting();
        }
    }

    private void showWaiting() {
        if (getEditingCell() != null) {
            return;
        }
        waitingOrder.ifPresent(order::set);
        waitingOrder = Optional.empty();
        if (waitingMarks) {
            waitingMarks = false;
            refresh();
        }
    }

    /// The name of the column by which it is to be sorted; empty for the row number.
    String sortedColumn() {
        return getSortOrder().isEmpty() || getSortOrder().getFirst() == number
                ? ""
                : String.valueOf(getSortOrder().getFirst().getUserData());
    }

    boolean isDescending() {
        return !getSortOrder().isEmpty() && getSortOrder().getFirst().getSortType() == TableColumn.SortType.DESCENDING;
    }
}
