package fallline.app.preferences;

import fallline.app.controls.NumberField;
import fallline.app.controls.Rows;
import fallline.app.controls.Sheet;
import fallline.app.controls.Tips;
import fallline.app.desk.Appearance;
import fallline.app.desk.Desk;
import fallline.app.form.FormRows;
import fallline.experiment.view.SurfaceLook.Colours;
import fallline.file.user.Preferences;
import fallline.workbench.Speed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The sheet of preferences. Every change acts at once.
final class PreferencesSheet {
    private static final Map<Preferences.Theme, String> THEMES = Map.of(
            Preferences.Theme.SYSTEM, "As the system",
            Preferences.Theme.LIGHT, "Light",
            Preferences.Theme.DARK, "Dark",
            Preferences.Theme.HIGH_CONTRAST, "High contrast, dark",
            Preferences.Theme.HIGH_CONTRAST_LIGHT, "High contrast, light");
    private static final Map<Preferences.Motion, String> MOTIONS =
            Map.of(Preferences.Motion.SYSTEM, "As the system", Preferences.Motion.REDUCED, "Reduced");
    private static final double CHOICE_WIDTH = 190;
    private static final double NUMBER_WIDTH = 84;
    private static final double PATH_WIDTH = 300;

    private final Desk desk;
    private final KeptPreferences kept;
    private final GridPane grid = new GridPane();
    private final Map<Preference, Node> controls = new EnumMap<>(Preference.class);
    private final Label folder = new Label();
    private final Sheet sheet;
    private int rows;

    PreferencesSheet(Desk desk, KeptPreferences kept) {
        this.desk = desk;
        this.kept = kept;
        Label title = new Label("Preferences");
        title.getStyleClass().add("about-title");
        grid.getStyleClass().add("preferences-grid");
        fill();
        Button usual = button("usual-preferences", "All as usual", this::onUsual);
        Button close = button("close-preferences", "Close", this::close);
        close.setDefaultButton(true);
        HBox buttons = new HBox(usual, Rows.space(), close);
        buttons.getStyleClass().add("sheet-buttons");
        sheet = new Sheet(desk.stage(), "preferences", this::close, title, grid, buttons);
    }

    void open() {
        sheet.open();
    }

    /// With the keyboard on this line.
    void open(Preference preference) {
        sheet.open();
        Node control = Objects.requireNonNull(controls.get(preference));
        if (control instanceof Parent several && !control.isFocusTraversable()) {
            several.requestFocusTraversal(TraversalDirection.NEXT);
        } else {
            control.requestFocus();
        }
    }

    private void close() {
        sheet.close();
    }

    private void fill() {
        grid.getChildren().clear();
        rows = 0;
        Preferences now = kept.now();
        row(
                Preference.COLOURS,
                choice("theme-choice", List.of(Preferences.Theme.values()), THEMES::get, now.theme(), theme -> {
                    kept.change(like -> like.withTheme(theme));
                }));
        row(
                Preference.SURFACES,
                choice("colours-choice", List.of(Colours.values()), PreferencesSheet::word, now.colours(), colours -> {
                    kept.change(like -> like.withColours(colours));
                    kept.wearColours();
                }));
        row(Preference.SIZE, choice("size-choice", sizes(now.size()), size -> size + " %", now.size(), size -> {
            kept.change(like -> like.withSize(size));
        }));
        row(
                Preference.MOTION,
                choice("motion-choice", List.of(Preferences.Motion.values()), MOTIONS::get, now.motion(), motion -> {
                    kept.change(like -> like.withMotion(motion));
                }));
        NumberField digits = NumberField.whole(many -> kept.change(like -> like.withDigits((int) many)));
        digits.setId("digits-field");
        digits.setNumber(now.digits());
        row(Preference.DIGITS, narrow(digits));
        NumberField speed = NumberField.of(rate -> kept.change(like -> like.withSpeed(rate)));
        speed.setId("speed-field");
        speed.setNumber(now.speed());
        row(
                Preference.SPEED,
                new HBox(
                        8,
                        narrow(Rows.called(speed, "Playing speed")),
                        note(Speed.label(1).replace("1 ", ""))));
        CheckBox autosave = new CheckBox("Save changes into the open file by themselves");
        autosave.setId("autosave-choice");
        autosave.setSelected(now.autosave());
        autosave.setOnAction(_ -> kept.change(like -> like.withAutosave(autosave.isSelected())));
        row(Preference.AUTOSAVE, autosave);
        row(Preference.FOLDER, folders());
        row(Preference.LESSONS, lessons());
        row(Preference.PLACE, place());
    }

    private static List<Integer> sizes(int now) {
        List<Integer> all = new ArrayList<>(Appearance.SIZES);
        if (!all.contains(now)) {
            all.add(now);
            all.sort(null);
        }
        return all;
    }

    private static String word(Colours colours) {
        return colours.name().toLowerCase(Locale.ROOT);
    }

    private void row(Preference preference, Node control) {
        Label words = Tips.on(Rows.caption(preference.caption()), preference.tip());
        Rows.name(words, control);
        controls.put(preference, control);
        grid.addRow(rows++, words, control);
    }

    private Node folders() {
        folder.setId("folder-words");
        folder.setMaxWidth(PATH_WIDTH);
        say(kept.now().folder());
        Button choose = button("choose-folder", "Choose…", () -> desk.dialogs()
                .openFolder("The folder that files are offered in")
                .ifPresent(this::onFolder));
        Button last = button("last-folder", "Where I was last", () -> {
            kept.change(like -> like.withFolder(Optional.empty()));
            say(Optional.empty());
        });
        HBox line = new HBox(8, folder, Rows.space(), choose, last);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node lessons() {
        Label where = new Label();
        where.setId("lessons-folder");
        where.setMaxWidth(PATH_WIDTH);
        Consumer<Optional<Path>> say = chosen -> {
            where.setText(chosen.map(Path::toString).orElse("none"));
            Tips.on(where, where.getText());
        };
        Consumer<Optional<Path>> keep = chosen -> {
            kept.change(like -> like.withLessons(chosen));
            say.accept(chosen);
        };
        say.accept(kept.now().lessons());
        Button choose = button("choose-lessons", "Choose…", () -> desk.dialogs()
                .openFolder("The folder of your own lessons")
                .ifPresent(chosen -> keep.accept(Optional.of(chosen))));
        Button none = button("no-lessons", "None", () -> keep.accept(Optional.empty()));
        HBox line = new HBox(8, where, Rows.space(), choose, none);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void onFolder(Path chosen) {
        kept.change(like -> like.withFolder(Optional.of(chosen)));
        say(Optional.of(chosen));
    }

    private void say(Optional<Path> always) {
        folder.setText(always.map(Path::toString).orElse("where you were last"));
        Tips.on(folder, folder.getText());
    }

    private Node place() {
        String path = String.valueOf(kept.place().toAbsolutePath().getParent());
        Label where = Tips.on(new Label(path), path);
        where.getStyleClass().add("note");
        where.setMaxWidth(PATH_WIDTH);
        Button copy = button("copy-config-folder", "Copy path", () -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, path));
            desk.notices().tell("The path of the folder is on the clipboard.");
        });
        HBox line = new HBox(8, where, Rows.space(), copy);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void onUsual() {
        Preferences usual = Preferences.USUAL;
        kept.change(like -> like.withTheme(usual.theme())
                .withColours(usual.colours())
                .withSize(usual.size())
                .withMotion(usual.motion())
                .withDigits(usual.digits())
                .withSpeed(usual.speed())
                .withAutosave(usual.autosave())
                .withFolder(usual.folder())
                .withLessons(usual.lessons()));
        kept.wearColours();
        fill();
    }

    private static <T> ComboBox<T> choice(
            String id, List<T> all, Function<T, String> words, T now, Consumer<T> onChosen) {
        ComboBox<T> box = FormRows.choice(id, all, words, now, onChosen);
        box.setPrefWidth(CHOICE_WIDTH);
        return box;
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = Sheet.button(id, words, action);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Node narrow(NumberField field) {
        field.setPrefWidth(NUMBER_WIDTH);
        field.setMaxWidth(NUMBER_WIDTH);
        return field;
    }

    private static Label note(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("note");
        return label;
    }
}
