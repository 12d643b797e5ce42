package fallline.app.lesson;

import fallline.app.desk.Desk;
import fallline.app.typeset.FormulaPicture;
import fallline.figure.paint.Typesetter;
import fallline.text.PlainFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// Prose in Markdown with formulas in LaTeX between `$` and `$`, as it stands in the column: a paragraph that is a
/// formula alone is set large and in the middle, words wrap, formulas are typeset, and a screen reader hears both.
/// Links and pictures are their words alone; HTML is text.
final class LessonText extends VBox {
    private static final double GAP = 8;
    private static final double SIZE = 13.5;
    private static final double DISPLAY = 15;

    /// Stand for the formulas while the Markdown around them is read, which knows no mathematics.
    private static final char FIRST_MARK = '\uE000';

    private static final int MOST_FORMULAS = 0x1000;
    private static final Pattern FORMULA =
            Pattern.compile("\\$\\$(.+?)\\$\\$|\\$([^$\\s](?:[^$\n]*[^$\\s])?)\\$", Pattern.DOTALL);
    private static final Pattern MARKS = Pattern.compile("[\uE000-\uF000]");

    private final Desk desk;
    private final Typesetter typesetter;
    private List<Written> formulas = List.of();

    /// @param display whether it has a line of its own
    private record Written(String latex, boolean display) {}

    LessonText(Desk desk, Typesetter typesetter) {
        super(GAP);
        this.desk = desk;
        this.typesetter = typesetter;
        getStyleClass().add("lesson-text");
    }

    /// Shows this text, in place of the one before.
    void show(String markdown) {
        List<Written> found = new ArrayList<>();
        String marked = marked(markdown, found);
        formulas = found;
        List<Node> all = new ArrayList<>();
        children(Parser.builder().build().parse(marked)).forEach(block -> all.addAll(block(block)));
        getChildren().setAll(all);
    }

    /// All of it in words.
    String spoken() {
        return spoken(this).strip();
    }

    private static String spoken(Node node) {
        if (node instanceof Label label) {
            return label.getText() + " ";
        }
        if (node.getAccessibleRole() == AccessibleRole.TEXT && !(node instanceof LessonText)) {
            return node.getAccessibleText() + "\n";
        }
        StringBuilder all = new StringBuilder();
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.append(spoken(child)));
        }
        return all.toString();
    }

    /// The text with a sign in place of every formula.
    private static String marked(String markdown, List<Written> found) {
        Matcher matcher = FORMULA.matcher(markdown.replaceAll("[\uE000-\uF000]", ""));
        StringBuilder marked = new StringBuilder();
        while (matcher.find()) {
            boolean display = matcher.group(1) != null;
            String latex = display ? matcher.group(1).strip() : matcher.group(2);
            String instead = found.size() < MOST_FORMULAS
                    ? String.valueOf((char) (FIRST_MARK + found.size()))
                    : Matcher.quoteReplacement(matcher.group());
            found.add(new Written(latex, display));
            matcher.appendReplacement(marked, instead);
        }
        return matcher.appendTail(marked).toString();
    }

    private static List<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
        List<org.commonmark.node.Node> children = new ArrayList<>();
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }

    private List<Node> block(org.commonmark.node.Node block) {
        return switch (block) {
            case Heading heading -> flows(heading, "lesson-heading");
            case BulletList list -> List.of(items(list, 0));
            case OrderedList list -> List.of(items(list, Math.max(1, number(list))));
            case FencedCodeBlock code -> List.of(code(code.getLiteral()));
            case IndentedCodeBlock code -> List.of(code(code.getLiteral()));
            case org.commonmark.node.ListItem item -> inner(item);
            case org.commonmark.node.BlockQuote quote -> inner(quote);
            case org.commonmark.node.HtmlBlock html -> List.of(code(html.getLiteral()));
            case org.commonmark.node.ThematicBreak _ -> List.of();
            default -> flows(block, "lesson-words");
        };
    }

    private static int number(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        return first == null ? 1 : first;
    }

    private List<Node> inner(org.commonmark.node.Node parent) {
        List<Node> all = new ArrayList<>();
        children(parent).forEach(block -> all.addAll(block(block)));
        return all;
    }

    /// @param first the number of the first item; 0 for dots
    private GridPane items(org.commonmark.node.Node list, int first) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("lesson-list");
        int row = 0;
        for (org.commonmark.node.Node item : children(list)) {
            Label sign = new Label(first == 0 ? "•" : (first + row) + ".");
            sign.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setValignment(sign, VPos.TOP);
            VBox text = new VBox(4);
            text.getChildren().setAll(inner(item));
            GridPane.setHgrow(text, Priority.ALWAYS);
            text.setMinWidth(0);
            grid.addRow(row++, sign, text);
        }
        return grid;
    }

    private static Node code(String literal) {
        Label label = new Label(literal.stripTrailing());
        label.getStyleClass().add("lesson-code");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    /// The formula that a paragraph is, if it is nothing else.
    private Optional<Written> alone(org.commonmark.node.Node paragraph) {
        return paragraph.getFirstChild() instanceof org.commonmark.node.Text text
                        && text.getNext() == null
                        && MARKS.matcher(text.getLiteral().strip()).matches()
                ? Optional.of(formulas.get(text.getLiteral().strip().charAt(0) - FIRST_MARK))
                : Optional.empty();
    }

    /// A paragraph: a formula with a line of its own parts it.
    private List<Node> flows(org.commonmark.node.Node paragraph, String style) {
        List<Node> all = new ArrayList<>();
        Line line = new Line(style);
        alone(paragraph).ifPresent(formula -> all.add(display(formula)));
        if (!all.isEmpty()) {
            return all;
        }
        inline(paragraph, line, all, "");
        line.endInto(all);
        return all;
    }

    /// A stretch of words and formulas.
    private static final class Line {
        private final String style;
        private List<Node> parts = new ArrayList<>();
        private StringBuilder spoken = new StringBuilder();

        Line(String style) {
            this.style = style;
        }

        void add(Node part, String words) {
            parts.add(part);
            spoken.append(words);
        }

        void endInto(List<Node> all) {
            if (!spoken.toString().isBlank()) {
                TextFlow flow = new TextFlow(parts.toArray(Node[]::new));
                flow.getStyleClass().add(style);
                flow.setAccessibleRole(AccessibleRole.TEXT);
                flow.setAccessibleText(spoken.toString().strip());
                flow.setMinWidth(0);
                flow.setMinHeight(Region.USE_PREF_SIZE);
                all.add(flow);
            }
            parts = new ArrayList<>();
            spoken = new StringBuilder();
        }
    }

    private void inline(org.commonmark.node.Node parent, Line line, List<Node> all, String style) {
        for (org.commonmark.node.Node node : children(parent)) {
            switch (node) {
                case org.commonmark.node.Text text -> words(text.getLiteral(), line, all, style);
                case Code code -> words(code.getLiteral(), line, all, "lesson-mono");
                case SoftLineBreak _ -> words(" ", line, all, style);
                case HardLineBreak _ -> words("\n", line, all, style);
                case StrongEmphasis strong -> inline(strong, line, all, "lesson-strong");
                case Emphasis emphasis -> inline(emphasis, line, all, "lesson-emphasis");
                case org.commonmark.node.HtmlInline html -> words(html.getLiteral(), line, all, style);
                default -> inline(node, line, all, style);
            }
        }
    }

    private void words(String literal, Line line, List<Node> all, String style) {
        Matcher matcher = MARKS.matcher(literal);
        int from = 0;
        while (matcher.find()) {
            plain(literal.substring(from, matcher.start()), line, style);
            int which = matcher.group().charAt(0) - FIRST_MARK;
            if (which < formulas.size()) {
                formula(formulas.get(which), line, all);
            }
            from = matcher.end();
        }
        plain(literal.substring(from), line, style);
    }

    private static void plain(String words, Line line, String style) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().add("lesson-word");
            if (!style.isEmpty()) {
                text.getStyleClass().add(style);
            }
            line.add(text, words);
        }
    }

    private void formula(Written written, Line line, List<Node> all) {
        if (written.display()) {
            line.endInto(all);
            all.add(display(written));
        } else {
            line.add(picture(SIZE, written.latex()), PlainFormula.of(written.latex()));
        }
    }

    private Node display(Written written) {
        FormulaPicture picture = picture(DISPLAY, written.latex());
        picture.setMaxWidth(USE_PREF_SIZE);
        StackPane place = new StackPane(picture);
        place.setAlignment(Pos.CENTER);
        place.getStyleClass().add("lesson-formula");
        place.setMinHeight(Region.USE_PREF_SIZE);
        place.setAccessibleRole(AccessibleRole.TEXT);
        place.setAccessibleText(PlainFormula.of(written.latex()));
        return place;
    }

    private FormulaPicture picture(double size, String latex) {
        FormulaPicture picture =
                new FormulaPicture(typesetter, size, desk.appearance().themeProperty(), desk.questions());
        picture.show(latex);
        return picture;
    }
}
