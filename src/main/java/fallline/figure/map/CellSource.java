package fallline.figure.map;

import fallline.figure.plot.Window;

/// Cells for whatever part of a plane is looked at.
public interface CellSource {
    /// Cells and what they mean.
    record Shown(CellMap cells, CellLegend legend) {}

    /// The cells of this part, as fine as they are known; at first, perhaps, those of the part before.
    Shown over(Window seen);
}
