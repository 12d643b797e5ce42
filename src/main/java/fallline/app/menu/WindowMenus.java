package fallline.app.menu;

import fallline.app.feature.Command;
import fallline.app.feature.MenuPlace;
import fallline.app.feature.SubMenu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The menus of a window: every command with a place, in groups; ticks and what cannot be done are as they are at the
/// moment when a menu opens.
///
/// @param commands all of the window, in the order of the features
public record WindowMenus(List<Command> commands, List<SubMenu> subMenus) {
    public WindowMenus {
        commands = List.copyOf(commands);
        subMenus = List.copyOf(subMenus);
    }

    /// The menus that have something in them, made anew.
    ///
    /// @param prefix of their ids, since the same menu may stand in two places
    /// @param letters whether the first letter of a title opens it, together with Alt
    List<Menu> menus(String prefix, boolean letters) {
        return Arrays.stream(MenuPlace.Menu.values())
                .filter(this::hasEntries)
                .map(menu -> {
                    Menu made = menu(menu, letters ? "_" + menu.title() : menu.title());
                    made.setId(prefix + menu.title().toLowerCase(java.util.Locale.ROOT));
                    made.setMnemonicParsing(letters);
                    return made;
                })
                .toList();
    }

    private boolean hasEntries(MenuPlace.Menu menu) {
        return commands.stream().flatMap(command -> command.place().stream()).anyMatch(place -> place.menu() == menu)
                || subMenus.stream().anyMatch(sub -> sub.place().menu() == menu);
    }

    private Menu menu(MenuPlace.Menu place, String title) {
        List<Entry> entries = entries(commands.stream()
                .filter(command ->
                        command.place().filter(at -> at.menu() == place).isPresent())
                .toList());
        List<Nested> nested = subMenus.stream()
                .filter(sub -> sub.place().menu() == place)
                .map(Nested::new)
                .toList();
        Menu menu = new Menu(title);
        menu.getItems().setAll(lines(entries, nested));
        menu.setOnShowing(event -> {
            if (event.getTarget() == menu) { // and not a menu within it
                entries.forEach(Entry::refresh);
                nested.forEach(Nested::refresh);
            }
        });
        menu.setOnShown(_ -> entries.forEach(Entry::tip));
        return menu;
    }

    private static List<Entry> entries(List<Command> commands) {
        return commands.stream().map(Entry::new).toList();
    }

    /// The lines of a menu, with a rule between groups.
    private static List<MenuItem> lines(List<Entry> entries, List<Nested> nested) {
        TreeSet<Integer> groups = new TreeSet<>();
        entries.forEach(entry -> groups.add(entry.group()));
        nested.forEach(sub -> groups.add(sub.of.place().group()));
        List<MenuItem> lines = new ArrayList<>();
        for (int group : groups) {
            if (!lines.isEmpty()) {
                lines.add(new SeparatorMenuItem());
            }
            entries.stream().filter(entry -> entry.group() == group).forEach(entry -> lines.add(entry.item()));
            nested.stream().filter(sub -> sub.of.place().group() == group).forEach(sub -> lines.add(sub.menu));
        }
        return lines;
    }

    /// A menu within a menu.
    private static final class Nested {
        private final SubMenu of;
        private final Menu menu;
        private List<Entry> entries = List.of();

        Nested(SubMenu of) {
            this.of = of;
            menu = new Menu(of.title());
            menu.setId("menu-" + of.id());
            menu.setMnemonicParsing(false);
            menu.setOnShown(_ -> entries.forEach(Entry::tip));
            refresh();
        }

        void refresh() {
            entries = entries(of.entries().get());
            menu.getItems().setAll(lines(entries, List.of()));
            menu.setDisable(entries.isEmpty());
        }
    }
}
