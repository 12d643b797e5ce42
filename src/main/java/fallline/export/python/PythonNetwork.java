package fallline.export.python;

import fallline.experiment.Start;
import fallline.expr.print.PythonDialect;
import fallline.objective.kernel.Activation;
import fallline.objective.kernel.NetworkShape;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// Networks as Python, with their data: forwards for J, backwards for its gradient, and both once more for its second
/// derivatives. Softmax regression is the network that has no hidden layer.
final class PythonNetwork {
    private static final String ROWS = "theta, rows=slice(None)";

    private final PythonDialect dialect;
    private final boolean second;

    PythonNetwork(PythonDialect dialect, boolean second) {
        this.dialect = dialect;
        this.second = second;
    }

    /// A softmax regression; θ is `W` class by class, then `b`, as in a network of one layer.
    List<List<String>> softmax(Problem.Softmax softmax) {
        int classes = softmax.objective().classes().size();
        NetworkShape shape = new NetworkShape(
                List.of(softmax.objective().features().features(), classes),
                Activation.LINEAR,
                NetworkShape.Output.LOGITS);
        return definitions(
                new PythonData(dialect).classes(softmax.objective(), softmax.target()),
                shape,
                softmax.options().l2());
    }

    List<List<String>> network(Problem.Network network) {
        NetworkShape shape = network.objective().shape();
        PythonData data = new PythonData(dialect);
        List<List<String>> definitions =
                switch (shape.output()) {
                    case VALUE -> data.values(network.objective(), network.target());
                    case LOGIT ->
                        data.values(
                                network.objective(),
                                "1 where " + network.target() + " is "
                                        + network.objective().classes().get(1));
                    case LOGITS -> data.classes(network.objective(), network.target());
                };
        return definitions(definitions, shape, network.options().l2());
    }

    private List<List<String>> definitions(List<List<String>> data, NetworkShape shape, double l2) {
        List<List<String>> definitions = new ArrayList<>(data);
        definitions.add(
                List.of("SIZES = " + shape.sizes() + "  # the features, and the numbers that each layer makes"));
        definitions.add(layers());
        boolean hidden = shape.layers() > 1;
        if (hidden) {
            definitions.add(activation(shape.activation()));
        }
        definitions.add(forward(hidden));
        definitions.add(value(shape.output(), l2));
        boolean numpy = dialect == PythonDialect.NUMPY;
        if (numpy) {
            if (hidden) {
                definitions.add(slope(shape.activation()));
            }
            definitions.add(gradient(shape.output(), hidden, l2));
        } else {
            definitions.add(PythonProblem.automatic(ROWS, "theta, rows"));
        }
        if (second && numpy) {
            definitions.add(List.of(
                    "def hessian(theta):",
                    "    \"\"\"The second derivatives of J, column by column.\"\"\"",
                    "    return np.array([hessian_times(theta, unit) for unit in np.eye(len(theta))])"));
            definitions.add(product(shape, l2));
        } else if (second) {
            definitions.add(PythonProblem.automaticHessian());
        }
        return definitions;
    }

    private static List<String> layers() {
        return List.of(
                "def layers(theta):",
                "    \"\"\"(W, b) of every layer: in theta stand W (outputs x inputs, row by row), b, the next W, ...\"\"\"",
                "    found, at = [], 0",
                "    for inputs, outputs in zip(SIZES, SIZES[1:]):",
                "        end = at + outputs*inputs",
                "        found.append((theta[at:end].reshape(outputs, inputs), theta[end:end + outputs]))",
                "        at = end + outputs",
                "    return found");
    }

    private List<String> activation(Activation activation) {
        String module = dialect.module();
        String of =
                switch (activation) {
                    case TANH -> module + ".tanh(z)";
                    case SIGMOID -> "sigmoid(z)";
                    case RELU -> dialect == PythonDialect.NUMPY ? "np.maximum(z, 0)" : "torch.relu(z)";
                    case LINEAR -> "z";
                };
        return List.of(
                "def activation(z):",
                "    \"\"\"What a hidden unit makes of its sum: " + activation.word() + ".\"\"\"",
                "    return " + of);
    }

    /// φ′ from a = φ(z); the slope of relu at its kink is 0.
    private static List<String> slope(Activation activation) {
        String of =
                switch (activation) {
                    case TANH -> "1 - a*a";
                    case SIGMOID -> "a*(1 - a)";
                    case RELU -> "np.where(a > 0, 1.0, 0.0)";
                    case LINEAR -> "np.ones_like(a)";
                };
        return List.of(
                "def slope(a):",
                "    \"\"\"The derivative of the activation, from a = activation(z).\"\"\"",
                "    return " + of);
    }

    private static List<String> forward(boolean hidden) {
        return hidden
                ? List.of(
                        "def forward(theta, rows):",
                        "    \"\"\"What every layer makes of the rows, the features first; the last layer's sums stay as they are.\"\"\"",
                        "    a = [X[rows]]",
                        "    for W, b in layers(theta):",
                        "        z = a[-1] @ W.T + b",
                        "        a.append(activation(z) if len(a) < len(SIZES) - 1 else z)",
                        "    return a")
                : List.of(
                        "def forward(theta, rows):",
                        "    \"\"\"The features of the rows, and what the only layer makes of them.\"\"\"",
                        "    (W, b), = layers(theta)",
                        "    return [X[rows], X[rows] @ W.T + b]");
    }

    private List<String> value(NetworkShape.Output output, double l2) {
        boolean numpy = dialect == PythonDialect.NUMPY;
        String module = dialect.module();
        List<String> lines = new ArrayList<>(List.of("def J(" + ROWS + "):"));
        String penalty = l2 == 0 ? "" : ", and l2/2 times the square of all W";
        String loss =
                switch (output) {
                    case VALUE -> "(z[:, 0] - y[rows])**2";
                    case LOGIT -> "softplus(z[:, 0]) - y[rows]*z[:, 0]";
                    case LOGITS -> "log_sum_exp(z) - z[np.arange(len(z)), y[rows]]";
                };
        String words =
                switch (output) {
                    case VALUE -> "The mean squared error of the last layer";
                    case LOGIT -> "The mean cross-entropy of the probability sigmoid(z)";
                    case LOGITS -> "The mean cross-entropy of the probabilities softmax(z)";
                };
        lines.add("    \"\"\"" + words + penalty + ".\"\"\"");
        lines.add("    z = forward(theta, rows)[-1]");
        String mean = output == NetworkShape.Output.LOGITS && !numpy
                ? "torch.nn.functional.cross_entropy(z, y[rows])"
                : module + ".mean(" + loss + ")";
        lines.add("    return " + mean
                + (l2 == 0 ? "" : " + 0.5*" + PythonText.decimal(l2) + "*sum((W*W).sum() for W, _ in layers(theta))"));
        return lines;
    }

    private static List<String> gradient(NetworkShape.Output output, boolean hidden, double l2) {
        List<String> lines = new ArrayList<>(List.of(
                "def value_and_gradient(" + ROWS + "):",
                "    \"\"\"J and its gradient over the given rows: forwards, then backwards from layer to layer.\"\"\"",
                "    a = forward(theta, rows)"));
        lines.addAll(error(output));
        String decay = l2 == 0 ? "" : " + " + PythonText.decimal(l2) + "*W";
        if (hidden) {
            lines.addAll(List.of(
                    "    g = []",
                    "    for below, (W, _) in reversed(list(zip(a, layers(theta)))):",
                    "        g = [(error.T @ below" + decay + ").ravel(), error.sum(axis=0)] + g",
                    "        error = (error @ W)*slope(below)",
                    "    return J(theta, rows), np.concatenate(g)"));
        } else {
            if (l2 != 0) {
                lines.add("    (W, _), = layers(theta)");
            }
            lines.add("    g = [(error.T @ a[0]" + decay + ").ravel(), error.sum(axis=0)]");
            lines.add("    return J(theta, rows), np.concatenate(g)");
        }
        return lines;
    }

    /// The derivative of J by the last layer's sums.
    private static List<String> error(NetworkShape.Output output) {
        return switch (output) {
            case VALUE -> List.of("    error = 2*(a[-1] - y[rows][:, None])/len(a[0])");
            case LOGIT -> List.of("    error = (sigmoid(a[-1]) - y[rows][:, None])/len(a[0])");
            case LOGITS ->
                List.of(
                        "    error = softmax(a[-1])",
                        "    error[np.arange(len(error)), y[rows]] -= 1",
                        "    error = error/len(error)");
        };
    }

    /// The R-operator. Source: Pearlmutter 1994.
    private static List<String> product(NetworkShape shape, double l2) {
        List<String> lines = new ArrayList<>(List.of(
                "def hessian_times(theta, v):",
                "    \"\"\"How the gradient changes as theta moves along v (Pearlmutter 1994): d... is the change of ...\"\"\"",
                "    rows = slice(None)",
                "    a = forward(theta, rows)",
                "    both = list(zip(layers(theta), layers(v)))",
                "    da = [np.zeros_like(a[0])]",
                "    for (W, _), (dW, db) in both:",
                "        dz = da[-1] @ W.T + a[len(da) - 1] @ dW.T + db",
                shape.layers() > 1
                        ? "        da.append(slope(a[len(da)])*dz if len(da) < len(both) else dz)"
                        : "        da.append(dz)"));
        lines.addAll(error(shape.output()));
        lines.addAll(
                switch (shape.output()) {
                    case VALUE -> List.of("    derror = 2*dz/len(dz)");
                    case LOGIT -> List.of("    derror = sigmoid(a[-1])*sigmoid(-a[-1])*dz/len(dz)");
                    case LOGITS ->
                        List.of(
                                "    p = softmax(a[-1])",
                                "    derror = p*(dz - (p*dz).sum(axis=1, keepdims=True))/len(dz)");
                });
        String decay = l2 == 0 ? "" : " + " + PythonText.decimal(l2) + "*dW";
        lines.add("    g = []");
        lines.add("    for below, dbelow, ((W, _), (dW, _)) in reversed(list(zip(a, da, both))):");
        lines.add("        change = derror.T @ below + error.T @ dbelow" + decay);
        lines.add("        g = [change.ravel(), derror.sum(axis=0)] + g");
        if (shape.layers() > 1) {
            lines.add("        error, derror = error @ W, derror @ W + error @ dW");
            String bend =
                    switch (shape.activation()) {
                        case TANH -> " - 2*below*dbelow*error";
                        case SIGMOID -> " + (1 - 2*below)*dbelow*error";
                        case RELU, LINEAR -> "";
                    };
            lines.add("        error, derror = error*slope(below), derror*slope(below)" + bend);
        }
        lines.add("    return np.concatenate(g)");
        return lines;
    }

    /// A start of random weights, drawn as the engine draws them.
    static List<String> start(Start.Random random) {
        String spread =
                switch (random.spread()) {
                    case NORMAL -> "1";
                    case GLOROT -> "math.sqrt(2/(inputs + outputs))";
                    case HE -> "math.sqrt(2/inputs)";
                };
        String source =
                switch (random.spread()) {
                    case NORMAL -> "normal weights";
                    case GLOROT -> "weights as Glorot & Bengio 2010 spread them";
                    case HE -> "weights as He, Zhang, Ren & Sun 2015 spread them";
                };
        return List.of(
                "def start():",
                "    \"\"\"The parameters at step 0: " + source + ", and biases of 0.\"\"\"",
                "    random, theta = RandomStream(SEED, -1, 0), []",
                "    for inputs, outputs in zip(SIZES, SIZES[1:]):",
                "        spread = " + PythonText.decimal(random.scale()) + "*" + spread,
                "        theta += [spread*random.normal() for _ in range(outputs*inputs)] + [0.0]*outputs",
                "    return vector(theta)");
    }
}
