package fallline.picture.map;

import fallline.analysis.map.MapAxis;
import fallline.analysis.map.MapTask;
import fallline.analysis.map.MapWork;
import fallline.figure.plot.Axis;
import fallline.figure.plot.Span;

/// Which known cell stands for each cell while a map is coarse.
final class Blocks {
    private Blocks() {}

    /// By cell the cell that stands for it: itself, or else the nearest of the finest block that is known; −1 for none.
    static int[] standIns(MapWork work, int block) {
        MapTask task = work.task();
        int columns = task.columns();
        int rows = task.rows();
        int[] known = new int[columns * rows];
        int lastColumn = (columns - 1) / block * block;
        int lastRow = (rows - 1) / block * block;
        for (int row = 0; row < rows; row++) {
            int r = Math.min((row + block / 2) / block * block, lastRow);
            for (int column = 0; column < columns; column++) {
                int c = Math.min((column + block / 2) / block * block, lastColumn);
                int cell = r * columns + c;
                known[row * columns + column] = work.isKnown(cell) ? cell : -1;
            }
        }
        return known;
    }

    /// An axis of the map as a plot has it.
    static Axis axis(MapAxis axis) {
        Span span = Span.opened(axis.low(), axis.high());
        return axis.logarithmic() ? Axis.log(axis.label(), span) : Axis.linear(axis.label(), span);
    }
}
