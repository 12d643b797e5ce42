package fallline.objective.kernel;

/// The sums of a network, by backpropagation: forwards z = W a + b and a = φ(z) layer by layer, backwards the slopes
/// δ of the loss by z. The loss of a squared error and its slope are divided by 2.
///
/// Units of a block lie one after the other, each with its rows side by side. Sources: Rumelhart, Hinton, Williams
/// 1986 (backpropagation); Pearlmutter 1994, "Fast exact multiplication by the Hessian" (the R-operator).
public final class NetworkKernel implements BlockKernel {
    private static final int BLOCK = 128;

    private final Lanes lanes;
    private final NetworkShape shape;
    private final int layers;
    private final int[] weightsAt;
    private final int[] biasesAt;
    /// Which unit of all a layer's inputs begin with.
    private final int[] unitsAt;
    /// What goes into each layer: the features, then the hidden units' a. The last layer's z has an array of its own.
    private final double[] a;
    private final double[] z;
    private final double[] losses = new double[BLOCK];
    private final double[] largest = new double[BLOCK];
    private final double[] probabilities;
    private double[] slopes;
    private double[] before;
    /// R{…} of the arrays above, for products.
    private final double[] ra;
    private final double[] rz;
    private double[] rSlopes;
    private double[] rBefore;

    public NetworkKernel(Lanes lanes, NetworkShape shape) {
        this.lanes = lanes;
        this.shape = shape;
        layers = shape.layers();
        weightsAt = new int[layers];
        biasesAt = new int[layers];
        unitsAt = new int[layers];
        int units = 0;
        int widest = 0;
        for (int l = 0; l < layers; l++) {
            weightsAt[l] = shape.weights(l).at();
            biasesAt[l] = shape.biases(l);
            unitsAt[l] = units;
            units += shape.inputs(l);
            widest = Math.max(widest, shape.outputs(l));
        }
        int outputs = shape.outputs(layers - 1);
        a = new double[units * BLOCK];
        ra = new double[units * BLOCK];
        z = new double[outputs * BLOCK];
        rz = new double[outputs * BLOCK];
        probabilities = new double[shape.output() == NetworkShape.Output.LOGITS ? z.length : 0];
        slopes = new double[widest * BLOCK];
        before = new double[widest * BLOCK];
        rSlopes = new double[widest * BLOCK];
        rBefore = new double[widest * BLOCK];
    }

    @Override
    public int blockRows() {
        return BLOCK;
    }

    @Override
    public int numbersPerRow() {
        return a.length / BLOCK + z.length / BLOCK;
    }

    @Override
    public void value(double[][] x, double[] y, int at, int rows, double[] theta, double[] sums) {
        forward(x, at, rows, theta);
        lose(y, at, rows);
        sums[0] += lanes.sum(losses, 0, rows);
    }

    @Override
    public void gradient(double[][] x, double[] y, int at, int rows, double[] theta, double[] sums) {
        value(x, y, at, rows, theta, sums);
        int stride = stride(rows);
        for (int l = layers - 1; l >= 0; l--) {
            int inputs = shape.inputs(l);
            int outputs = shape.outputs(l);
            for (int i = 0; i < outputs; i++) {
                sums[1 + biasesAt[l] + i] += lanes.sum(slopes, i * stride, rows);
                int row = 1 + weightsAt[l] + i * inputs;
                lanes.dots(slopes, i * stride, a, unitsAt[l] * stride, stride, inputs, rows, sums, row);
            }
            if (l > 0) {
                back(l, theta, slopes, before, rows);
                shape.activation().slope(a, unitsAt[l] * stride, before, inputs * stride);
                double[] free = slopes;
                slopes = before;
                before = free;
            }
        }
    }

    @Override
    public void product(double[][] x, double[] y, int at, int rows, double[] theta, double[] direction, double[] sums) {
        forward(x, at, rows, theta);
        forwardR(rows, theta, direction);
        lose(y, at, rows);
        loseR(rows);
        int stride = stride(rows);
        for (int l = layers - 1; l >= 0; l--) {
            addProduct(l, rows, sums);
            if (l > 0) {
                int from = unitsAt[l] * stride;
                int n = shape.inputs(l) * stride;
                back(l, theta, slopes, before, rows);
                back(l, theta, rSlopes, rBefore, rows);
                for (int j = 0; j < shape.inputs(l); j++) {
                    for (int i = 0; i < shape.outputs(l); i++) {
                        double v = direction[weightsAt[l] + i * shape.inputs(l) + j];
                        lanes.addScaled(v, slopes, i * stride, rBefore, j * stride, rows);
                    }
                }
                shape.activation().slope(a, from, rBefore, n);
                shape.activation().bend(a, from, ra, before, rBefore, n);
                shape.activation().slope(a, from, before, n);
                double[] free = slopes;
                slopes = before;
                before = free;
                free = rSlopes;
                rSlopes = rBefore;
                rBefore = free;
            }
        }
    }

    private void addProduct(int l, int rows, double[] sums) {
        int stride = stride(rows);
        for (int i = 0; i < shape.outputs(l); i++) {
            sums[1 + biasesAt[l] + i] += lanes.sum(rSlopes, i * stride, rows);
            int row = 1 + weightsAt[l] + i * shape.inputs(l);
            int unit = unitsAt[l] * stride;
            lanes.dots(rSlopes, i * stride, a, unit, stride, shape.inputs(l), rows, sums, row);
            if (l > 0) {
                lanes.dots(slopes, i * stride, ra, unit, stride, shape.inputs(l), rows, sums, row);
            }
        }
    }

    /// The rows side by side, rounded up so that each unit begins at a lane's border.
    private static int stride(int rows) {
        return (rows + 7) & -8;
    }

    /// Fills a and z.
    private void forward(double[][] x, int at, int rows, double[] theta) {
        int stride = stride(rows);
        for (int j = 0; j < x.length; j++) {
            System.arraycopy(x[j], at, a, j * stride, rows);
        }
        for (int l = 0; l < layers; l++) {
            boolean last = l == layers - 1;
            double[] into = last ? z : a;
            int first = last ? 0 : unitsAt[l + 1] * stride;
            for (int i = 0; i < shape.outputs(l); i++) {
                double bias = theta[biasesAt[l] + i];
                combine(bias, theta, weightsAt[l] + i * shape.inputs(l), l, into, first + i * stride, rows);
            }
            if (!last) {
                shape.activation().apply(lanes, a, first, shape.outputs(l) * stride);
            }
        }
    }

    /// into = bias + Σ weights·a over the inputs of layer `l`.
    private void combine(double bias, double[] weights, int weightsFrom, int l, double[] into, int intoAt, int rows) {
        int stride = stride(rows);
        lanes.combine(
                bias, weights, weightsFrom, 1, shape.inputs(l), a, unitsAt[l] * stride, stride, into, intoAt, rows);
    }

    /// Fills ra and rz: Rz = v_b + V a + W Ra, Ra = φ′ Rz.
    private void forwardR(int rows, double[] theta, double[] direction) {
        int stride = stride(rows);
        for (int l = 0; l < layers; l++) {
            boolean last = l == layers - 1;
            double[] into = last ? rz : rBefore;
            int inputs = shape.inputs(l);
            for (int i = 0; i < shape.outputs(l); i++) {
                int row = weightsAt[l] + i * inputs;
                combine(direction[biasesAt[l] + i], direction, row, l, into, i * stride, rows);
                for (int j = 0; l > 0 && j < inputs; j++) {
                    lanes.addScaled(theta[row + j], ra, (unitsAt[l] + j) * stride, into, i * stride, rows);
                }
            }
            if (!last) {
                int first = unitsAt[l + 1] * stride;
                shape.activation().slope(a, first, into, shape.outputs(l) * stride);
                System.arraycopy(into, 0, ra, first, shape.outputs(l) * stride);
            }
        }
    }

    /// What the slopes of layer `l` are for its inputs: Wᵀδ.
    private void back(int l, double[] theta, double[] of, double[] into, int rows) {
        int stride = stride(rows);
        int inputs = shape.inputs(l);
        for (int j = 0; j < inputs; j++) {
            lanes.combine(0, theta, weightsAt[l] + j, inputs, shape.outputs(l), of, 0, stride, into, j * stride, rows);
        }
    }

    /// Fills the losses, and the slopes of the last layer.
    private void lose(double[] y, int at, int rows) {
        switch (shape.output()) {
            case VALUE -> {
                for (int i = 0; i < rows; i++) {
                    slopes[i] = z[i] - y[at + i];
                    losses[i] = slopes[i] * slopes[i];
                }
            }
            case LOGIT -> lanes.functions().crossEntropy(z, y, at, losses, slopes, rows);
            case LOGITS -> {
                softmax(rows, losses);
                int stride = stride(rows);
                System.arraycopy(probabilities, 0, slopes, 0, shape.outputs(layers - 1) * stride);
                for (int i = 0; i < rows; i++) {
                    int place = ((int) y[at + i]) * stride + i;
                    losses[i] -= z[place];
                    slopes[place] -= 1;
                }
            }
        }
    }

    /// Leaves each row's z less its largest in z, its class probabilities, and ln Σ e^z, also less the largest, in
    /// `logSums`.
    private void softmax(int rows, double[] logSums) {
        int stride = stride(rows);
        int classes = shape.outputs(layers - 1);
        System.arraycopy(z, 0, largest, 0, rows);
        for (int c = 1; c < classes; c++) {
            for (int i = 0; i < rows; i++) {
                largest[i] = Math.max(largest[i], z[c * stride + i]);
            }
        }
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < rows; i++) {
                z[c * stride + i] -= largest[i];
            }
        }
        double[] e = probabilities;
        System.arraycopy(z, 0, e, 0, classes * stride);
        lanes.functions().exp(e, 0, classes * stride);
        for (int i = 0; i < rows; i++) {
            // one class has e⁰ = 1: without it the sum keeps its small digits
            double others = 0;
            boolean found = false;
            for (int c = 0; c < classes; c++) {
                boolean top = !found && z[c * stride + i] == 0;
                found |= top;
                others += top ? 0 : e[c * stride + i];
            }
            logSums[i] = Elementary.log1p(others);
            largest[i] = 1 + others;
        }
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < rows; i++) {
                e[c * stride + i] /= largest[i];
            }
        }
    }

    /// Fills R{slopes} of the last layer, after [#lose].
    private void loseR(int rows) {
        int stride = stride(rows);
        switch (shape.output()) {
            case VALUE -> System.arraycopy(rz, 0, rSlopes, 0, rows);
            case LOGIT -> {
                for (int i = 0; i < rows; i++) {
                    double e = Elementary.exp(-Math.abs(z[i]));
                    rSlopes[i] = rz[i] * (Elementary.quotient(e, e) * Elementary.quotient(1, e));
                }
            }
            case LOGITS -> {
                int classes = shape.outputs(layers - 1);
                for (int i = 0; i < rows; i++) {
                    double mean = 0;
                    for (int c = i; c < classes * stride; c += stride) {
                        mean = Math.fma(probabilities[c], rz[c], mean);
                    }
                    for (int c = i; c < classes * stride; c += stride) {
                        rSlopes[c] = probabilities[c] * (rz[c] - mean);
                    }
                }
            }
        }
    }

    /// Predictions for rows of `x`, into one array an output from `at` on: values, or probabilities of classes.
    void predict(double[][] x, int at, int rows, double[] theta, double[][] into) {
        forward(x, at, rows, theta);
        switch (shape.output()) {
            case VALUE -> {}
            case LOGIT -> lanes.functions().sigmoid(z, 0, rows);
            case LOGITS -> {
                softmax(rows, losses);
                System.arraycopy(probabilities, 0, z, 0, shape.outputs(layers - 1) * stride(rows));
            }
        }
        for (int c = 0; c < into.length; c++) {
            System.arraycopy(z, c * stride(rows), into[c], at, rows);
        }
    }

    /// What the hidden units make of rows of `x`, into one array a unit, layer by layer.
    void hidden(double[][] x, int at, int rows, double[] theta, double[][] into) {
        forward(x, at, rows, theta);
        for (int u = 0; u < into.length; u++) {
            System.arraycopy(a, (x.length + u) * stride(rows), into[u], at, rows);
        }
    }
}
