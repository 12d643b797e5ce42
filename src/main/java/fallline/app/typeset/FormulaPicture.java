package fallline.app.typeset;

import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import fallline.figure.paint.FormulaParts;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Typesetter;
import fallline.text.PlainFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// A typeset formula. It is set beside the window's thread and shown in the colour of text. Where there is too little
/// room it becomes smaller, and goes on in further lines if it may; it is never cut: where all of that does not do,
/// nothing is shown.
public final class FormulaPicture extends Region {
    private static final double SCALE = 2;

    /// As small as a formula becomes before it takes a further line.
    private static final double SMALL = 0.82;

    /// As small as it becomes at all where lines are few.
    private static final double LEAST = 0.62;

    private static final double ONE_LINE = 26;
    private static final double FEW_LINES = 42;
    private static final double INDENT = 14;
    private static final double LEADING = 3;
    private static final double MARGIN = 1;

    /// What is to be set, or was.
    private record Order(String latex, Theme theme) {}

    /// A part of a formula; `ascent` above its baseline.
    private record Part(ImageView view, Halved.Seen seen, double width, double height, double ascent) {}

    private record Line(List<Part> parts, double width, double ascent, double descent) {
        double height() {
            return ascent + descent;
        }
    }

    /// @param scale of all parts; one that is wider still is set smaller alone
    private record Flow(List<Line> lines, double scale, double height) {}

    private final Typesetter typesetter;
    private final double size;
    private final int mostLines;
    private final ObservableValue<Theme> theme;
    private final Asking<Order, List<Drawn>> orders;
    /// The whole formula, and behind it its parts if there are several.
    private List<Part> all = List.of();
    private String latex = "";
    private String set = "";

    /// A part as the typesetter gave it.
    private record Drawn(Halved picture, double ascent) {}

    /// A formula with as many lines as it needs.
    ///
    /// @param size of the type in pixels
    public FormulaPicture(Typesetter typesetter, double size, ObservableValue<Theme> theme, Questions questions) {
        this(typesetter, size, Integer.MAX_VALUE, theme, questions);
    }

    /// As above.
    ///
    /// @param mostLines how many lines it may take
    public FormulaPicture(
            Typesetter typesetter, double size, int mostLines, ObservableValue<Theme> theme, Questions questions) {
        this.typesetter = typesetter;
        this.size = size;
        this.mostLines = mostLines;
        this.theme = theme;
        orders = questions.on(
                Lane.TYPING, "Setting a formula", this::drawAll, (order, drawn) -> hang(order.latex(), drawn));
        getStyleClass().add("formula-picture");
        setMinWidth(0);
        theme.subscribe(this::order);
        setOnContextMenuRequested(event -> {
            if (!latex.isEmpty()) {
                menu().show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu(
                item("copy-latex", "Copy as LaTeX", latex), item("copy-text", "Copy as text", PlainFormula.of(latex)));
        menu.setId("formula-menu");
        return menu;
    }

    private static MenuItem item(String id, String title, String text) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(_ -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        return item;
    }

    /// Shows this formula; an empty text shows nothing.
    public void show(String nextLatex) {
        if (!nextLatex.equals(latex)) {
            latex = nextLatex;
            order();
        }
    }

    /// Whether what is shown is what was asked for.
    public boolean upToDate() {
        return set.equals(latex);
    }

    /// Whether there is room for it at this width.
    public boolean fits(double width) {
        return !flow(width).lines().isEmpty();
    }

    private void order() {
        if (latex.isEmpty()) {
            orders.withdraw();
            hang("", List.of());
        } else {
            orders.ask(new Order(latex, theme.getValue()));
        }
    }

    /// The whole, and its parts if there are several.
    private List<Drawn> drawAll(Order order) {
        List<Drawn> drawn = new ArrayList<>();
        drawn.add(draw(order.latex(), order.theme()));
        List<String> parts = FormulaParts.of(order.latex());
        if (parts.size() > 1) {
            parts.forEach(part -> drawn.add(draw(part, order.theme())));
        }
        return drawn;
    }

    private Drawn draw(String part, Theme worn) {
        return new Drawn(
                Halved.of(typesetter.picture(part, size, worn.text(), SCALE), SCALE),
                typesetter.extent(part, size).ascent() + MARGIN);
    }

    private void hang(String text, List<Drawn> drawn) {
        all = drawn.stream().map(FormulaPicture::part).toList();
        getChildren().setAll(all.stream().map(Part::view).toList());
        set = text;
        requestLayout();
    }

    private static Part part(Drawn drawn) {
        ImageView view = new ImageView();
        view.setManaged(false);
        view.setSmooth(true);
        Halved picture = drawn.picture();
        return new Part(view, picture.seen(), picture.width(), picture.height(), drawn.ascent());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// That of its first line, so that it stands among words.
    @Override
    public double getBaselineOffset() {
        return all.isEmpty() ? super.getBaselineOffset() : all.getFirst().ascent();
    }

    @Override
    protected double computePrefWidth(double ignored) {
        return all.isEmpty() ? 0 : Math.ceil(all.getFirst().width());
    }

    @Override
    protected double computePrefHeight(double width) {
        return all.isEmpty()
                ? 0
                : width < 0 ? all.getFirst().height() : flow(width).height();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width < 0 ? getWidth() : width);
    }

    /// Few lines stand in a bar of one line, which has its height.
    private double mostHeight() {
        return mostLines == Integer.MAX_VALUE ? mostLines : mostLines == 1 ? ONE_LINE : FEW_LINES;
    }

    /// How the formula is set in so much room; without lines where there is too little.
    private Flow flow(double width) {
        if (all.isEmpty()) {
            return new Flow(List.of(), 1, 0);
        }
        Part whole = all.getFirst();
        double one = Math.min(1, width / whole.width());
        boolean single = mostLines == 1 || all.size() == 1;
        double least = mostLines == Integer.MAX_VALUE && single ? 0.01 : single ? LEAST : SMALL;
        one = Math.min(one, mostHeight() / whole.height());
        if (one >= least) {
            return new Flow(List.of(line(List.of(whole), one)), one, whole.height() * one);
        }
        if (single) {
            return new Flow(List.of(), one, 0);
        }
        for (double scale = mostLines == Integer.MAX_VALUE ? SMALL : 1; scale >= LEAST; scale -= 0.04) {
            List<Line> lines = lines(width, scale);
            boolean wide = lines.stream().anyMatch(line -> line.width() > width);
            double height = lines.stream().mapToDouble(Line::height).sum() + LEADING * (lines.size() - 1);
            if (mostLines == Integer.MAX_VALUE || (!wide && lines.size() <= mostLines && height <= mostHeight())) {
                return new Flow(lines, scale, height);
            }
        }
        return new Flow(List.of(), LEAST, 0);
    }

    private List<Line> lines(double width, double scale) {
        List<Line> lines = new ArrayList<>();
        List<Part> open = new ArrayList<>();
        double used = 0;
        for (Part part : all.subList(1, all.size())) {
            double wide = part.width() * scale;
            if (!open.isEmpty() && used + wide > width) {
                lines.add(line(open, scale));
                open = new ArrayList<>();
                used = INDENT;
            }
            open.add(part);
            used += wide;
        }
        lines.add(line(open, scale));
        return lines;
    }

    private static Line line(List<Part> parts, double scale) {
        double ascent = 0;
        double descent = 0;
        double width = 0;
        for (Part part : parts) {
            ascent = Math.max(ascent, part.ascent() * scale);
            descent = Math.max(descent, (part.height() - part.ascent()) * scale);
            width += part.width() * scale;
        }
        return new Line(List.copyOf(parts), width, ascent, descent);
    }

    /// How many pixels of the screen a pixel of the window is here: the interface may be larger, and the screen denser.
    private double density() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return getLocalToSceneTransform().getMxx() * (window == null ? 1 : window.getOutputScaleX());
    }

    @Override
    protected void layoutChildren() {
        Flow flow = flow(getWidth());
        all.forEach(part -> part.view().setVisible(false));
        double y = Math.max(0, (getHeight() - flow.height()) / 2);
        double x = 0;
        double density = density();
        for (Line line : flow.lines()) {
            double scale = flow.scale() * Math.min(1, (getWidth() - x) / line.width());
            for (Part part : line.parts()) {
                ImageView view = part.view();
                view.setVisible(true);
                part.seen().show(view, scale, density);
                view.relocate(x, y + line.ascent() - part.ascent() * scale);
                x += part.width() * scale;
            }
            y += line.height() + LEADING;
            x = INDENT;
        }
    }
}
