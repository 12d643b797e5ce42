package fallline.app.controls;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Puts tips of one sentence on nodes, all with the same delay and width.
public final class Tips {
    private static final double WIDTH = 320;
    private static final Duration DELAY = Duration.millis(450);
    private static final Duration STAY = Duration.seconds(20);

    private Tips() {}

    /// Shows the term's sentence when the pointer rests on the node.
    public static <N extends Node> N on(N node, Term term) {
        return on(node, term.sentence());
    }

    /// Shows the sentence when the pointer rests on the node; it replaces the node's tip.
    public static <N extends Node> N on(N node, String sentence) {
        Object old = node.getProperties().get(Tips.class);
        if (old instanceof Tooltip tooltip) {
            tooltip.setText(sentence);
            return node;
        }
        Tooltip tooltip = of(sentence);
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(STAY);
        Tooltip.install(node, tooltip);
        node.getProperties().put(Tips.class, tooltip);
        node.setAccessibleHelp(sentence);
        return node;
    }

    /// Says what the terms in a table's heads mean; the heads are made when the table is shown.
    public static <T extends TableView<?>> T onHeads(T table) {
        table.addEventFilter(MouseEvent.MOUSE_MOVED, event -> {
            Node node = event.getTarget() instanceof Node target ? target : table;
            while (node != table && !node.getStyleClass().contains("column-header")) {
                node = node.getParent();
            }
            if (node != table && !has(node) && node.lookup(".label") instanceof Labeled head) {
                String sentences = Glossary.sentences(head.getText());
                if (!sentences.isEmpty()) {
                    on(node, sentences);
                }
            }
        });
        return table;
    }

    /// A tip that is shown by hand, as wide as all.
    public static Tooltip of(String sentence) {
        Tooltip tooltip = new Tooltip(sentence);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        return tooltip;
    }

    /// Whether something is said when the pointer rests on the node.
    public static boolean has(Node node) {
        return node.getProperties().containsKey(Tips.class)
                || (node instanceof Control control && control.getTooltip() != null);
    }
}
