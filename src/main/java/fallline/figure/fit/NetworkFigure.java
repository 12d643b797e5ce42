package fallline.figure.fit;

import fallline.figure.paint.Box;
import fallline.figure.paint.Contrast;
import fallline.figure.paint.Figure;
import fallline.figure.paint.Fonts;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import fallline.figure.paint.WeightColours;
import fallline.number.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// A network as it is wired: units as discs in their layers, weights as lines between them, biases as rings around
/// the units; the larger the number, the broader the stroke; blue above zero, orange below.
///
/// @param wiring the layers
/// @param theta the weights and biases, as the wiring lays them out
/// @param parameters the name of each of them
/// @param inputs the features
/// @param outputs what comes out: one name an output
/// @param unit what the hidden units do: `tanh`
/// @param pointed the place in θ of the number under the pointer
public record NetworkFigure(
        Wiring wiring,
        double[] theta,
        List<String> parameters,
        List<String> inputs,
        List<String> outputs,
        String unit,
        OptionalInt pointed)
        implements Figure {
    private static final double WIDEST = 5;
    private static final double THINNEST = 0.5;
    private static final double LARGEST = 15;
    private static final double HEAD = 30;
    private static final double FOOT = 24;
    private static final double REACH = 5;

    /// Where along a line its number is written and grasped: nearer to the unit that it comes from than the middle,
    /// where lines cross.
    private static final double HOLD = 0.3;

    private static final int MOST_LINES = 4000;

    /// @throws IllegalArgumentException if the lengths do not fit the wiring
    public NetworkFigure {
        if (theta.length != wiring.count()
                || parameters.size() != theta.length
                || inputs.size() != wiring.inputs(0)
                || outputs.size() != wiring.outputs(wiring.layers() - 1)) {
            throw new IllegalArgumentException("the numbers and names do not fit a network of " + wiring.sizes());
        }
        parameters = List.copyOf(parameters);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// One weight: from unit `input` of layer `layer` to unit `output` of the next.
    private record Wire(int layer, int output, int input, int place, double weight) {}

    private record Layout(Box box, List<double[]> heights, double[] across, double[] radius) {
        Point2D unit(int layer, int index) {
            return new Point2D.Double(across[layer], heights.get(layer)[index]);
        }
    }

    private Layout layout(Size size) {
        double left = 14 + Math.min(0.26 * size.width(), widest(inputs));
        double right = 14 + Math.min(0.26 * size.width(), widest(outputs));
        Box box = size.box().inset(HEAD, right, FOOT, left);
        int count = wiring.sizes().size();
        List<double[]> heights = new ArrayList<>();
        double[] across = new double[count];
        double[] radius = new double[count];
        for (int layer = 0; layer < count; layer++) {
            int units = wiring.sizes().get(layer);
            double pitch = Math.min(box.height() / units, 64);
            radius[layer] = Math.clamp(0.34 * pitch, 1.4, LARGEST);
            across[layer] = box.x() + LARGEST + (box.width() - 2 * LARGEST) * layer / (count - 1);
            double[] places = new double[units];
            for (int i = 0; i < units; i++) {
                places[i] = box.centreY() + (i - (units - 1) / 2.0) * pitch;
            }
            heights.add(places);
        }
        return new Layout(box, heights, across, radius);
    }

    private static double widest(List<String> names) {
        return names.stream()
                .mapToDouble(name -> Fonts.width(name, Type.BODY))
                .max()
                .orElse(0);
    }

    private List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        for (int layer = 0; layer < wiring.layers(); layer++) {
            int inputs = wiring.inputs(layer);
            for (int i = 0; i < wiring.outputs(layer); i++) {
                for (int j = 0; j < inputs; j++) {
                    int place = wiring.weights(layer) + i * inputs + j;
                    wires.add(new Wire(layer, i, j, place, theta[place]));
                }
            }
        }
        wires.sort(Comparator.comparingDouble(wire -> Math.abs(wire.weight)));
        return wires;
    }

    private double largest() {
        double most = 0;
        for (double value : theta) {
            most = Double.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
        }
        return most > 0 ? most : 1;
    }

    private static Line2D line(Layout layout, Wire wire) {
        return new Line2D.Double(layout.unit(wire.layer, wire.input), layout.unit(wire.layer + 1, wire.output));
    }

    /// The place in θ of the weight or bias under a pointer: of a unit its bias, else of the nearest line its weight.
    public OptionalInt parameter(Size size, double px, double py) {
        Layout layout = layout(size);
        for (int layer = 0; layer < wiring.layers(); layer++) {
            for (int i = 0; i < wiring.outputs(layer); i++) {
                if (layout.unit(layer + 1, i).distance(px, py) <= layout.radius[layer + 1] + 3) {
                    return OptionalInt.of(wiring.biases(layer) + i);
                }
            }
        }
        double least = REACH;
        OptionalInt nearest = OptionalInt.empty();
        for (Wire wire : wires()) {
            double distance = line(layout, wire).ptSegDist(px, py);
            if (distance <= least) {
                least = distance;
                nearest = OptionalInt.of(wire.place);
            }
        }
        return nearest;
    }

    /// Where the number at this place of θ is drawn: a bias at its unit, a weight on its line.
    public Point2D place(Size size, int parameter) {
        Layout layout = layout(size);
        for (int layer = 0; layer < wiring.layers(); layer++) {
            int bias = parameter - wiring.biases(layer);
            if (bias >= 0 && bias < wiring.outputs(layer)) {
                return layout.unit(layer + 1, bias);
            }
            int at = parameter - wiring.weights(layer);
            if (at >= 0 && bias < 0) {
                return hold(layout, layer, at / wiring.inputs(layer), at % wiring.inputs(layer));
            }
        }
        throw new IllegalArgumentException("the network has no parameter " + parameter);
    }

    private static Point2D hold(Layout layout, int layer, int output, int input) {
        Point2D from = layout.unit(layer, input);
        Point2D to = layout.unit(layer + 1, output);
        return new Point2D.Double(
                from.getX() + HOLD * (to.getX() - from.getX()), from.getY() + HOLD * (to.getY() - from.getY()));
    }

    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Layout layout = layout(size);
        double most = largest();
        Painter.paint(
                g,
                size,
                theme,
                p -> p.within(size.box(), () -> {
                    paintWires(p, layout, most);
                    paintUnits(p, layout, most);
                    paintNames(p, size, layout);
                    paintHeads(p, size, layout);
                    pointed.ifPresentOrElse(place -> paintPointed(p, size, place), () -> paintLegend(p, size, most));
                }));
    }

    /// The strongest on top; the faintest of very many are left out.
    private void paintWires(Painter p, Layout layout, double most) {
        List<Wire> wires = wires();
        for (Wire wire : wires.subList(Math.max(0, wires.size() - MOST_LINES), wires.size())) {
            double share = Double.isFinite(wire.weight) ? Math.abs(wire.weight) / most : 1;
            double crowd = wires.size() > 400 ? 0.5 : 1;
            Color colour = Contrast.alpha(WeightColours.of(wire.weight, p.theme), crowd * (0.2 + 0.7 * share));
            double width = THINNEST + (WIDEST - THINNEST) * share * (wires.size() > 400 ? 0.5 : 1);
            p.draw(line(layout, wire), colour, new BasicStroke((float) width));
        }
        pointed.ifPresent(
                place -> wires.stream().filter(wire -> wire.place == place).forEach(wire -> {
                    Line2D line = line(layout, wire);
                    p.draw(line, p.theme.text(), WIDEST + 2);
                    p.draw(line, WeightColours.of(wire.weight, p.theme), WIDEST);
                }));
    }

    private void paintUnits(Painter p, Layout layout, double most) {
        for (int layer = 0; layer < wiring.sizes().size(); layer++) {
            double radius = layout.radius[layer];
            for (int i = 0; i < wiring.sizes().get(layer); i++) {
                Point2D at = layout.unit(layer, i);
                Ellipse2D disc = new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
                p.draw(disc, p.theme.panel(), 3);
                p.fill(disc, Contrast.blend(p.theme.muted(), p.theme.panel(), layer == 0 ? 0.5 : 0.18));
                if (layer > 0) {
                    int place = wiring.biases(layer - 1) + i;
                    double share = Math.min(1, Math.abs(theta[place]) / most);
                    boolean marked = pointed.isPresent() && pointed.getAsInt() == place;
                    p.draw(disc, p.theme.muted(), 0.8);
                    double ring = Math.min(radius * 0.9, THINNEST + WIDEST * (Double.isNaN(share) ? 1 : share));
                    p.draw(disc, WeightColours.of(theta[place], p.theme), marked ? ring + 2 : ring);
                }
            }
        }
    }

    private void paintNames(Painter p, Size size, Layout layout) {
        int last = wiring.sizes().size() - 1;
        double room = 0.26 * size.width();
        for (int i = 0; i < inputs.size() && pitch(layout, 0) >= 9; i++) {
            Point2D at = layout.unit(0, i);
            String name = Fonts.fitted(inputs.get(i), Type.BODY, room);
            double x = at.getX() - layout.radius[0] - 6;
            p.text(
                    name,
                    Math.max(x, 4 + Fonts.width(name, Type.BODY)),
                    1,
                    Painter.centred(at.getY(), Type.BODY),
                    Type.BODY,
                    p.theme.text());
        }
        for (int i = 0; i < outputs.size() && pitch(layout, last) >= 9; i++) {
            Point2D at = layout.unit(last, i);
            String name = Fonts.fitted(outputs.get(i), Type.BODY, room);
            double x = at.getX() + layout.radius[last] + 7;
            double end = size.width() - 4 - Fonts.width(name, Type.BODY);
            p.text(name, Math.min(x, end), Painter.centred(at.getY(), Type.BODY), Type.BODY, p.theme.text());
        }
    }

    private static double pitch(Layout layout, int layer) {
        double[] heights = layout.heights.get(layer);
        return heights.length < 2 ? Double.POSITIVE_INFINITY : heights[1] - heights[0];
    }

    /// What the layers are, where there is room for all of it.
    private void paintHeads(Painter p, Size size, Layout layout) {
        int last = wiring.sizes().size() - 1;
        double pitch = (layout.across[last] - layout.across[0]) / last;
        List<String> heads = new ArrayList<>();
        double widest = 0;
        for (int layer = 0; layer <= last; layer++) {
            String words = layer == 0
                    ? "inputs"
                    : layer == last
                            ? "output"
                            : pitch < 90 ? unit : wiring.sizes().get(layer) + " × " + unit;
            heads.add(words);
            widest = Math.max(widest, Fonts.width(words, Type.NOTE));
        }
        for (int layer = 0; layer <= last && widest + 8 < pitch; layer++) {
            double half = Fonts.width(heads.get(layer), Type.NOTE) / 2;
            double x = Math.clamp(layout.across[layer], half + 4, Math.max(half + 4, size.width() - half - 4));
            p.text(heads.get(layer), x, 0.5, 18, Type.NOTE, p.theme.muted());
        }
    }

    /// What the colours and the rings mean.
    private static void paintLegend(Painter p, Size size, double most) {
        double baseline = size.height() - 8;
        double x = 10;
        for (int sign = 1; sign >= -1; sign -= 2) {
            p.line(x, baseline - 4, x + 16, baseline - 4, WeightColours.of(sign, p.theme), Painter.line(3));
            String name = sign > 0 ? "above 0" : "below 0";
            p.text(name, x + 21, baseline, Type.NOTE, p.theme.muted());
            x += 21 + Fonts.width(name, Type.NOTE) + 12;
        }
        String words = "largest " + Numbers.brief(most, 3) + " · rings: biases";
        if (x + Fonts.width(words, Type.NOTE) < size.width() - 6) {
            p.text(words, x, baseline, Type.NOTE, p.theme.muted());
        }
    }

    /// The number under the pointer, with its name and what it joins, in the place of the legend.
    private void paintPointed(Painter p, Size size, int place) {
        double baseline = size.height() - 8;
        String title = parameters.get(place) + " = " + Numbers.brief(theta[place], 5);
        p.text(title, 10, baseline, Type.LABEL, p.theme.text());
        double x = 10 + Fonts.width(title, Type.LABEL) + 12;
        double room = size.width() - 6 - x;
        if (room > 60) {
            p.text(Fonts.fitted(joined(place), Type.NOTE, room), x, baseline, Type.NOTE, p.theme.muted());
        }
    }

    /// `petal_length_cm → unit 2`, `bias of unit 3 in layer 1`.
    private String joined(int place) {
        int last = wiring.layers() - 1;
        for (int layer = 0; layer <= last; layer++) {
            int bias = place - wiring.biases(layer);
            if (bias >= 0 && bias < wiring.outputs(layer)) {
                return "bias of " + name(layer + 1, bias);
            }
            int at = place - wiring.weights(layer);
            if (at >= 0 && bias < 0) {
                return name(layer, at % wiring.inputs(layer)) + " → " + name(layer + 1, at / wiring.inputs(layer));
            }
        }
        return "";
    }

    private String name(int layer, int index) {
        if (layer == 0) {
            return inputs.get(index);
        }
        return layer == wiring.layers()
                ? outputs.get(index)
                : "unit " + (index + 1) + (wiring.layers() > 2 ? " of layer " + layer : "");
    }
}
