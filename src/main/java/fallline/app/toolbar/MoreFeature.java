package fallline.app.toolbar;

import fallline.app.controls.Term;
import fallline.app.feature.Command;
import fallline.app.feature.Feature;
import fallline.app.feature.Tool;
import fallline.app.feature.Tool.Place;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Brings the menu of what else there is.
public final class MoreFeature implements Feature {
    private final MenuButton button = BarButtons.big(new MenuButton(), "more", Term.MORE);

    /// @param groups what stands in the menu, with lines between the groups
    public MoreFeature(List<List<Command>> groups) {
        button.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        button.setAccessibleText("More");
        button.getStyleClass().add("no-arrow");
        for (List<Command> group : groups) {
            if (!button.getItems().isEmpty()) {
                button.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(command -> button.getItems().add(item(command)));
        }
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.title());
        item.setId("menu-" + command.id());
        item.setOnAction(_ -> command.run());
        return item;
    }

    @Override
    public List<Tool> toolbar() {
        return List.of(new Tool(button, Place.ACTION));
    }
}
