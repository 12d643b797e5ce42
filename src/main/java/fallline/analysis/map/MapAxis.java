package fallline.analysis.map;

import fallline.number.Numbers;

/// One axis of a map of runs: cells of equal width, each the run with the setting in the cell's middle.
///
/// @param setting what is swept
/// @param label what it is called
/// @param low the lower edge of the first cell
/// @param high the upper edge of the last
/// @param logarithmic whether cells are equal factors
/// @param cells how many
public record MapAxis(Setting setting, String label, double low, double high, boolean logarithmic, int cells) {
    /// What can be swept.
    public sealed interface Setting {
        /// A hyperparameter by name.
        record Hyper(String name) implements Setting {}

        /// A coordinate of the start.
        record StartAt(int parameter) implements Setting {}

        /// A place along a direction of a plane.
        record InPlane(boolean upwards) implements Setting {}
    }

    /// The setting in the middle of a cell: linear, low + (c + ½)/n · (high − low); logarithmic,
    /// low · (high/low)^((c + ½)/n).
    public double value(int cell) {
        double share = (cell + 0.5) / cells;
        return logarithmic ? low * StrictMath.pow(high / low, share) : low + share * (high - low);
    }

    /// The cell that holds a value; −1 beyond the axis.
    public int cell(double value) {
        double share = share(value);
        return share >= 0 && share < 1 ? (int) (share * cells) : share == 1 ? cells - 1 : -1;
    }

    /// Where a value lies, 0 at the lower edge and 1 at the upper.
    public double share(double value) {
        return logarithmic ? StrictMath.log(value / low) / StrictMath.log(high / low) : (value - low) / (high - low);
    }

    /// The setting of a cell for people: as many digits as tell it from its neighbours.
    public String words(int cell) {
        double value = value(cell);
        double pitch = Math.abs(value(cell + 1) - value);
        int digits = (int) Math.ceil(Math.log10(Math.max(Math.abs(value), pitch) / pitch)) + 1;
        return Numbers.brief(value, Math.clamp(digits, 3, 15));
    }
}
