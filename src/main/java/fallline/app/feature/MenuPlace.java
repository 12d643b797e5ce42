package fallline.app.feature;

/// Where a command stands in the menus.
///
/// @param group the groups of a menu are set apart by lines, in the order of these numbers
public record MenuPlace(Menu menu, int group) {
    /// The menus, in their order.
    public enum Menu {
        FILE("File"),
        EDIT("Edit"),
        VIEW("View"),
        RUN("Run"),
        HELP("Help");

        private final String title;

        Menu(String title) {
            this.title = title;
        }

        /// As it stands in the bar.
        public String title() {
            return title;
        }
    }
}
