package fallline.export.film.stream;

import java.util.ArrayList;
import java.util.List;

/// Chooses the colours of a film by the frames that it is shown: those of the theme exactly where they occur, the
/// others
/// by median cut (Heckbert, "Color Image Quantization for Frame Buffer Display", SIGGRAPH 1982), improved by Lloyd's
/// iteration.
///
/// Boxes of colours are cut where that lowers the squared error most, at the mean along the axis in which they spread
/// most. One thread uses it at a time; equal frames in any order give equal palettes.
public final class PaletteMaker {
    private static final int CELLS = 1 << (3 * Palette.BITS);
    private static final int ROUNDS = 4;

    private final int[] wanted;
    private final boolean[] met;
    private final long[] count = new long[CELLS];
    private final long[] red = new long[CELLS];
    private final long[] green = new long[CELLS];
    private final long[] blue = new long[CELLS];

    /// A cell of colours that were seen: their number and their mean.
    private record Cell(double weight, double red, double green, double blue) {
        double along(int axis) {
            return axis == 0 ? red : axis == 1 ? green : blue;
        }
    }

    /// @param exact colours, as 0xRRGGBB, that are kept as they are where they occur
    public PaletteMaker(int[] exact) {
        wanted = exact.clone();
        met = new boolean[wanted.length];
    }

    /// Takes note of a frame.
    public void see(int[] pixels) {
        int last = -1;
        int place = -1;
        for (int pixel : pixels) {
            int rgb = pixel & 0xffffff;
            if (rgb != last) {
                last = rgb;
                place = place(rgb);
            }
            if (place >= 0) {
                met[place] = true;
            } else {
                int cell = Palette.cell(rgb);
                count[cell]++;
                red[cell] += rgb >> 16;
                green[cell] += rgb >> 8 & 0xff;
                blue[cell] += rgb & 0xff;
            }
        }
    }

    private int place(int rgb) {
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] == rgb) {
                return i;
            }
        }
        return -1;
    }

    /// The palette.
    ///
    /// @param most how many colours it may have, more than are wanted exactly
    public Palette palette(int most) {
        List<Integer> colours = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            if (met[i] && !colours.contains(wanted[i])) {
                colours.add(wanted[i]);
            }
        }
        int exact = colours.size();
        Cell[] cells = cells();
        if (cells.length > 0) {
            double[][] means = means(cells, most - exact);
            for (int round = 0; round < ROUNDS; round++) {
                means = moved(cells, means, colours);
            }
            for (double[] mean : means) {
                int rgb = ((int) Math.round(mean[0]) << 16)
                        | ((int) Math.round(mean[1]) << 8)
                        | (int) Math.round(mean[2]);
                if (!colours.contains(rgb)) {
                    colours.add(rgb);
                }
            }
        }
        if (colours.isEmpty()) {
            colours.add(0);
        }
        return new Palette(colours.stream().mapToInt(Integer::intValue).toArray(), exact);
    }

    private Cell[] cells() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            if (count[i] > 0) {
                double n = count[i];
                cells.add(new Cell(n, red[i] / n, green[i] / n, blue[i] / n));
            }
        }
        return cells.toArray(Cell[]::new);
    }

    private static double[][] means(Cell[] cells, int most) {
        List<ColourBox> boxes = new ArrayList<>(List.of(new ColourBox(weights(cells), points(cells))));
        while (boxes.size() < most) {
            int worst = 0;
            for (int i = 1; i < boxes.size(); i++) {
                if (boxes.get(i).error() > boxes.get(worst).error()) {
                    worst = i;
                }
            }
            if (boxes.get(worst).error() <= 0) {
                break;
            }
            ColourBox box = boxes.remove(worst);
            boxes.addAll(box.cut());
        }
        return boxes.stream().map(ColourBox::mean).toArray(double[][]::new);
    }

    private static double[] weights(Cell[] cells) {
        double[] weights = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            weights[i] = cells[i].weight();
        }
        return weights;
    }

    private static double[][] points(Cell[] cells) {
        double[][] points = new double[cells.length][3];
        for (int i = 0; i < cells.length; i++) {
            for (int axis = 0; axis < 3; axis++) {
                points[i][axis] = cells[i].along(axis);
            }
        }
        return points;
    }

    /// One round of Lloyd's iteration: every colour goes to the mean of the cells that are nearest to it. Exact colours
    /// take their cells, and stay.
    private static double[][] moved(Cell[] cells, double[][] means, List<Integer> fixed) {
        double[][] sums = new double[means.length][4];
        for (Cell cell : cells) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < means.length; i++) {
                double distance = distance(cell, means[i][0], means[i][1], means[i][2]);
                if (distance < least) {
                    least = distance;
                    best = i;
                }
            }
            for (int rgb : fixed) {
                if (distance(cell, rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff) < least) {
                    best = -1;
                    break;
                }
            }
            if (best >= 0) {
                sums[best][0] += cell.weight() * cell.red();
                sums[best][1] += cell.weight() * cell.green();
                sums[best][2] += cell.weight() * cell.blue();
                sums[best][3] += cell.weight();
            }
        }
        double[][] next = new double[means.length][];
        for (int i = 0; i < means.length; i++) {
            double weight = sums[i][3];
            next[i] = weight > 0
                    ? new double[] {sums[i][0] / weight, sums[i][1] / weight, sums[i][2] / weight}
                    : means[i];
        }
        return next;
    }

    private static double distance(Cell cell, double red, double green, double blue) {
        double r = cell.red() - red;
        double g = cell.green() - green;
        double b = cell.blue() - blue;
        return r * r + g * g + b * b;
    }
}
