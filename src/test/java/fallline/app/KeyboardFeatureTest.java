package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.controls.ArrowGroup;
import fallline.app.feature.Command;
import fallline.app.shell.Shell;
import fallline.experiment.Experiment;
import fallline.experiment.view.LossLook;
import fallline.picture.loss.Lens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyboardFeatureTest {
    static Stream<Arguments> experiments() {
        return Stream.of(
                Arguments.of("four runs", Trial.valley()),
                Arguments.of("four parameters", Trial.four()),
                Arguments.of("data", Fixtures.line()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("experiments")
    @DisplayName("Tab, and arrows within groups, reach everything in reading order; Shift and Tab the same way back")
    void everythingIsReached(String name, Experiment experiment) {
        try (OpenWindow open = OpenWindow.of(Trial.furnished(experiment))) {
            assertThat(open.fx(() -> faults(open))).isEmpty();
            open.fx(() -> Furnished.run(open.window(), "maximise"));
            open.settle();
            assertThat(open.fx(() -> faults(open))).as("with one pane enlarged").isEmpty();
            assertThat(open.fx(() -> KeyboardWalk.names(
                            KeyboardWalk.of(open.stage().getScene(), false).reached())))
                    .contains("-menu", "-enlarge")
                    .doesNotContain("step-title");
        }
    }

    @Test
    @DisplayName(
            "F6 goes from part to part, arrows choose a run, Enter lays a pane on top, Space switches, Tab stays in a sheet")
    void parts() {
        try (OpenWindow open = OpenWindow.of(Trial.furnished(Trial.bowl()))) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                open.press(KeyCode.F6);
                parts.add(owner(open));
            }
            assertThat(parts)
                    .startsWith("problem", "optimizer")
                    .containsSequence("loss-figure", "fit-figure", "convergence-figure", "first", "problem");
            assertThat(open.fx(() -> open.find("#problem").isFocusVisible())).isTrue();
            open.press(KeyCode.SHIFT, KeyCode.F6);
            assertThat(owner(open)).isEqualTo("first");
            open.press(KeyCode.SHIFT, KeyCode.F6);
            open.press(KeyCode.SHIFT, KeyCode.F6);
            assertThat(owner(open)).isEqualTo("fit-figure");
            assertThat(open.fx(() -> open.figure("fit").lookup(".focus-ring").isVisible()))
                    .isTrue();
            controls(open);
            sheets(open);
        }
    }

    @Test
    @DisplayName(
            "with the keyboard on the loss, arrows move what is seen and Ctrl and arrows the start, + and − zoom, 0 resets, Shift F10 opens its menu")
    void keysOfTheLoss() {
        try (OpenWindow open = OpenWindow.of(Trial.furnished(Trial.bowl()))) {
            double[] start = open.start();
            reach(open, "loss-figure");
            open.press(KeyCode.CONTROL, KeyCode.RIGHT);
            open.press(KeyCode.CONTROL, KeyCode.UP);
            assertThat(open.start()[0]).isGreaterThan(start[0]).isLessThan(start[0] + 1);
            assertThat(open.start()[1]).isGreaterThan(start[1]);
            open.fx(() -> open.window().workbench().undo());
            assertThat(open.start()[1]).as("one gesture each").isEqualTo(start[1]);
            assertThat(open.start()[0]).isGreaterThan(start[0]);
            double left = bounds(open).left();
            open.press(KeyCode.RIGHT);
            assertThat(bounds(open).left()).isGreaterThan(left);
            assertThat(open.playhead()).as("the arrow is not a step").isZero();
            double wide = bounds(open).right() - bounds(open).left();
            open.type("+");
            assertThat(bounds(open).right() - bounds(open).left()).isLessThan(wide);
            open.type("0");
            assertThat(open.view().loss().bounds()).isEmpty();
            reach(open, "convergence-figure");
            open.press(KeyCode.RIGHT);
            assertThat(open.playhead()).as("here it is").isEqualTo(1);
            reach(open, "loss-figure");
            open.press(KeyCode.SHIFT, KeyCode.F10);
            open.await("the menu is open", KeyboardFeatureTest::isMenuOpen);
            open.press(KeyCode.ESCAPE);
            open.await("the menu is closed", () -> !isMenuOpen());
            open.press(KeyCode.SHIFT, KeyCode.TAB);
            open.press(KeyCode.CONTEXT_MENU);
            open.await("the menu is open", KeyboardFeatureTest::isMenuOpen);
            open.press(KeyCode.ESCAPE);
            open.await("the menu is closed", () -> !isMenuOpen());
        }
    }

    private static boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance);
    }

    private static void controls(OpenWindow open) {
        reach(open, "run-0");
        open.press(KeyCode.DOWN);
        assertThat(open.fx(() -> open.window().workbench().scene().chosen().name()))
                .isEqualTo("Momentum");
        assertThat(owner(open)).isEqualTo("run-1");
        assertThat(open.fx(() -> open.find("#run-1").isFocusVisible())).isTrue();
        reach(open, "convergence-title");
        open.press(KeyCode.RIGHT);
        assertThat(owner(open)).isEqualTo("step-title");
        open.press(KeyCode.ENTER);
        assertThat(open.robot().lookup("#step-figure").tryQuery()).isPresent();
        assertThat(owner(open)).isEqualTo("step-title");
        reach(open, "from-here");
        open.press(KeyCode.SPACE);
        assertThat(open.view().fromHere()).isTrue();
    }

    private static void sheets(OpenWindow open) {
        open.fx(() -> Furnished.run(open.window(), "curve-table"));
        open.fx(() -> walkSheet(open, "curve-sheet", "copy-curve"));
        open.press(KeyCode.ESCAPE);
        assertThat(open.robot().lookup("#curve-sheet").tryQuery()).isEmpty();
        open.fx(() -> Furnished.run(open.window(), "preferences"));
        open.fx(() -> walkSheet(open, "preferences", "motion-choice"));
        List<String> faults = open.fx(() -> {
            Node sheet = open.find("#preferences");
            return namesakes(
                    sheet, KeyboardWalk.of(open.stage().getScene(), false).reached());
        });
        assertThat(faults).isEmpty();
        open.press(KeyCode.ESCAPE);
        assertThat(open.robot().lookup("#preferences").tryQuery()).isEmpty();
    }

    static Stream<Arguments> sheetsOfAll() {
        return Stream.of(
                Arguments.of("export", "export-sheet"),
                Arguments.of("tune", "tune-sheet"),
                Arguments.of("find-rate", "finder-sheet"),
                Arguments.of("repeat-run", "repeat-sheet"),
                Arguments.of("finish-table", "finish-sheet"),
                Arguments.of("compare-runs", "compare-sheet"),
                Arguments.of("presenter", "presenter-sheet"),
                Arguments.of("learn", "lessons-sheet"),
                Arguments.of("make-lesson-step", "lesson-step-sheet"),
                Arguments.of("history", "history"),
                Arguments.of("glossary", "glossary-sheet"),
                Arguments.of("explain-view", "view-help"),
                Arguments.of("problem-function", "gallery-sheet"),
                Arguments.of("data-gallery", "data-gallery"),
                Arguments.of("about", "about"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sheetsOfAll")
    @DisplayName("Tab reaches everything in a sheet, both ways, by a name of its own, and Escape closes it")
    void everySheet(String command, String id) {
        try (OpenWindow open = Furnished.window(Trial.bowl())) {
            open.fx(() -> byName(open, command).run());
            open.await(
                    "the sheet is there",
                    () -> open.robot().lookup("#" + id).tryQuery().isPresent());
            open.settle();
            List<String> faults = open.fx(() -> sheetFaults(open, id));
            assertThat(faults).isEmpty();
            open.press(KeyCode.ESCAPE);
            open.await(
                    "it is closed",
                    () -> open.robot().lookup("#" + id).tryQuery().isEmpty());
        }
    }

    private static Command byName(OpenWindow open, String id) {
        return Stream.concat(
                        open.window().commands().stream(),
                        open.window().features().stream().flatMap(feature -> feature.choices().stream()))
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> sheetFaults(OpenWindow open, String id) {
        Node sheet = open.find("#" + id);
        List<String> faults = new ArrayList<>();
        for (boolean backwards : new boolean[] {false, true}) {
            KeyboardWalk walk = KeyboardWalk.of(open.stage().getScene(), backwards);
            KeyboardWalk.usable(sheet).stream()
                    .filter(node -> !walk.reached().contains(node))
                    .filter(node -> !node.getId().startsWith("tile-")) // arrows go there from the field above them
                    .forEach(node -> faults.add("not reached: " + KeyboardWalk.name(node)));
            if (!backwards) {
                faults.addAll(namesakes(sheet, walk.reached()));
            }
        }
        return faults;
    }

    private static void walkSheet(OpenWindow open, String id, String member) {
        Scene scene = open.stage().getScene();
        Node sheet = open.find("#" + id);
        List<Node> usable = KeyboardWalk.usable(sheet);
        for (boolean backwards : new boolean[] {false, true}) {
            KeyboardWalk walk = KeyboardWalk.of(scene, backwards);
            assertThat(walk.stops()).containsExactlyInAnyOrderElementsOf(usable);
            assertThat(KeyboardWalk.names(walk.stops())).contains(member);
        }
    }

    private static String owner(OpenWindow open) {
        return open.fx(
                () -> String.valueOf(open.stage().getScene().getFocusOwner().getId()));
    }

    /// By Tab, and within groups by arrows.
    private static void reach(OpenWindow open, String id) {
        open.fx(() -> KeyboardWalk.to(open.stage().getScene(), id));
        assertThat(owner(open)).isEqualTo(id);
    }

    private static LossLook.Bounds bounds(OpenWindow open) {
        return open.view().loss().bounds().orElseGet(() -> Lens.of(open.plot("loss")));
    }

    private static List<String> faults(OpenWindow open) {
        Scene scene = open.stage().getScene();
        List<String> faults = new ArrayList<>();
        scene.getRoot().requestFocus();
        List<Node> usable = KeyboardWalk.usable(scene.getRoot());
        KeyboardWalk on = KeyboardWalk.of(scene, false);
        usable.stream()
                .filter(node -> !on.reached().contains(node))
                .filter(node -> !isOfAnotherRun(node))
                .forEach(node -> faults.add("not reached: " + KeyboardWalk.name(node)));
        Shell shell = (Shell) scene.getRoot();
        List<Integer> order =
                on.stops().stream().map(stop -> region(shell.regions(), stop)).toList();
        if (!order.equals(order.stream().sorted().toList())) {
            faults.add("out of order: " + order + " " + KeyboardWalk.names(on.stops()));
        }
        if (on.stops().size() > 70) {
            faults.add("a long way: " + KeyboardWalk.names(on.stops()));
        }
        faults.addAll(namesakes(scene.getRoot(), on.reached()));
        scene.getRoot().requestFocus();
        KeyboardWalk back = KeyboardWalk.of(scene, true);
        List<Object> there = places(on.stops());
        List<Object> andBack = places(back.stops()).reversed();
        if (!there.equals(andBack)) {
            faults.add("not the same way back: " + KeyboardWalk.names(on.stops()) + " / "
                    + KeyboardWalk.names(back.stops().reversed()));
        }
        return faults;
    }

    /// Whatever has the keyboard must be called something, and not the same as its neighbour.
    private static List<String> namesakes(Node root, Iterable<Node> reached) {
        List<String> faults = new ArrayList<>();
        List<Object> before = List.of();
        for (Node node : reached) {
            String called = KeyboardWalk.called(root, node);
            if (called.isEmpty()) {
                faults.add("without a name: " + KeyboardWalk.name(node));
            } else if (before.equals(List.of(called, node.getClass()))) {
                faults.add("called as the one before, " + called + ": " + KeyboardWalk.name(node));
            }
            before = List.of(called, node.getClass());
        }
        return faults;
    }

    /// The list of runs is one stop: arrows choose, and what belongs to the chosen one comes next.
    private static boolean isOfAnotherRun(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("run-row")) {
                return !at.isFocusTraversable();
            }
        }
        return false;
    }

    /// A group is one place, whichever of its members is the stop.
    private static List<Object> places(List<Node> stops) {
        return stops.stream()
                .map(stop -> ArrowGroup.of(stop).map(Object.class::cast).orElse(stop))
                .toList();
    }

    private static int region(List<Parent> regions, Node stop) {
        for (Node at = stop; at != null; at = at.getParent()) {
            if (regions.contains(at)) {
                return regions.indexOf(at);
            }
        }
        return regions.size();
    }
}
