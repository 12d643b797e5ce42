package fallline.app.feature;

import java.util.List;
import java.util.function.Supplier;

/// A menu within a menu, of what is not the same at all times or says one thing with several values: the files that
/// were open last, the colours of the window.
///
/// @param id unique in the window: `open-recent`
/// @param title as in a menu
/// @param place where it stands, after the commands of its group
/// @param entries asked for whenever the menu above it opens, on the FX thread; groups of their places are set apart
///     by lines, and while there are none it cannot be opened
public record SubMenu(String id, String title, MenuPlace place, Supplier<List<Command>> entries) {}
