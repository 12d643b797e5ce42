package fallline.app.controls;

import fallline.expr.algebra.Kink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says where a formula has no derivative; a click explains each place.
public final class KinkBadge extends Button {
    private static final int MOST_PLACES = 3;
    private static final int MOST_LINES = 8;
    private static final double WIDTH = 340;

    private final VBox explanation = new VBox();
    private final Bubble bubble = new Bubble("kinks", explanation);

    public KinkBadge() {
        setId("kink-badge");
        getStyleClass().add("badge");
        setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        explanation.getStyleClass().add("explanation");
        explanation.setPrefWidth(WIDTH);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        Tips.on(this, "At such a place the gradient is a convention; click to see which.");
        setOnAction(_ -> toggle());
    }

    private void toggle() {
        if (bubble.isShowing()) {
            bubble.hide();
        } else {
            bubble.show(this, getLayoutBounds());
        }
    }

    /// Shows these kinks; takes no room if there are none.
    public void show(List<Kink> kinks) {
        setVisible(!kinks.isEmpty());
        if (kinks.isEmpty()) {
            bubble.hide();
            return;
        }
        setText(sentence(kinks));
        List<Label> lines = new ArrayList<>();
        for (Kink kink : kinks.subList(0, Math.min(MOST_LINES, kinks.size()))) {
            lines.add(line(kink.operation() + " – " + kink.where() + " " + kink.meaning() + "."));
        }
        if (kinks.size() > MOST_LINES) {
            lines.add(line("There are " + (kinks.size() - MOST_LINES) + " more such places."));
        }
        explanation.getChildren().setAll(lines);
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    /// `Not differentiable at w = 0: the derivative shown is a subgradient`.
    static String sentence(List<Kink> kinks) {
        String where = Stream.of(places(kinks, true, "at "), places(kinks, false, "where "))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", and "));
        boolean corners =
                kinks.stream().allMatch(kink -> kink.kind() == Kink.Kind.CORNER || kink.kind() == Kink.Kind.SEAM);
        String shown = corners
                ? "the derivative shown is a subgradient"
                : "the derivative shown is a subgradient or one-sided";
        return "Not differentiable " + where + ": " + shown;
    }

    /// `at w = 0, w = 1 and 3 more places`, of those that are solved or of those that are not.
    private static String places(List<Kink> kinks, boolean solved, String preposition) {
        List<String> places = kinks.stream()
                .filter(kink -> kink.solved() == solved)
                .map(Kink::place)
                .distinct()
                .toList();
        int named = Math.min(MOST_PLACES, places.size());
        String more = places.size() > named ? " and at " + (places.size() - named) + " more places" : "";
        return places.isEmpty() ? "" : preposition + String.join(", ", places.subList(0, named)) + more;
    }
}
