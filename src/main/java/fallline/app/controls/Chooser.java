package fallline.app.controls;

import fallline.app.find.FindSkin;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A choice of one among many, found by typing a part of its name.
///
/// @param <T> what is chosen
public final class Chooser<T> extends StackPane {
    /// What a list's insets and arrow take.
    private static final double AROUND_WORDS = 42;

    private final ComboBox<T> box = new ComboBox<>() {
        @Override
        protected Skin<?> createDefaultSkin() {
            return new FindSkin<>(this);
        }
    };
    private Consumer<T> taker = _ -> {};
    private @Nullable T current;
    private final Quietly quietly = new Quietly();
    private boolean asked;

    /// @param id of the combo box
    /// @param name what a choice is called
    public Chooser(String id, Term term, Function<T, String> name) {
        getStyleClass().add("chooser");
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : name.apply(choice);
            }

            @Override
            public @Nullable T fromString(String text) {
                return box.getItems().stream()
                        .filter(choice -> name.apply(choice).equals(text))
                        .findFirst()
                        .orElse(null);
            }
        });
        Tips.on(box, term);
        box.setAccessibleText(spoken(id));
        getChildren().setAll(box);
        box.valueProperty().subscribe(_ -> {
            if (!quietly.isQuiet() && !asked) {
                asked = true;
                Platform.runLater(this::settle);
            }
        });
    }

    /// `step-parameter` → `Step parameter`
    private static String spoken(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
    }

    /// Tells what was chosen when the box has done with it.
    private void settle() {
        T chosen = box.getValue();
        asked = false;
        if (chosen != null && !chosen.equals(current)) {
            current = chosen;
            taker.accept(chosen);
        }
    }

    /// Offers these choices, in this order.
    public void offer(List<T> choices) {
        quietly.run(() -> {
            T value = box.getValue();
            if (!box.getItems().equals(choices)) {
                box.setValue(null); // a choice that moves within the list would be shown by its old place
                box.getItems().setAll(choices);
                box.setValue(value != null && choices.contains(value) ? value : null);
            }
        });
    }

    /// What is offered.
    public List<T> offered() {
        return List.copyOf(box.getItems());
    }

    /// Shows what is chosen.
    public void show(T choice) {
        quietly.run(() -> {
            current = choice;
            box.setValue(choice);
        });
    }

    /// Is as wide as what is chosen in it, from now on, so that nothing of it is cut; but not wider than `most`.
    ///
    /// @param type the size of its letters in pixels
    public void fit(double type, double most) {
        Text probe = new Text();
        probe.setFont(Font.font("Inter", type));
        box.valueProperty().subscribe(choice -> {
            probe.setText(box.getConverter().toString(choice));
            double width = Math.min(most, Math.ceil(probe.getLayoutBounds().getWidth()) + AROUND_WORDS);
            setPrefWidth(width);
            setMinWidth(width);
        });
    }

    /// Calls `next` when the user chooses.
    public void onChosen(Consumer<T> next) {
        taker = next;
    }
}
