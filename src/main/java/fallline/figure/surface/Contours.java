package fallline.figure.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Level lines of a height field by marching squares (Lorensen & Cline 1987, in two dimensions).
///
/// A crossing on a grid edge is found on the cubic through the four nearest nodes of that grid line, so that vertices
/// lie on the true level line to fourth order. Where a cell's corners alternate, the bilinear saddle's height decides
/// which corners are joined (the asymptotic decider of Nielson & Hamann 1991). Cells with a hole at a corner have no
/// line.
public final class Contours {
    private static final int NONE = -1;
    private static final int ROUNDS = 40;

    private final HeightField field;
    private final int columns;
    private final int rows;
    private final int vertical;
    private final double level;
    private final int[] first;
    private final int[] second;
    private final List<Integer> touched = new ArrayList<>();

    private Contours(HeightField field, double level, int[] first, int[] second) {
        this.field = field;
        this.columns = field.columns();
        this.rows = field.rows();
        this.vertical = columns * rows;
        this.level = level;
        this.first = first;
        this.second = second;
    }

    /// The lines of all levels, in the order of the levels; at most 127 of them.
    public static List<ContourLine> of(HeightField field, double... levels) {
        int edges = 2 * field.columns() * field.rows();
        int[] first = new int[edges];
        int[] second = new int[edges];
        Arrays.fill(first, NONE);
        Arrays.fill(second, NONE);
        double[] rising = levels.clone();
        Arrays.sort(rising);
        Cells[] crossed = crossed(field, rising);
        List<ContourLine> lines = new ArrayList<>();
        for (double level : levels) {
            Contours contours = new Contours(field, level, first, second);
            contours.march(crossed[Arrays.binarySearch(rising, level)]);
            contours.follow(lines);
        }
        return lines;
    }

    /// The cells, named by their first node, in their order.
    private static final class Cells {
        private int[] nodes = new int[256];
        private int count;

        void add(int node) {
            if (count == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * count);
            }
            nodes[count++] = node;
        }
    }

    /// For each level the cells whose corners do not all lie on the same side of it: most cells are crossed by none.
    private static Cells[] crossed(HeightField field, double... rising) {
        double[] v = field.values();
        byte[] reached = new byte[v.length];
        for (int i = 0; i < v.length; i++) {
            int below = 0;
            while (below < rising.length && v[i] >= rising[below]) {
                below++;
            }
            reached[i] = (byte) below;
        }
        Cells[] crossed = Stream.generate(Cells::new).limit(rising.length).toArray(Cells[]::new);
        int columns = field.columns();
        for (int row = 0; row + 1 < field.rows(); row++) {
            for (int at = row * columns; at + 1 < (row + 1) * columns; at++) {
                int a = reached[at];
                int b = reached[at + 1];
                int c = reached[at + columns];
                int d = reached[at + columns + 1];
                int most = Math.max(Math.max(a, b), Math.max(c, d));
                for (int k = Math.min(Math.min(a, b), Math.min(c, d)); k < most; k++) {
                    crossed[k].add(at);
                }
            }
        }
        return crossed;
    }

    private void march(Cells cells) {
        double[] v = field.values();
        for (int i = 0; i < cells.count; i++) {
            int at = cells.nodes[i];
            double a = v[at];
            double b = v[at + 1];
            double c = v[at + columns + 1];
            double d = v[at + columns];
            int corners = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
            if (Math.abs(a + b + c + d) <= Double.MAX_VALUE) {
                cell(at, corners, a, b, c, d);
            }
        }
    }

    /// Joins the crossed edges of one cell: south a–b, east b–c, north d–c, west a–d.
    private void cell(int at, int corners, double a, double b, double c, double d) {
        int south = at;
        int north = at + columns;
        int west = vertical + at;
        int east = vertical + at + 1;
        switch (corners) {
            case 1, 14 -> join(south, west);
            case 2, 13 -> join(south, east);
            case 4, 11 -> join(east, north);
            case 8, 7 -> join(north, west);
            case 3, 12 -> join(west, east);
            case 6, 9 -> join(south, north);
            default -> {
                double saddle = (a * c - b * d) / (a + c - b - d);
                boolean highJoined = saddle >= level;
                boolean highAtA = corners == 5;
                if (highJoined == highAtA) {
                    join(south, east);
                    join(north, west);
                } else {
                    join(south, west);
                    join(north, east);
                }
            }
        }
    }

    private void join(int one, int other) {
        link(one, other);
        link(other, one);
    }

    private void link(int from, int to) {
        if (first[from] == NONE) {
            first[from] = to;
            touched.add(from);
        } else {
            second[from] = to;
        }
    }

    /// Strings the links to lines, open ones from their ends first, and forgets them.
    private void follow(List<ContourLine> lines) {
        for (int edge : touched) {
            if (first[edge] != NONE && second[edge] == NONE) {
                lines.add(line(edge, false));
            }
        }
        for (int edge : touched) {
            if (first[edge] != NONE) {
                lines.add(line(edge, true));
            }
        }
        touched.clear();
    }

    private ContourLine line(int start, boolean closed) {
        List<Integer> edges = new ArrayList<>();
        int from = NONE;
        int at = start;
        while (at != NONE && first[at] != NONE) {
            edges.add(at);
            int next = first[at] == from ? second[at] : first[at];
            first[at] = NONE;
            second[at] = NONE;
            from = at;
            at = next;
        }
        double[] x = new double[edges.size()];
        double[] y = new double[edges.size()];
        for (int i = 0; i < x.length; i++) {
            int edge = edges.get(i);
            boolean upright = edge >= vertical;
            int node = upright ? edge - vertical : edge;
            int column = node % columns;
            int row = node / columns;
            x[i] = field.x(upright ? column : column + crossing(row * columns, 1, column, columns));
            y[i] = field.y(upright ? row + crossing(column, columns, row, rows) : row);
        }
        return new ContourLine(level, x, y, closed);
    }

    /// Where between node k and k + 1 of a grid line of `count` nodes the level is reached, 0 … 1.
    private double crossing(int offset, int stride, int k, int count) {
        double[] v = field.values();
        int base = Math.clamp(k - 1, 0, Math.max(0, count - 4));
        double low = v[offset + k * stride];
        double high = v[offset + (k + 1) * stride];
        double straight = (level - low) / (high - low);
        if (count < 4) {
            return Math.clamp(straight, 0.0, 1.0);
        }
        double p0 = v[offset + base * stride];
        double p1 = v[offset + (base + 1) * stride];
        double p2 = v[offset + (base + 2) * stride];
        double p3 = v[offset + (base + 3) * stride];
        if (!(Math.abs(p0 + p1 + p2 + p3) <= Double.MAX_VALUE)) {
            return Math.clamp(straight, 0.0, 1.0);
        }
        double shift = k - base;
        boolean rising = high >= low;
        double left = 0;
        double right = 1;
        double guess = Math.clamp(straight, 0.0, 1.0);
        for (int round = 0; round < ROUNDS; round++) {
            double miss = cubic(p0, p1, p2, p3, shift + guess) - level;
            if (Math.abs(miss) <= 1e-12 * Math.abs(high - low)) {
                return guess;
            }
            if (miss > 0 == rising) {
                right = guess;
            } else {
                left = guess;
            }
            double secant = guess - miss / (high - low);
            guess = secant > left && secant < right && round < ROUNDS / 2 ? secant : (left + right) / 2;
        }
        return guess;
    }

    /// The cubic through (0, p0) … (3, p3) at t, by Newton's divided differences.
    private static double cubic(double p0, double p1, double p2, double p3, double t) {
        double d1 = p1 - p0;
        double d2 = (p2 - 2 * p1 + p0) / 2;
        double d3 = (p3 - 3 * p2 + 3 * p1 - p0) / 6;
        return p0 + t * (d1 + (t - 1) * (d2 + (t - 2) * d3));
    }
}
