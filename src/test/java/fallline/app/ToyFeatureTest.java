package fallline.app;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.desk.Desk;
import fallline.app.export.ExportFeature;
import fallline.app.export.FilePrinting;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Key;
import fallline.app.feature.MenuPlace;
import fallline.app.feature.MenuPlace.Menu;
import fallline.app.paint.FigureView;
import fallline.app.pane.PlacedPane;
import fallline.app.pane.PlacedPane.Place;
import fallline.app.pane.PlotPane;
import fallline.app.pane.Screens;
import fallline.app.transport.Opening;
import fallline.figure.page.MessageFigure;
import fallline.figure.paint.Figure;
import fallline.file.user.ExportLikesFile;
import fallline.picture.Picture;
import fallline.picture.page.View;
import fallline.picture.page.Views;
import fallline.workbench.Scene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A view and a feature that the window does not know: one line in the list of views and one in that of features puts
/// them everywhere.
class ToyFeatureTest {
    private static final View<Toy> TOY = View.of("toy", "Toy view", _ -> new Toy());

    private final AtomicInteger turns = new AtomicInteger();

    /// Says in words at which step the playhead stands.
    private static final class Toy implements Picture {
        @Override
        public Figure figure(Scene scene) {
            return new MessageFigure("step " + scene.view().playhead());
        }

        @Override
        public String title(Scene scene) {
            return "Toy";
        }

        @Override
        public String subtitle(Scene scene) {
            return "of step " + scene.view().playhead();
        }

        @Override
        public String summary(Scene scene) {
            return title(scene) + " " + subtitle(scene);
        }
    }

    private static final class ToyFeature implements Feature {
        private final PlotPane pane;
        private final Runnable turn;

        ToyFeature(Desk desk, Runnable turn) {
            this.turn = turn;
            FigureView view = Screens.view(desk, "toy-figure");
            pane = new PlotPane(TOY, view);
            Toy picture = desk.pictures().of(TOY);
            desk.workbench().listen(scene -> Screens.show(picture, scene, view, pane));
            Screens.show(picture, desk.workbench().scene(), view, pane);
        }

        @Override
        public List<PlacedPane> panes() {
            return List.of(new PlacedPane(pane, Place.LOWER_LEFT));
        }

        @Override
        public List<Node> cards() {
            Label card = new Label("A toy");
            card.setId("toy-settings");
            return List.of(card);
        }

        @Override
        public List<Command> commands() {
            return List.of(Command.of("turn-toy", "Turn the toy", turn)
                    .on(Key.letter('T'))
                    .in(Menu.VIEW, 5));
        }
    }

    private OpenWindow open(Path... answers) {
        return OpenWindow.of(Trial.context(Trial.square(), new Trial.Answers(answers), Views.ALL.with(TOY), desk -> {
            List<Feature> features = Trial.bare(desk, Opening.STILL);
            Feature toy = new ToyFeature(desk, turns::incrementAndGet);
            features.add(toy);
            features.add(new ExportFeature(
                    desk,
                    new FilePrinting(Fixtures.CATALOGUE),
                    toy.panes().stream().map(PlacedPane::pane).toList(),
                    new ExportLikesFile(Path.of("target", "no-desk", "toy", "export.json"))));
            return features;
        }));
    }

    @Test
    @DisplayName("a new feature's pane is a tab, its card is in the column, its key works and is listed")
    void everywhere() {
        try (OpenWindow open = open()) {
            assertThat(open.text("#toy-settings")).isEqualTo("A toy");
            open.click("#toy-title");
            open.settle();
            assertThat(open.text("#toy-title")).isEqualTo("Toy");
            open.press(KeyCode.RIGHT);
            open.settle();
            assertThat(open.fx(() -> open.figure("toy").shown().orElseThrow().figure()))
                    .isEqualTo(new MessageFigure("step 1"));
            open.type("t");
            assertThat(turns.get()).isEqualTo(1);
            open.type("?");
            assertThat(open.fx(() -> open.find("#key-list").lookupAll(".label").stream()
                            .map(label -> ((Label) label).getText())
                            .toList()))
                    .contains("T", "turn the toy");
        }
    }

    @Test
    @DisplayName("a new view is exported from its pane and from the menu, in every form")
    void exported(@TempDir Path folder) throws Exception {
        Path svg = folder.resolve("toy.svg");
        try (OpenWindow open = open(svg)) {
            open.click("#toy-title");
            open.settle();
            open.robot().moveTo("#toy-figure");
            open.type("e");
            open.await(
                    "the dialog is there",
                    () -> open.robot().lookup("#export-view").tryQuery().isPresent());
            ComboBox<View<?>> views = open.choices("#export-view");
            assertThat(open.fx(() -> views.getValue().id())).isEqualTo("toy");
            assertThat(open.fx(() -> views.getItems().stream().map(View::id).toList()))
                    .contains("dashboard", "loss", "toy");
            open.click("#export-save");
            open.await("the file is written", () -> Files.exists(svg));
            assertThat(Files.readString(svg)).contains("<title>J(w) = w^2</title>");
        }
    }

    @Test
    @DisplayName("every command of the window has an id of its own, a title, and keys that no other one has")
    void commands() {
        try (OpenWindow open = OpenWindow.of(Trial.furnished(Trial.square()))) {
            List<Command> commands = open.window().commands();
            assertThat(commands).extracting(Command::id).doesNotHaveDuplicates();
            assertThat(commands).allSatisfy(command -> assertThat(command.title())
                    .isNotBlank()
                    .matches(title -> Character.isUpperCase(title.charAt(0))));
            Set<Object> taken = new HashSet<>();
            for (Command command : commands) {
                for (Key key : command.keys()) {
                    if (key.trigger() instanceof Key.During) {
                        continue; // of a mode: it wins while its command can be done, whatever else the key means
                    }
                    if (key.trigger() instanceof Key.Typed(String characters)) {
                        characters.chars().forEach(c -> assertThat(taken.add(c))
                                .as(command.id())
                                .isTrue());
                    } else {
                        assertThat(taken.add(key.trigger())).as(command.id()).isTrue();
                    }
                }
            }
            assertThat(commands.stream()
                            .flatMap(command -> command.place().stream())
                            .map(MenuPlace::menu))
                    .as("each menu has something in it")
                    .contains(Menu.values());
        }
    }
}
