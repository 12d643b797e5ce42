package fallline.app.about;

import fallline.app.controls.Sheet;
import fallline.app.desk.Desk;
import fallline.data.BuiltInData;
import fallline.io.LogFile;
import fallline.io.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Shows what this application is: its version, and the licences of all its parts and data.
public final class AboutController {
    private final Desk desk;

    public AboutController(Desk desk) {
        this.desk = desk;
    }

    /// Shows the sheet.
    public void onAbout() {
        Label title = new Label("Fall Line " + Version.text());
        title.getStyleClass().add("about-title");
        Label what = new Label("A laboratory for gradient descent: watch it, steer it, read every number.");
        what.getStyleClass().add("note");
        Button close = new Button("Close");
        close.setId("close-about");
        close.getStyleClass().addAll("tool", "big");
        close.setCancelButton(true);
        close.setDefaultButton(true);
        HBox line = new HBox(close);
        line.getStyleClass().add("sheet-buttons");
        ScrollPane scroll = new ScrollPane(grid());
        scroll.getStyleClass().add("card-scroll");
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(330);
        scroll.setMinHeight(120);
        Runnable[] end = new Runnable[1];
        Sheet sheet = new Sheet(desk.stage(), "about", () -> end[0].run(), title, what, scroll, log(), line);
        end[0] = sheet::close;
        close.setOnAction(_ -> sheet.close());
        sheet.open();
    }

    /// Opens the log, if something has gone wrong yet.
    void onLog() {
        Optional<Path> file = desk.failures().log().map(LogFile::file);
        if (file.isEmpty()) {
            desk.notices().tell("This window keeps no log file.");
        } else if (!Files.exists(file.get())) {
            desk.notices().tell("Nothing has gone wrong yet, so there is no log file. It would be " + file.get() + ".");
        } else if (desk.dialogs().canBrowse()) {
            desk.dialogs().browse(file.get().toUri().toString());
            desk.notices().tell("The log file is " + file.get() + ".");
        } else {
            desk.notices().warn("Nothing was found that shows files: the log file is " + file.get() + ".");
        }
    }

    /// Where traces of mistakes go, for whoever reports one.
    private Node log() {
        Label where = new Label("Log file: "
                + desk.failures().log().map(log -> log.file().toString()).orElse("none"));
        where.setId("log-file");
        where.getStyleClass().add("note");
        where.setWrapText(true);
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setMaxWidth(Double.MAX_VALUE);
        Button copy = new Button("Copy path");
        copy.setId("copy-log-file");
        copy.getStyleClass().add("tool");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setDisable(desk.failures().log().isEmpty());
        copy.setOnAction(_ -> desk.failures().log().ifPresent(this::copy));
        HBox line = new HBox(8, where, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void copy(LogFile log) {
        String path = log.file().toAbsolutePath().toString();
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, path));
        desk.notices().tell("The path of the log file is on the clipboard.");
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("about-grid");
        int row = 0;
        for (Part part : Part.all()) {
            add(grid, row++, part.name(), part.licence());
        }
        for (BuiltInData card : BuiltInData.all()) {
            add(grid, row++, "Data: " + card.title(), card.licence());
        }
        return grid;
    }

    private static void add(GridPane grid, int row, String name, String licence) {
        Label left = new Label(name);
        Label right = new Label(licence);
        left.setMinWidth(Region.USE_PREF_SIZE);
        right.getStyleClass().add("note");
        right.setWrapText(true);
        right.setMaxWidth(330);
        grid.addRow(row, left, right);
    }
}
