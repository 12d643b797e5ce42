package fallline.app.controls;

import javafx.event.EventHandler;
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

    /// Shows the short words when the pointer rests on the node, which screen readers know by others.
    public static <N extends Node> N brief(N node, String words) {
        String help = node.getAccessibleHelp();
        on(node, words);
        node.setAccessibleHelp(help);
        return node;
    }

    /// Shows the term's sentence when the pointer rests on the node.
    public static <N extends Node> N on(N node, Term term) {
        return on(node, term.sentence());
    }

    /// Shows the sentence when the pointer rests on the node; it replaces the node's tip.
    public static <N extends Node> N on(N node, String sentence) {
        if (node.getProperties().put(Tips.class, sentence) == null) {
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, new First(node));
        } else if (node.getProperties().get(Tooltip.class) instanceof Tooltip tooltip) {
            tooltip.setText(sentence);
        }
        node.setAccessibleHelp(sentence);
        return node;
    }

    /// Makes the tip as the pointer comes the first time: most nodes never need the window that a tip is.
    private record First(Node node) implements EventHandler<MouseEvent> {
        @Override
        public void handle(MouseEvent event) {
            node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            Tooltip tooltip = of(String.valueOf(node.getProperties().get(Tips.class)));
            tooltip.setShowDelay(DELAY);
            tooltip.setShowDuration(STAY);
            Tooltip.install(node, tooltip); // it listens to the pointer's moves from here on
            node.getProperties().put(Tooltip.class, tooltip);
        }
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
