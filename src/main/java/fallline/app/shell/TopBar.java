package fallline.app.shell;

import fallline.app.controls.ArrowGroup;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.feature.Feature;
import fallline.app.feature.Tool;
import fallline.app.menu.MenuStrip;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bar at the top of the window: the name, the menus, and the tools that features bring.
final class TopBar extends HBox {
    /// In less, the last tools are left to the menus.
    private static final double LAST_TOOLS = 640;

    /// @param small whether the window has room for one pane only: then most of it is in the menus
    /// @param room the width of the window in the pixels of the interface
    TopBar(List<Feature> features, MenuStrip menus, ObservableBooleanValue small, ObservableDoubleValue room) {
        getStyleClass().add("toolbar");
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        Label name = new Label("Fall Line", new Logo());
        name.getStyleClass().add("brand");
        Tips.on(name, Term.NAME);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(name, menus.bar());
        getChildren().addAll(tools(features, Tool.Place.CHOICE));
        HBox line = group(features, Tool.Place.LINE);
        HBox.setHgrow(line, Priority.SOMETIMES);
        line.setMinWidth(0);
        HBox actions = group(features, Tool.Place.ACTION);
        HBox last = group(features, Tool.Place.LAST);
        small.subscribe(now -> {
            name.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            line.setVisible(!now);
            actions.setVisible(!now); // in the menus, as is all else
        });
        last.visibleProperty().bind(Bindings.greaterThanOrEqual(room, LAST_TOOLS));
        getChildren().addAll(line, gap, actions, menus.more(), last);
        ArrowGroup.ofButtonsIn(this);
    }

    /// Tools that come and go together.
    private static HBox group(List<Feature> features, Tool.Place place) {
        HBox group = new HBox();
        group.getStyleClass().add("tool-group");
        group.setAlignment(Pos.CENTER_LEFT);
        group.getChildren().setAll(tools(features, place));
        group.managedProperty().bind(group.visibleProperty());
        return group;
    }

    private static List<Node> tools(List<Feature> features, Tool.Place place) {
        return features.stream()
                .flatMap(feature -> feature.toolbar().stream())
                .filter(tool -> tool.place() == place)
                .map(Tool::node)
                .toList();
    }
}
