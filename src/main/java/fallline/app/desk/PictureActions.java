package fallline.app.desk;

import fallline.picture.Picture;

/// What can be done with the picture in a pane.
public interface PictureActions {
    /// Asks for a file and writes the picture of the current scene there.
    void save(Picture picture);

    /// Puts the picture of the current scene on the clipboard.
    void copy(Picture picture);

    /// Pictures can be neither saved nor copied.
    PictureActions NONE = new PictureActions() {
        @Override
        public void save(Picture picture) {}

        @Override
        public void copy(Picture picture) {}
    };
}
