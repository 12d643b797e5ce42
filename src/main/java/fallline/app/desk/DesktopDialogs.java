package fallline.app.desk;

import fallline.data.layout.Decision;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Asks with the dialogs of the desktop; remembers the folder that was used last.
public final class DesktopDialogs implements Dialogs {
    /// What JavaFX starts for an address on Linux; where there is none of them it would print a trace.
    private static final List<String> OPENERS =
            List.of("xdg-open", "google-chrome", "firefox", "opera", "konqueror", "mozilla");

    private final Stage stage;
    private final HostServices host;
    private Optional<File> folder = Optional.empty();

    public DesktopDialogs(Stage stage, HostServices host) {
        this.stage = stage;
        this.host = host;
    }

    @Override
    public Optional<Path> openFile(String title, List<FileKind> kinds) {
        return remembered(chooser(title, kinds).showOpenDialog(stage));
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds) {
        FileChooser chooser = chooser(title, kinds);
        chooser.setInitialFileName(suggestedName);
        return remembered(chooser.showSaveDialog(stage)).flatMap(path -> ended(path, kinds));
    }

    /// The desktop has asked about the name that was typed; about the name with its extension it has not.
    private Optional<Path> ended(Path typed, List<FileKind> kinds) {
        Path file = FileKind.ended(typed, kinds);
        boolean asks = !file.equals(typed) && Files.exists(file);
        return asks && !confirm("There is a file " + file.getFileName() + " already: replace it?", "Replace")
                ? Optional.empty()
                : Optional.of(file);
    }

    @Override
    public boolean confirm(String question, String yes) {
        ButtonType agree = new ButtonType(yes, ButtonData.OK_DONE);
        return alert(question, agree, ButtonType.CANCEL)
                .showAndWait()
                .filter(agree::equals)
                .isPresent();
    }

    @Override
    public Decision askToSave(String question) {
        ButtonType save = new ButtonType("Save", ButtonData.YES);
        ButtonType discard = new ButtonType("Don't save", ButtonData.NO);
        Optional<ButtonType> answer =
                alert(question, save, discard, ButtonType.CANCEL).showAndWait();
        if (answer.filter(save::equals).isPresent()) {
            return Decision.SAVE;
        }
        return answer.filter(discard::equals).isPresent() ? Decision.DISCARD : Decision.CANCEL;
    }

    private Alert alert(String question, ButtonType... buttons) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question, buttons);
        alert.initOwner(stage);
        alert.setHeaderText(null);
        alert.getDialogPane().getStylesheets().setAll(stage.getScene().getStylesheets());
        return alert;
    }

    @Override
    public Optional<Path> openFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public void begin(Path where) {
        folder = Optional.of(where.toFile());
    }

    @Override
    public Optional<Path> lastFolder() {
        return folder.map(File::toPath);
    }

    @Override
    public boolean canBrowse() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac") || system.startsWith("windows")) {
            return true;
        }
        String places = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(places.split(File.pathSeparator)).anyMatch(place -> OPENERS.stream()
                .anyMatch(opener -> Files.isExecutable(Path.of(place.isEmpty() ? "." : place, opener))));
    }

    @Override
    public void browse(String address) {
        host.showDocument(address);
    }

    private FileChooser chooser(String title, List<FileKind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        for (FileKind kind : kinds) {
            List<String> patterns = kind.extensions().stream()
                    .map(extension -> "*." + extension)
                    .toList();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), patterns));
        }
        return chooser;
    }

    private Optional<Path> remembered(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        folder = Optional.ofNullable(file.getParentFile());
        return Optional.of(file.toPath());
    }
}
