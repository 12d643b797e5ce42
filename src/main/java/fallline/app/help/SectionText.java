package fallline.app.help;

import fallline.guide.Section;
import fallline.guide.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.node.BulletList;
import org.commonmark.node.Paragraph;

/// A section of the guide as labels: paragraphs, the lines of its lists, and its tables without their heads.
final class SectionText extends VBox {
    private static final double GAP = 10;
    private static final double MARK_WIDTH = 150;

    SectionText(Section section) {
        super(GAP);
        getStyleClass().add("help-text");
        for (org.commonmark.node.Node block : section.content()) {
            getChildren().addAll(nodes(block));
        }
    }

    private static List<Node> nodes(org.commonmark.node.Node block) {
        return switch (block) {
            case Paragraph paragraph -> List.of(text(Words.of(paragraph)));
            case BulletList list -> List.of(items(list));
            case TableBlock table -> List.of(table(table));
            default -> List.of();
        };
    }

    private static List<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
        List<org.commonmark.node.Node> children = new ArrayList<>();
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }

    private static GridPane items(BulletList list) {
        GridPane grid = grid("help-list");
        int row = 0;
        for (org.commonmark.node.Node item : children(list)) {
            grid.addRow(row++, sign("•"), text(Words.of(item)));
        }
        return grid;
    }

    private static GridPane table(TableBlock table) {
        GridPane grid = grid("help-table");
        int row = 0;
        for (org.commonmark.node.Node part : children(table)) {
            for (org.commonmark.node.Node line :
                    part instanceof TableBody ? children(part) : List.<org.commonmark.node.Node>of()) {
                List<org.commonmark.node.Node> cells = children(line);
                Label mark = sign(Words.of(cells.getFirst()));
                mark.getStyleClass().add("help-mark");
                mark.setPrefWidth(MARK_WIDTH);
                grid.addRow(row++, mark, text(Words.of(cells.getLast())));
            }
        }
        return grid;
    }

    private static GridPane grid(String style) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add(style);
        return grid;
    }

    private static Label sign(String words) {
        Label label = text(words);
        GridPane.setHgrow(label, Priority.NEVER);
        GridPane.setValignment(label, VPos.TOP);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setHgrow(label, Priority.ALWAYS);
        return label;
    }
}
