package fallline.figure.solid;

import java.util.List;

/// The upright axis of a solid.
public interface Upright {
    /// One mark.
    ///
    /// @param share 0 at the bottom of the box, 1 at its top
    record Mark(double share, String label) {}

    /// What it shows.
    String label();

    List<Mark> marks();
}
