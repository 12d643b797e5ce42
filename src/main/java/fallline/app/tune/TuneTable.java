package fallline.app.tune;

import fallline.analysis.tune.TuneResult;
import fallline.analysis.tune.Tuned;
import fallline.app.controls.Tips;
import fallline.number.Numbers;
import fallline.picture.tune.TuneWords;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The winners: a line for each optimizer, the best first.
final class TuneTable {
    private static final int DIGITS = 4;
    private static final double WIDTH = 720;
    private static final double ROW = 25;
    private static final double HEAD = 30;
    private static final int MOST_ROWS = 6;

    private TuneTable() {}

    static TableView<Tuned> of(TuneResult result) {
        TableView<Tuned> table = new TableView<>();
        table.setId("tune-table");
        table.setAccessibleText("The best settings of each optimizer");
        table.getStyleClass().add("step-table");
        table.setPlaceholder(new Label("Nobody"));
        table.getColumns().add(left(words("Optimizer", 130, tuned -> tuned.entrant()
                .optimizer()
                .card()
                .name())));
        table.getColumns().add(words("J at the end", 110, TuneTable::score));
        table.getColumns().add(words("Evaluations", 90, tuned -> tuned.best()
                .map(best -> Numbers.whole(best.end().evaluations()))
                .orElse("")));
        table.getColumns()
                .add(words(
                        "Diverged",
                        70,
                        tuned -> Numbers.whole(tuned.trials().stream()
                                .filter(trial -> !trial.counts())
                                .count())));
        table.getColumns().add(settings());
        table.getItems().setAll(result.ranking());
        double height = HEAD + ROW * Math.min(MOST_ROWS, result.all().size()) + 3;
        table.setPrefSize(WIDTH, height);
        table.setMinHeight(height);
        return table;
    }

    private static String score(Tuned tuned) {
        return tuned.best().isEmpty() ? "all diverged" : Numbers.brief(tuned.score(), DIGITS);
    }

    private static TableColumn<Tuned, String> words(String name, double width, Function<Tuned, String> cell) {
        TableColumn<Tuned, String> column = new TableColumn<>(name);
        column.setReorderable(false);
        column.setSortable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        return column;
    }

    private static TableColumn<Tuned, String> settings() {
        TableColumn<Tuned, String> column = words("Settings", 312, tuned -> tuned.best()
                .map(best -> TuneWords.settings(tuned, best.values()))
                .orElse(""));
        column.setCellFactory(_ -> new SettingsCell());
        return left(column);
    }

    /// A column of words begins at the left.
    private static TableColumn<Tuned, String> left(TableColumn<Tuned, String> column) {
        column.getStyleClass().add("words-column");
        return column;
    }

    /// A long list of settings is cut off, and whole in its tip.
    private static final class SettingsCell extends TableCell<Tuned, String> {
        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? "" : words);
            if (!empty && words != null && !words.isEmpty()) {
                Tips.on(this, words);
            }
        }
    }
}
