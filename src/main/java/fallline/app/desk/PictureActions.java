package fallline.app.desk;

import fallline.picture.page.View;

/// What can be done with the picture in a pane.
public interface PictureActions {
    /// Asks for a file and writes the picture of the current scene there.
    void save(View<?> view);

    /// Puts the picture of the current scene on the clipboard.
    void copy(View<?> view);

    /// Pictures can be neither saved nor copied.
    PictureActions NONE = new PictureActions() {
        @Override
        public void save(View<?> view) {}

        @Override
        public void copy(View<?> view) {}
    };
}
