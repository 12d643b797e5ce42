package fallline.app.lesson;

import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.controls.Tips;
import fallline.app.desk.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list of lessons: those that came with the program, and those of the user's folder. Enter or a click opens one.
final class LessonListSheet {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 420;
    private static final double LEAST_HEIGHT = 120;
    private static final double BAR = 70;

    private final VBox rows = new VBox();
    private final Button reset;
    private final Sheet sheet;

    /// A lesson in the list.
    ///
    /// @param id unique in the list
    /// @param tip what it is about: audience and goals
    /// @param done the part of its steps that was seen to its end, 0 to 1; empty where it was not begun
    record Entry(String id, String title, OptionalInt minutes, String tip, Optional<Double> done, Runnable open) {}

    /// What stands in the list.
    ///
    /// @param own those of the user's folder
    /// @param complaints what in the folder could not be read, each in a sentence
    record Shelf(List<Entry> course, List<Entry> own, List<String> complaints, Optional<String> folder) {}

    /// @param onReset forgets all progress
    LessonListSheet(Desk desk, Runnable onReset) {
        Label title = new Label("Learn");
        title.getStyleClass().add("about-title");
        Label what =
                new Label("A lesson takes the left column's place; what is on the desk comes back when you leave it.");
        what.getStyleClass().add("note");
        what.setWrapText(true);
        what.setMaxWidth(WIDTH);
        what.setMinHeight(Region.USE_PREF_SIZE);
        rows.getStyleClass().add("lesson-rows");
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("card-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportWidth(WIDTH);
        scroll.setFocusTraversable(false);
        rows.heightProperty()
                .subscribe(
                        height -> scroll.setPrefViewportHeight(Math.min(HEIGHT, Math.ceil(height.doubleValue()) + 1)));
        scroll.setMinHeight(LEAST_HEIGHT);
        reset = Sheet.button("reset-lessons", "Forget my progress", onReset);
        Tips.on(reset, "Forgets which lessons you began, and your answers. It is kept on this machine alone.");
        Button close = Sheet.button("close-lessons", "Close", this::close);
        HBox buttons = new HBox(reset, Rows.space(), close);
        buttons.getStyleClass().add("sheet-buttons");
        sheet = new Sheet(desk.stage(), "lessons-sheet", this::close, title, what, scroll, buttons);
    }

    void open() {
        rows.getChildren().clear(); // what is shown is what is read now
        sheet.open();
    }

    void close() {
        sheet.close();
    }

    boolean isOpen() {
        return sheet.isOpen();
    }

    /// Shows these lessons.
    void show(Shelf shelf) {
        List<Node> all = new ArrayList<>();
        shelf.course().forEach(entry -> all.add(row(entry)));
        shelf.folder().ifPresent(folder -> {
            Label head = new Label("Your own lessons");
            head.getStyleClass().add("card-title");
            Tips.on(head, folder);
            all.add(head);
            if (shelf.own().isEmpty() && shelf.complaints().isEmpty()) {
                all.add(note("There is no .lesson file in " + folder + " yet.", "note"));
            }
        });
        shelf.own().forEach(entry -> all.add(row(entry)));
        shelf.complaints().forEach(sentence -> all.add(note(sentence, "error-line")));
        rows.getChildren().setAll(all);
        boolean begun = Stream.concat(shelf.course().stream(), shelf.own().stream())
                .anyMatch(entry -> entry.done().isPresent());
        reset.setDisable(!begun);
        if (isOpen()) {
            buttons().stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    private List<Node> buttons() {
        return rows.getChildren().stream().filter(Button.class::isInstance).toList();
    }

    /// The arrows go from lesson to lesson.
    private void onKey(KeyEvent event) {
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        List<Node> all = buttons();
        int now = all.indexOf(rows.getScene().getFocusOwner());
        if (by != 0 && now >= 0) {
            event.consume();
            all.get(Math.clamp((long) now + by, 0, all.size() - 1)).requestFocus();
        }
    }

    private static Label note(String sentence, String style) {
        Label label = new Label(sentence);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button row(Entry entry) {
        Label title = new Label(entry.title());
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        String words = words(entry.done());
        Label far = new Label(words);
        far.getStyleClass().add("note");
        far.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar(entry.done().orElse(0.0));
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR);
        bar.setVisible(entry.done().isPresent());
        Label minutes = new Label(entry.minutes().isPresent() ? entry.minutes().getAsInt() + " min" : "");
        minutes.getStyleClass().add("note");
        minutes.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(10, title, far, bar, minutes);
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setId("lesson-" + entry.id());
        button.getStyleClass().add("lesson-row");
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(26));
        button.setAccessibleText(entry.title()
                + (minutes.getText().isEmpty() ? "" : ", " + minutes.getText())
                + (words.isEmpty() ? "" : ", " + words));
        if (!entry.tip().isEmpty()) {
            Tips.on(button, entry.tip());
        }
        button.setOnAction(_ -> {
            close();
            entry.open().run();
        });
        return button;
    }

    private static String words(Optional<Double> done) {
        return done.map(part -> part >= 1 ? "done" : Math.round(100 * part) + " %")
                .orElse("");
    }
}
