package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import fallline.app.feature.Command;
import fallline.objective.formula.FunctionCatalogue;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

@DisplayName("The palette (Ctrl K)")
class PaletteTest {
    private final List<FallLineWindow> windows = new ArrayList<>();

    private static ListView<?> opened(OpenWindow open) {
        open.press(KeyCode.CONTROL, KeyCode.K);
        open.await(
                "the palette is there",
                () -> open.robot().lookup("#palette").tryQuery().isPresent());
        ListView<?> list = open.find("#palette-list", ListView.class);
        open.await("the catalogues are read", () -> titles(list).contains("Function: Rosenbrock"));
        return list;
    }

    private static List<String> titles(ListView<?> list) {
        return list.getItems().stream()
                .map(Command.class::cast)
                .map(Command::title)
                .toList();
    }

    @Test
    @DisplayName("has commands, optimizers, problems, functions, data sets and views")
    void has() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            ListView<?> list = opened(open);
            assertThat(open.fx(() -> titles(list)))
                    .contains(
                            "One step",
                            "Optimizer: Adam",
                            "Problem: Logistic regression",
                            "Function: Himmelblau",
                            "View: Convergence",
                            "Preferences…")
                    .anyMatch(title -> title.startsWith("Data: ") && title.contains("ris"));
        }
    }

    @Test
    @DisplayName("takes the first line on Enter: a function is opened, and an optimizer chosen")
    void enter() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            opened(open);
            open.type("rosenb");
            open.press(KeyCode.ENTER);
            open.await(
                    "the function is open",
                    () -> open.experiment().problem() instanceof Problem.Formula formula
                            && formula.card().isPresent()
                            && formula.card().get().id().equals("rosenbrock"));
            opened(open);
            open.type("optimizer: adam");
            open.press(KeyCode.ENTER);
            open.await("Adam is chosen", () -> open.experiment()
                    .runs()
                    .getFirst()
                    .recipe()
                    .optimizer()
                    .equals("adam"));
            assertThat(open.robot().lookup("#palette").tryQuery()).isEmpty();
        }
    }

    /// One turn of the window's thread, in which nothing is laid out, painted or read from a disk: what a fast hand
    /// does on a slow machine.
    private static void atOnce(OpenWindow open, String text, KeyCode... last) {
        open.fx(() -> {
            Furnished.run(open.window(), "palette");
            Scene scene = open.stage().getScene();
            for (int i = 0; i < text.length(); i++) {
                Event.fireEvent(
                        scene.getFocusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                text.substring(i, i + 1),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false));
            }
            for (KeyCode code : last) {
                Event.fireEvent(
                        scene.getFocusOwner(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }
        });
    }

    @Test
    @DisplayName("loses no key that is typed before it was first painted, and takes its Enter once it knows all names")
    void hurried() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            atOnce(open, "rosenb");
            assertThat(open.fx(
                            () -> open.find("#palette-field", TextField.class).getText()))
                    .isEqualTo("rosenb");
            open.press(KeyCode.ESCAPE);
            int playhead = open.playhead();
            atOnce(open, "himmelblau", KeyCode.ENTER);
            open.await(
                    "the function is open",
                    () -> open.experiment().problem() instanceof Problem.Formula formula
                            && formula.card()
                                    .map(card -> card.id().equals("himmelblau"))
                                    .orElse(false));
            assertThat(open.playhead()).isEqualTo(playhead);
            assertThat(open.robot().lookup("#palette").tryQuery()).isEmpty();
        }
    }

    @Test
    @DisplayName("keeps the line that the arrows chose when more names come")
    void picked() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            atOnce(open, "step", KeyCode.DOWN, KeyCode.DOWN);
            ListView<?> list = open.find("#palette-list", ListView.class);
            Object chosen = open.fx(() -> list.getSelectionModel().getSelectedItem());
            open.await("the catalogues are read", () -> titles(list).contains("Optimizer: Polyak step"));
            assertThat(open.fx(() -> list.getSelectionModel().getSelectedItem()))
                    .isSameAs(chosen);
        }
    }

    /// What somebody may call it, and how what they mean begins.
    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("basins", "Basin map"),
                Arguments.of("sweep", "Sweep map"),
                Arguments.of("lesson", "Lesson: "),
                Arguments.of("tune", "Tune fairly"),
                Arguments.of("race", "Tune fairly"),
                Arguments.of("predict", "Predict "),
                Arguments.of("present", "Present"),
                Arguments.of("sound", "Hear the loss"),
                Arguments.of("repeat", "Repeat with seeds"),
                Arguments.of("seed", "Setting: Seed"),
                Arguments.of("dark", "Colours: Dark"),
                Arguments.of("learning rate", "Setting: Learning rate"),
                Arguments.of("speed", "Setting: "),
                Arguments.of("schedule", "Setting: Schedule"),
                Arguments.of("motion", "Preference: Motion"),
                Arguments.of("interface size", "Preference: Interface size"),
                Arguments.of("slow motion", "Slow motion"),
                Arguments.of("film", "Export…"),
                Arguments.of("python", "Export: "),
                Arguments.of("csv", "Export: All steps"),
                Arguments.of("rename", "Rename the run"),
                Arguments.of("magma", "Loss: Colours: magma"),
                Arguments.of("himmelblau", "Function: Himmelblau"));
    }

    @Test
    @DisplayName("finds everything by the word for it, among its first three lines")
    void byWord() {
        try (OpenWindow open = Furnished.window(windows, Trial.bowl())) {
            ListView<?> list = opened(open);
            TextField field = open.find("#palette-field", TextField.class);
            List<String> faults = new ArrayList<>();
            words().forEach(pair -> {
                String word = pair.get()[0].toString();
                open.fx(() -> field.setText(word));
                List<String> first =
                        open.fx(() -> titles(list).stream().limit(3).toList());
                if (first.stream().noneMatch(title -> title.startsWith(pair.get()[1].toString()))) {
                    faults.add(word + ": " + first);
                }
            });
            assertThat(faults).isEmpty();
        }
    }

    @Test
    @DisplayName("knows every command, menu entry, catalogue and named control of the window by name, with its key")
    void everything() {
        try (OpenWindow open = Furnished.window(windows, Trial.bowl())) {
            Set<String> wanted = new LinkedHashSet<>();
            open.fx(() -> {
                menuEntries(open, wanted);
                catalogues(wanted);
                controls(open.stage().getScene().getRoot(), false, wanted);
            });
            ListView<?> list = opened(open);
            List<String> known = open.fx(() -> titles(list));
            assertThat(wanted).hasSizeGreaterThan(200);
            assertThat(wanted.stream().filter(name -> known.stream().noneMatch(title -> isCalled(title, name))))
                    .isEmpty();
            Map<String, String> keys = open.fx(() -> list.getItems().stream()
                    .map(Command.class::cast)
                    .collect(Collectors.toMap(Command::title, Command::printedKeys, (one, _) -> one)));
            assertThat(keys)
                    .containsEntry("Preferences…", "Ctrl ,")
                    .containsEntry("What am I looking at?", "F1")
                    .containsEntry("Begin presenting", "F5");
        }
    }

    /// A title of two parts names its second one, too.
    private static boolean isCalled(String title, String name) {
        return title.equals(name) || title.endsWith(": " + name);
    }

    /// All that stands in the menus of the bar and of every view, and in the menu of a run.
    private static void menuEntries(OpenWindow open, Set<String> wanted) {
        MenuBar bar = open.find("#menus", MenuBar.class);
        for (Menu menu : bar.getMenus()) {
            menu.fire();
            menu.getOnShowing().handle(new Event(menu, menu, Menu.ON_SHOWING));
            entries(menu.getItems(), wanted);
        }
        open.find("#export", MenuButton.class).getItems().stream()
                .map(MenuItem::getText)
                .filter(text -> text != null && !text.startsWith("Picture") && !text.startsWith("Save again"))
                .forEach(wanted::add);
        open.window().features().stream()
                .flatMap(feature -> feature.panes().stream())
                .forEach(placed -> {
                    if (placed.pane().offeredProperty().get()) {
                        wanted.add(placed.pane().titleProperty().get());
                        entries(placed.pane().menu(), wanted);
                    }
                });
    }

    private static void entries(List<MenuItem> items, Set<String> wanted) {
        for (MenuItem item : items) {
            if (!item.isVisible() || item.isDisable()) {
                continue;
            }
            if (item instanceof Menu menu) {
                entries(menu.getItems(), wanted);
            } else if (item.getText() != null && !"menu-fork".equals(item.getId())) { // *from step 57*, in a menu
                wanted.add(item.getText());
            }
        }
    }

    private static void catalogues(Set<String> wanted) {
        Fixtures.CATALOGUE
                .all()
                .forEach(optimizer -> wanted.add(optimizer.card().name()));
        FunctionCatalogue.all().forEach(function -> wanted.add(function.name()));
    }

    /// The settings and the buttons of the left column, by what a screen reader calls them.
    private static void controls(Node node, boolean beside, Set<String> wanted) {
        if (!node.isVisible() || node.isDisabled() || node.getStyleClass().contains("run-list")) {
            return;
        }
        boolean column = beside || node.getStyleClass().contains("side-column");
        boolean setting = node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof Slider
                || node instanceof ToggleSwitch;
        if (setting || (column && node instanceof ButtonBase)) {
            wanted.add(KeyboardWalk.called(node.getScene().getRoot(), node));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> controls(child, column, wanted));
        }
    }

    @Test
    @DisplayName("brings the keyboard to a setting that is folded away")
    void setting() {
        try (OpenWindow open = Furnished.window(windows, Trial.bowl())) {
            opened(open);
            open.type("setting: seed");
            open.press(KeyCode.ENTER);
            assertThat(open.fx(() -> open.stage().getScene().getFocusOwner().getId()))
                    .isEqualTo("seed");
            opened(open);
            open.type("setting: modifiers");
            open.press(KeyCode.ENTER);
            Node head = open.fx(() -> open.stage().getScene().getFocusOwner());
            assertThat(head.getId()).isEqualTo("modifiers-fold");
            assertThat(open.fx(head::isFocusVisible)).isTrue();
        }
    }

    @Test
    @DisplayName("what Tab passes by is a stop only while the keyboard is on it")
    void passedBy() {
        try (OpenWindow open = Furnished.window(windows, Trial.bowl())) {
            Node seed = open.find("#seed");
            open.fx(() -> seed.setFocusTraversable(false));
            for (int i = 0; i < 2; i++) {
                opened(open);
                open.type("setting: seed");
                open.press(KeyCode.ENTER);
                assertThat(open.fx(seed::isFocused)).isTrue();
                assertThat(open.fx(seed::isFocusVisible)).isTrue();
            }
            open.press(KeyCode.F6);
            assertThat(open.fx(seed::isFocused)).isFalse();
            assertThat(open.fx(seed::isFocusTraversable)).isFalse();
        }
    }

    @Test
    @DisplayName("opens from a field, and Escape leaves everything as it was")
    void escape() {
        try (OpenWindow open = Furnished.window(windows, Fixtures.bowl())) {
            open.click("#lr");
            var before = open.experiment();
            opened(open);
            open.type("steps");
            open.press(KeyCode.ESCAPE);
            open.await(
                    "it is gone",
                    () -> open.robot().lookup("#palette").tryQuery().isEmpty());
            assertThat(open.experiment()).isEqualTo(before);
        }
    }
}
