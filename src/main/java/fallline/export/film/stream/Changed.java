package fallline.export.film.stream;

/// The smallest rectangle of a frame that holds all pixels which are not as they were in the frame before.
///
/// @param width 0 where nothing changed
record Changed(int x, int y, int width, int height) {
    /// Whether two pixels, by their places, differ.
    @FunctionalInterface
    interface Differs {
        boolean at(int pixel);
    }

    /// The rectangle of a frame of `width` × `height` pixels; one pixel where nothing changed, since a frame of nothing
    /// is not allowed.
    static Changed of(int width, int height, Differs differs) {
        int top = 0;
        while (top < height && isRowSame(top, width, differs)) {
            top++;
        }
        if (top == height) {
            return new Changed(0, 0, 1, 1);
        }
        int bottom = height - 1;
        while (isRowSame(bottom, width, differs)) {
            bottom--;
        }
        int left = width;
        int right = -1;
        for (int y = top; y <= bottom; y++) {
            for (int x = 0; x < left; x++) {
                if (differs.at(y * width + x)) {
                    left = x;
                }
            }
            for (int x = width - 1; x > right; x--) {
                if (differs.at(y * width + x)) {
                    right = x;
                }
            }
        }
        return new Changed(left, top, right - left + 1, bottom - top + 1);
    }

    private static boolean isRowSame(int y, int width, Differs differs) {
        for (int x = 0; x < width; x++) {
            if (differs.at(y * width + x)) {
                return false;
            }
        }
        return true;
    }
}
