package fallline.app.palette;

import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.feature.Command;
import fallline.app.find.Ranking;
import fallline.app.work.Asking;
import fallline.app.work.Lane;
import fallline.app.work.Questions;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// A field and a list: what is typed leaves the commands and choices whose names have it; Enter does the first.
public final class Palette {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 330;
    private static final double MARGIN = 44;

    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final Label nothing = new Label();
    private final Sheet sheet;
    private final List<Command> commands;
    private final List<Command> terms;
    private final Asking<Supplier<List<Command>>, List<Command>> reading;
    private List<Command> all;

    /// Whether Enter was pressed while the catalogues were being read: the first line is taken once all are there, so
    /// that the same keys do the same on a slow day.
    private boolean hurried;

    /// Whether the chosen line was chosen by the arrows, and is not just the likeliest.
    private boolean picked;

    /// @param commands what can be done
    /// @param terms what can be looked up; they are there once something is typed, with what they mean
    public Palette(Stage stage, Questions questions, List<Command> commands, List<Command> terms) {
        this.commands = commands;
        this.terms = terms;
        this.all = commands;
        reading = questions.on(Lane.FILES, "Reading the catalogues", Supplier::get, (_, choices) -> take(choices));
        field.setId("palette-field");
        field.setPromptText("Type a part of a name: step, adam, rosenbrock, dark …");
        field.setAccessibleText("Find a command, problem, function, data set, optimizer, view or setting");
        field.setPrefWidth(WIDTH);
        field.textProperty().subscribe(_ -> {
            hurried = false;
            picked = false;
            show();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setId("palette-list");
        list.setPrefSize(WIDTH, HEIGHT);
        list.setFocusTraversable(false);
        list.setPlaceholder(nothing);
        list.setCellFactory(_ -> new Line());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                runChosen();
            }
        });
        sheet = new Sheet(stage, "palette", this::close, field, list);
    }

    /// Shows the palette with an empty field.
    public void open(Supplier<List<Command>> choices) {
        field.clear();
        reading.ask(choices);
        show();
        sheet.open();
        field.requestFocus();
    }

    private void close() {
        reading.withdraw();
        sheet.close();
    }

    private void take(List<Command> choices) {
        all = Stream.concat(commands.stream(), choices.stream()).toList();
        Command before = list.getSelectionModel().getSelectedItem();
        show();
        if (picked) {
            select(list.getItems().indexOf(before));
        }
        if (hurried) {
            hurried = false;
            runChosen();
        }
    }

    private void show() {
        String typed = field.getText();
        List<Command> possible = Stream.concat(
                        all.stream().filter(command -> command.enabled().getAsBoolean()),
                        typed.isBlank() ? Stream.of() : terms.stream())
                .toList();
        nothing.setText(reading.waits() ? "Looking through all names …" : "Nothing has these words: try fewer.");
        list.getItems().setAll(Ranking.found(possible, typed, Command::title, this::words));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /// What a command is found by: its own word, which may be another one than its title has (*sound*), its title, and
    /// what is told about it. Greek letters can be typed by their names.
    private String words(Command command) {
        return terms.contains(command)
                ? command.title() + " " + GreekNames.in(command.title())
                : String.join(
                        " ",
                        command.id().replace('-', ' '),
                        command.title(),
                        GreekNames.in(command.title()),
                        command.tip());
    }

    private void onKey(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> pick(chosen + 1);
            case UP -> pick(chosen - 1);
            case PAGE_DOWN -> pick(chosen + 8);
            case PAGE_UP -> pick(chosen - 8);
            case ENTER -> enter();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pick(int index) {
        picked = true;
        select(index);
    }

    private void select(int index) {
        int count = list.getItems().size();
        if (count > 0) {
            int place = Math.clamp(index, 0, count - 1);
            list.getSelectionModel().select(place);
            list.scrollTo(Math.max(0, place - 4));
        }
    }

    private void enter() {
        if (reading.waits() && !picked) {
            hurried = true;
        } else {
            runChosen();
        }
    }

    private void runChosen() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.run();
        }
    }

    /// The name at the left, the key at the right; below a term, what it means.
    private final class Line extends ListCell<Command> {
        private final Label title = new Label();
        private final Label key = new Label();
        private final HBox line = new HBox(title, Rows.space(), key);
        private final Label meaning = new Label();
        private final VBox term = new VBox();

        Line() {
            key.getStyleClass().add("key");
            title.setMinWidth(0);
            line.getStyleClass().add("line");
            meaning.getStyleClass().add("note");
            meaning.setWrapText(true);
            meaning.setMinHeight(Region.USE_PREF_SIZE);
            meaning.setPrefWidth(WIDTH - MARGIN);
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            boolean on = command.on().filter(state -> state.getAsBoolean()).isPresent();
            title.setText(command.title() + (on ? "  ✓" : ""));
            String keys = command.printedKeys();
            key.setText(keys);
            key.setVisible(!keys.isEmpty());
            if (terms.contains(command)) {
                meaning.setText(command.tip());
                term.getChildren().setAll(line, meaning);
                setGraphic(term);
            } else {
                term.getChildren().clear();
                setGraphic(line);
            }
        }
    }
}
