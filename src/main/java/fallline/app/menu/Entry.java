package fallline.app.menu;

import fallline.app.feature.Command;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/// One line of a menu: a command with its key, its tick and its tip.
final class Entry {
    private final Command command;
    private final MenuItem item;

    Entry(Command command) {
        this.command = command;
        item = command.on().isPresent() ? new CheckMenuItem(command.title()) : new MenuItem(command.title());
        item.setId("menu-" + command.id());
        item.setMnemonicParsing(false); // files have lines in their names
        item.setOnAction(_ -> run());
        command.keys().stream()
                .filter(key -> !key.printed().isEmpty())
                .findFirst()
                .ifPresent(key -> item.setAccelerator(PrintedKey.of(key, PrintedKey.onMac())));
        refresh();
    }

    MenuItem item() {
        return item;
    }

    /// What it is about, for lines between groups.
    int group() {
        return command.place().map(place -> place.group()).orElse(0);
    }

    /// Shows whether it can be done and is on, as it is now.
    void refresh() {
        command.words().ifPresent(words -> item.setText(words.get()));
        item.setDisable(!command.enabled().getAsBoolean());
        if (item instanceof CheckMenuItem tick) {
            command.on().ifPresent(on -> tick.setSelected(on.getAsBoolean()));
        }
    }

    /// Gives the line its tip, once it is on the screen.
    void tip() {
        Node line = item.getStyleableNode();
        if (line != null && !command.tip().isEmpty()) {
            Tooltip.install(line, new Tooltip(command.tip()));
        }
    }

    private void run() {
        command.run();
        refresh(); // the tick says what is, not what was clicked
    }
}
