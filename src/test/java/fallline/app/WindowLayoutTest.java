package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import fallline.app.paint.FigureView;
import fallline.app.shell.Shell;
import fallline.app.typeset.FormulaPicture;
import fallline.data.BuiltInData;
import fallline.data.Dataset;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.expr.FormulaException;
import fallline.objective.Goal;
import fallline.objective.formula.FunctionCatalogue;
import fallline.objective.kernel.Activation;
import fallline.objective.model.NeuralNetwork.Design;
import fallline.objective.model.NeuralNetwork.Loss;
import fallline.problem.Problem.ModelOptions;
import fallline.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;

/// The window with every kind of problem, at every size that it is looked at in.
@DisplayName("Whatever the problem, the window")
class WindowLayoutTest {
    private static final List<String> SIZES =
            List.of("900x600", "1000x700", "1280x720", "1366x768", "1600x1000", "2560x1440");
    private static final List<Integer> PERCENT = List.of(100, 150);

    /// Bounds that touch, or share a line of pixels, do not overlap.
    private static final double TOUCH = 1.5;

    private static final String GAUSSIANS = "exp(-((x - 1)^2 + (y - 1)^2)/2) + 2*exp(-((x + 1.5)^2 + (y + 1.5)^2)/3)";

    private static @Nullable OpenWindow open;

    static Experiment problem(String name) {
        Dataset cars = BuiltInData.dataset("cars");
        Dataset iris = BuiltInData.dataset("iris");
        ModelOptions plain = ModelOptions.PLAIN;
        List<String> petals = List.of("petal_length_cm", "petal_width_cm");
        return switch (name) {
            case "parabola" -> Fixtures.bowl().withSteps(1_000_000);
            case "two Gaussians" -> gaussians();
            case "four variables" -> Trial.four();
            case "linear" -> Fixtures.line();
            case "plane" -> Fixtures.EXPERIMENTS.forLinear(cars, List.of("displacement", "weight_lb"), "acceleration");
            case "many" ->
                Fixtures.EXPERIMENTS.forLinear(
                        iris, List.of("petal_length_cm", "sepal_length_cm", "sepal_width_cm"), "petal_width_cm");
            case "polynomial" ->
                Fixtures.EXPERIMENTS.forModel(Problems.linear(
                        cars, List.of("weight_lb"), "acceleration", new ModelOptions(false, 3, 0, true)));
            case "logistic" ->
                Fixtures.EXPERIMENTS.forModel(Problems.logistic(
                        BuiltInData.dataset("two_rings"), List.of("x1", "x2"), "ring", Optional.empty(), plain));
            case "softmax" -> Fixtures.EXPERIMENTS.forModel(Problems.softmax(iris, petals, "species", plain));
            case "network" ->
                Fixtures.EXPERIMENTS.forModel(Problems.network(
                        iris,
                        petals,
                        "species",
                        Optional.empty(),
                        new Design(List.of(4), Activation.TANH, Loss.CROSS_ENTROPY),
                        plain));
            default ->
                Fixtures.EXPERIMENTS.forFunction(FunctionCatalogue.all().stream()
                        .filter(card -> card.id().equals(name))
                        .findFirst()
                        .orElseThrow());
        };
    }

    private static Experiment gaussians() {
        try {
            return Fixtures.EXPERIMENTS.forFormula(GAUSSIANS, Goal.MAXIMISE);
        } catch (FormulaException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "parabola",
                "two Gaussians",
                "four variables",
                "rosenbrock",
                "goldsteinprice",
                "levy",
                "linear",
                "plane",
                "many",
                "polynomial",
                "logistic",
                "softmax",
                "network"
            })
    @DisplayName("has the learning rate in sight, cuts no words and lays nothing over anything:")
    void laidOut(String problem) {
        Experiment one = problem(problem);
        Map<String, List<String>> faults = new TreeMap<>();
        OpenWindow open = window();
        for (Experiment experiment : List.of(one, five(one))) {
            open.fx(() -> open.window().workbench().open(experiment));
            open.settle();
            open.await("all formulas are set", () -> pictures(open).allMatch(FormulaPicture::upToDate));
            for (int percent : PERCENT) {
                // all sizes at one go: nothing is painted in between
                open.fx(() -> {
                    open.window().desk().appearance().resize(percent);
                    Shell shell = (Shell) open.find(".shell");
                    for (String size : SIZES) {
                        String[] sides = size.split("x", -1);
                        lay(shell, Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
                        String where = experiment.runs().size() + " runs, " + size + " at " + percent + " %";
                        new Faults(shell).all().forEach(fault -> faults.computeIfAbsent(fault, _ -> new ArrayList<>())
                                .add(where));
                    }
                });
            }
        }
        assertThat(faults).as("what is wrong, and where").isEmpty();
    }

    @Test
    @DisplayName("has no more to be handled at 1280×720 than it had before the column was tidied")
    void few() {
        OpenWindow open = window();
        open.fx(() -> open.window().workbench().open(Fixtures.bowl()));
        open.settle();
        open.fx(() -> {
            open.window().desk().appearance().resize(100);
            Shell shell = (Shell) open.find(".shell");
            lay(shell, 1280, 720);
            List<String> handled = new ArrayList<>();
            collect(shell, handled);
            assertThat(handled).hasSizeLessThanOrEqualTo(46);
        });
    }

    /// What hands can do something with, besides the words of the menus; not what it is made of.
    private static void collect(Node node, List<String> handled) {
        if (!node.isVisible() || node instanceof MenuBar) {
            return;
        }
        if (node instanceof ButtonBase
                || node instanceof TextField
                || node instanceof Slider
                || node instanceof ComboBoxBase
                || node instanceof ToggleSwitch) {
            handled.add(node.getClass().getSimpleName() + "#" + node.getId());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, handled));
        }
    }

    private static OpenWindow window() {
        if (open == null) {
            open = OpenWindow.of(Trial.furnished(Fixtures.bowl()));
            OpenWindow made = open;
            made.fx(() -> {
                stand(made);
            });
        }
        return open;
    }

    @AfterAll
    static void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private static Stream<FormulaPicture> pictures(OpenWindow open) {
        return open.stage().getScene().getRoot().lookupAll(".formula-picture").stream()
                .map(FormulaPicture.class::cast);
    }

    /// The same with four runs more, of the names that the catalogue gives them; the first has the name of a fork.
    static Experiment five(Experiment one) {
        Run first = one.runs().getFirst();
        Experiment five = one.withRun(first.name(), first.withName(first.name() + " 2"));
        for (int i = 0; i < 4; i++) {
            five = five.withAdded(Fixtures.EXPERIMENTS.next(five, five.runs().getFirst()));
        }
        return five.withSteps(1_000);
    }

    /// The window's inside on a ground that is as large as it wants.
    static void stand(OpenWindow open) {
        Shell shell = (Shell) open.stage().getScene().getRoot();
        open.stage().getScene().setRoot(new Group());
        Group stand = new Group(shell);
        stand.setAutoSizeChildren(false);
        open.stage().getScene().setRoot(stand);
    }

    static void lay(Shell shell, double width, double height) {
        shell.resize(width, height);
        for (int pass = 0; pass < 3; pass++) {
            shell.getParent().applyCss();
            shell.getParent().layout();
        }
    }

    /// What is wrong with a window that is laid out.
    private static final class Faults {
        private final Shell shell;
        private final List<String> found = new ArrayList<>();
        private final List<Placed> placed = new ArrayList<>();

        /// What is seen of a control, on the window.
        private record Placed(Node node, Bounds seen) {}

        Faults(Shell shell) {
            this.shell = shell;
        }

        List<String> all() {
            strip();
            look(shell, shell.getLayoutBounds(), false);
            for (int i = 0; i < placed.size(); i++) {
                for (int j = 0; j < i; j++) {
                    overlap(placed.get(j), placed.get(i));
                }
            }
            return found;
        }

        private void strip() {
            Node strip = shell.lookup("#steer");
            Bounds place = inShell(strip);
            if (!strip.isVisible() || !shell.getLayoutBounds().contains(place)) {
                found.add("the strip is outside: " + place);
            }
            Node field = shell.lookup("#lr");
            Node slider = shell.lookup("#lr-slider");
            for (Node node : field == null ? List.<Node>of() : List.of(field, slider)) {
                if (!place.contains(inShell(node))) {
                    found.add("outside of the strip: " + name(node));
                }
            }
        }

        private Bounds inShell(Node node) {
            return shell.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        }

        /// @param window what is seen of the parent, on the window
        /// @param scrolled whether a scroller may show the rest
        private void look(Node node, Bounds window, boolean scrolled) {
            if (!node.isVisible() || isPassing(node)) {
                return;
            }
            if (isSeenAs(node)) {
                Bounds place = inShell(node);
                if (!scrolled && !grown(window).contains(place)) {
                    found.add("outside of what is seen: " + name(node) + " " + words(place));
                }
                Bounds seen = cut(place, window);
                if (seen.getWidth() > 0 && seen.getHeight() > 0) {
                    placed.add(new Placed(node, seen));
                }
            }
            if (node instanceof Labeled labeled) {
                cutWords(labeled);
            }
            if (node instanceof TextField field && List.of("steps", "lr").contains(field.getId())) {
                Text text = new Text(field.getText());
                text.setFont(field.getFont());
                double room = field.getWidth()
                        - field.getInsets().getLeft()
                        - field.getInsets().getRight();
                if (text.getLayoutBounds().getWidth() > room) {
                    found.add("cut: " + field.getText() + " in #" + field.getId());
                }
            }
            if (node instanceof ScrollPane pane) {
                Bounds viewport = cut(inShell(pane.lookup(".viewport")), window);
                tooWide(pane);
                look(pane.getContent(), viewport, true);
            } else if (node instanceof Parent parent && !(node instanceof TableView<?>)) {
                parent.getChildrenUnmodifiable().forEach(child -> look(child, window, scrolled));
            }
        }

        /// What no hand can scroll to.
        private void tooWide(ScrollPane pane) {
            double more = pane.getContent().getLayoutBounds().getWidth()
                    - pane.lookup(".viewport").getLayoutBounds().getWidth();
            if (pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER && more > TOUCH) {
                found.add("wider by %.0f than its scroller: %s".formatted(more, name(pane)));
            }
        }

        /// Over everything for a moment.
        private static boolean isPassing(Node node) {
            return node.getStyleClass().contains("toasts")
                    || node.getStyleClass().contains("working");
        }

        private static boolean isSeenAs(Node node) {
            return node instanceof FigureView
                    || node instanceof FormulaPicture
                    || (node instanceof Control
                            && !(node instanceof ScrollPane)
                            && !(node instanceof ScrollBar)
                            && !(node instanceof Labeled labeled && isEmpty(labeled)));
        }

        private static boolean isEmpty(Labeled labeled) {
            return (labeled.getText() == null || labeled.getText().isEmpty()) && labeled.getGraphic() == null;
        }

        /// The skin writes what it cuts into the text that is seen.
        private void cutWords(Labeled labeled) {
            for (Node child : labeled.getChildrenUnmodifiable()) {
                if (child instanceof Text text
                        && !(child instanceof FontIcon)
                        && child.isVisible()
                        && labeled.getText() != null
                        && !text.getText()
                                .equals(labeled.getText().replace("_", labeled.isMnemonicParsing() ? "" : "_"))) {
                    found.add("cut: “" + labeled.getText() + "” to “" + text.getText() + "” in " + name(labeled));
                }
            }
        }

        private void overlap(Placed one, Placed other) {
            Bounds shared = cut(one.seen(), other.seen());
            if (shared.getWidth() > TOUCH
                    && shared.getHeight() > TOUCH
                    && !holds(one.node(), other.node())
                    && !holds(other.node(), one.node())) {
                found.add("over one another: " + name(one.node()) + " and " + name(other.node()) + " " + words(shared));
            }
        }

        private static boolean holds(Node outer, Node inner) {
            for (Node node = inner; node != null; node = node.getParent()) {
                if (node == outer) {
                    return true;
                }
            }
            return false;
        }

        private static Bounds cut(Bounds one, Bounds other) {
            double left = Math.max(one.getMinX(), other.getMinX());
            double top = Math.max(one.getMinY(), other.getMinY());
            double right = Math.min(one.getMaxX(), other.getMaxX());
            double bottom = Math.min(one.getMaxY(), other.getMaxY());
            return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
        }

        private static Bounds grown(Bounds bounds) {
            return new BoundingBox(
                    bounds.getMinX() - 1, bounds.getMinY() - 1, bounds.getWidth() + 2, bounds.getHeight() + 2);
        }

        private static String words(Bounds place) {
            return "%.0f…%.0f × %.0f…%.0f"
                    .formatted(place.getMinX(), place.getMaxX(), place.getMinY(), place.getMaxY());
        }

        private static String name(Node node) {
            String of =
                    node instanceof Labeled labeled && labeled.getText() != null ? " “" + labeled.getText() + "”" : "";
            String id = node.getId() == null ? String.valueOf(node.getStyleClass()) : "#" + node.getId();
            return node.getClass().getSimpleName() + id + of;
        }
    }
}
