package fallline.picture.step;

import fallline.figure.page.NumberTable;
import fallline.figure.page.NumberTable.Column;
import fallline.figure.page.NumberTable.Foot;
import fallline.number.Numbers;
import fallline.objective.kernel.NetworkShape;
import fallline.objective.kernel.WeightBlock;
import fallline.objective.model.LayerPass;
import java.util.ArrayList;
import java.util.List;

/// The table of one row's way through one layer of a network: weights in, z, a, δ, gradients of the weights.
final class LayerTable {
    private static final int MOST_INPUTS = 3;
    private static final int MOST_UNITS = 12;

    private final NetworkShape shape;
    private final int parameter;
    private final int digits;

    LayerTable(NetworkShape shape, int parameter, int digits) {
        this.shape = shape;
        this.parameter = parameter;
        this.digits = digits;
    }

    /// The layer that a parameter is in, from 0.
    static int layerOf(NetworkShape shape, int parameter) {
        int layer = 0;
        while (layer < shape.layers() - 1 && parameter >= shape.biases(layer) + shape.outputs(layer)) {
            layer++;
        }
        return layer;
    }

    /// `layer 2 of 3`, and what it does.
    static String called(NetworkShape shape, int layer) {
        boolean last = layer == shape.layers() - 1;
        return "Layer " + (layer + 1) + " of " + shape.layers() + ": " + shape.inputs(layer) + " → "
                + shape.outputs(layer)
                + (last ? ", output" : ", " + shape.activation().word());
    }

    /// @param features their names
    /// @param row in the data, from 0
    NumberTable of(LayerPass pass, List<String> features, int row) {
        List<Integer> inputs = inputs(pass);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("unit", 8));
        for (int k = 0; k < inputs.size(); k++) {
            columns.add(new Column("w " + from(pass.layer(), inputs.get(k), features), 5 - k));
        }
        columns.add(new Column("bias", 2));
        columns.add(new Column("z", 7));
        columns.add(new Column(pass.layer() == shape.layers() - 1 ? "predicted" : "a", 7));
        columns.add(new Column("δ", 7));
        for (int k = 0; k < inputs.size(); k++) {
            columns.add(new Column("∂ℓ/∂w " + from(pass.layer(), inputs.get(k), features), 6 - k));
        }
        List<NumberTable.Line> lines = new ArrayList<>();
        lines.add(incoming(pass, inputs));
        List<Integer> units = units(pass);
        units.forEach(unit -> lines.add(unit(pass, unit, inputs)));
        List<Foot> rests = new ArrayList<>();
        for (int shown = 0; shown <= lines.size(); shown++) {
            int others = pass.units() - Math.max(0, shown - 1);
            rests.add(
                    others == 0
                            ? Foot.NONE
                            : new Foot(
                                    "… " + others + (shown > 1 ? " more" : "") + (others == 1 ? " unit" : " units"),
                                    "",
                                    false));
        }
        return new NumberTable(
                called(shape, pass.layer()) + ", row " + Numbers.whole(row + 1L),
                note(pass),
                columns,
                lines,
                rests,
                List.of());
    }

    private String note(LayerPass pass) {
        boolean last = pass.layer() == shape.layers() - 1;
        String out = !last
                ? "a = " + shape.activation().word() + "(z)"
                : switch (shape.output()) {
                    case VALUE -> "predicted = z";
                    case LOGIT -> "predicted = σ(z)";
                    case LOGITS -> "predicted = softmax of all z";
                };
        String all = pass.in().length > MOST_INPUTS ? " over all " + pass.in().length + " inputs" : "";
        return "z = bias + sum of w · in" + all + ", " + out + ", δ = slope of the row's loss by z, ∂ℓ/∂w = δ · in.";
    }

    /// `x1`, or `a2` for the second unit of the layer before.
    private static String from(int layer, int input, List<String> features) {
        return layer == 0 ? features.get(input) : "a" + (input + 1);
    }

    private NumberTable.Line incoming(LayerPass pass, List<Integer> inputs) {
        List<String> cells = new ArrayList<>();
        cells.add("in");
        inputs.forEach(j -> cells.add(steady(pass.in()[j])));
        for (int k = 0; k < 4 + inputs.size(); k++) {
            cells.add("");
        }
        return new NumberTable.Line(cells);
    }

    private NumberTable.Line unit(LayerPass pass, int unit, List<Integer> inputs) {
        int width = pass.in().length;
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(unit + 1));
        inputs.forEach(j -> cells.add(steady(pass.weights()[unit * width + j])));
        cells.add(steady(pass.biases()[unit]));
        cells.add(steady(pass.sums()[unit]));
        cells.add(steady(pass.outputs()[unit]));
        cells.add(steady(pass.deltas()[unit]));
        inputs.forEach(j -> cells.add(steady(pass.slopes()[unit * width + j])));
        return new NumberTable.Line(cells);
    }

    /// The first units, the parameter's own before them all.
    private List<Integer> units(LayerPass pass) {
        WeightBlock block = shape.weights(pass.layer());
        int bias = parameter - shape.biases(pass.layer());
        int own = isIn(block) ? (parameter - block.at()) / block.inputs() : bias >= 0 && bias < pass.units() ? bias : 0;
        List<Integer> units = new ArrayList<>(List.of(own));
        for (int unit = 0; unit < pass.units() && units.size() < MOST_UNITS; unit++) {
            if (unit != own) {
                units.add(unit);
            }
        }
        return units;
    }

    /// The parameter's own input and the first others, in their order.
    private List<Integer> inputs(LayerPass pass) {
        WeightBlock block = shape.weights(pass.layer());
        int own = isIn(block) ? (parameter - block.at()) % block.inputs() : 0;
        List<Integer> inputs = new ArrayList<>(List.of(own));
        for (int j = 0; j < pass.in().length && inputs.size() < MOST_INPUTS; j++) {
            if (j != own) {
                inputs.add(j);
            }
        }
        return inputs;
    }

    private boolean isIn(WeightBlock block) {
        return parameter >= block.at() && parameter < block.end();
    }

    private String steady(double value) {
        return Numbers.steady(value, digits);
    }
}
