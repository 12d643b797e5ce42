package fallline.app.settings;

import fallline.app.controls.Fold;
import fallline.app.controls.Segments;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.optimizer.Backtracking;
import fallline.optimizer.HyperValue;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.Hyperparameter.Interval;
import fallline.optimizer.Hyperparameter.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Whether a line search shortens the steps, and how: only methods that take one show it.
final class SearchSection extends StackPane {
    private static final Interval FRACTION = new Interval(0, false, 1, false);

    private final MethodController controller;
    private final ToggleButton none = new ToggleButton("None");
    private final ToggleButton backtracking = new ToggleButton("Backtracking");
    private final Segments segments = new Segments(List.of(none, backtracking));
    private final ArgumentRow decrease =
            row("c1", "c₁ least decrease", (search, value) -> new Backtracking(value, search.shrink()));
    private final ArgumentRow shrink =
            row("shrink", "Shrink by", (search, value) -> new Backtracking(search.c1(), value));
    private final VBox rows = new VBox(decrease, shrink);
    private final Fold fold = new Fold("search-fold", "Line search", Term.LINE_SEARCH, segments, rows);
    private Backtracking shown = Backtracking.standard();

    SearchSection(MethodController controller, ObjectProperty<Map<String, Boolean>> folds) {
        this.controller = controller;
        fold.remembered(folds);
        managedProperty().bind(visibleProperty());
        none.setId("search-none");
        backtracking.setId("search-backtracking");
        Tips.on(none, "The step has the length that the rate gives it.");
        Tips.on(backtracking, Term.LINE_SEARCH);
        none.setOnAction(_ -> controller.onSearch(Optional.empty()));
        backtracking.setOnAction(_ -> {
            controller.onSearch(Optional.of(shown));
            show(controller.method()); // it may have been refused
        });
        rows.getStyleClass().add("fold-rows");
        rows.managedProperty().bind(rows.visibleProperty());
        getChildren().setAll(fold);
    }

    private ArgumentRow row(String name, String caption, BiFunction<Backtracking, Double, Backtracking> writer) {
        Hyperparameter argument = new Hyperparameter(name, caption, new Range(0.5, 0, 1, false, FRACTION));
        return new ArgumentRow("search-" + name, argument, value -> {
            if (value instanceof HyperValue.Amount(double amount)) {
                controller.onSearch(Optional.of(writer.apply(shown, amount)));
            }
        });
    }

    void show(Method method) {
        setVisible(method.takesSearch());
        fold.say(method.searchWords());
        segments.show(method.search().isPresent() ? 1 : 0);
        rows.setVisible(method.search().isPresent());
        method.search().ifPresent(search -> {
            shown = search;
            decrease.show(HyperValue.of(search.c1()));
            shrink.show(HyperValue.of(search.shrink()));
        });
    }
}
