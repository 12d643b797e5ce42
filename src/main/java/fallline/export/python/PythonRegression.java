package fallline.export.python;

import fallline.expr.print.PythonDialect;
import fallline.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Regressions as Python, with their data.
final class PythonRegression {
    private final PythonDialect dialect;
    private final boolean second;

    PythonRegression(PythonDialect dialect, boolean second) {
        this.dialect = dialect;
        this.second = second;
    }

    /// The proximal step of l1, and J and its shortest subgradient with l1; nothing without it.
    private List<List<String>> lasso(double l1) {
        if (l1 == 0) {
            return List.of();
        }
        boolean numpy = dialect == PythonDialect.NUMPY;
        String module = dialect.module();
        String sign = numpy ? "np.copysign(threshold, w)" : "torch.copysign(torch.as_tensor(threshold), w)";
        String none = numpy ? "0.0" : "torch.zeros_like(w)";
        String joined = numpy ? "np.append(%s[0], %s)" : "torch.cat([%s[:1], %s])";
        List<String> shrunk = List.of(
                "def shrunk(w, threshold):",
                "    \"\"\"w less the threshold, towards 0 and not beyond.\"\"\"",
                "    return " + module + ".where(abs(w) <= threshold, " + none + ", w - " + sign + ")");
        List<String> shrink = List.of(
                "def shrink(theta, rate):",
                "    \"\"\"The proximal step of l1 times the sum of |w|, after a step of that rate.\"\"\"",
                "    return " + String.format(Locale.ROOT, joined, "theta", "shrunk(theta[1:], rate*L1)"));
        List<String> whole = List.of(
                "def with_l1(theta, value, g):",
                "    \"\"\"J with l1, and its shortest subgradient, from J without it and its gradient.\"\"\"",
                "    w, slope = theta[1:], g[1:]",
                "    slope = " + module + ".where(w == 0, shrunk(slope, L1), slope + L1*" + module + ".sign(w))",
                "    return value + L1*sum(abs(w)), " + String.format(Locale.ROOT, joined, "g", "slope"));
        return List.of(
                List.of("L1 = " + PythonText.decimal(l1) + "  # J and its gradient below are without l1"),
                shrunk,
                shrink,
                whole);
    }

    /// c/m Σ (b + w·x − y)² + l2/2·‖w‖², c = 1 or ½.
    List<List<String>> linear(Problem.Linear linear) {
        boolean half = linear.options().halfLoss();
        double l2 = linear.options().l2();
        List<List<String>> definitions = new PythonData(dialect).values(linear.objective(), linear.target());
        definitions.addAll(lasso(linear.options().l1()));
        String loss = half ? "Half the mean" : "The mean";
        definitions.add(List.of(
                "def J(theta, rows=slice(None)):",
                "    \"\"\"" + loss + " squared error of intercept + X w" + penaltyWords(l2) + ".\"\"\"",
                "    residual = theta[0] + X[rows] @ theta[1:] - y[rows]",
                "    return " + (half ? "0.5*" : "") + mean("residual*residual") + penalty(l2)));
        definitions.add(
                dialect == PythonDialect.NUMPY
                        ? slopes("    error = theta[0] + X[rows] @ theta[1:] - y[rows]", half ? "" : "2*", l2)
                        : PythonProblem.automatic("theta, rows=slice(None)", "theta, rows"));
        if (second) {
            definitions.add(
                    dialect == PythonDialect.NUMPY
                            ? curvature("", half ? "" : "2*", "A", l2)
                            : PythonProblem.automaticHessian());
        }
        return definitions;
    }

    /// 1/m Σ (softplus(z) − y·z) + l2/2·‖w‖², z = b + w·x.
    List<List<String>> logistic(Problem.Logistic logistic) {
        double l2 = logistic.options().l2();
        List<List<String>> definitions = new PythonData(dialect)
                .values(logistic.objective(), "1 where " + logistic.target() + " is " + logistic.positive());
        definitions.addAll(lasso(logistic.options().l1()));
        definitions.add(List.of(
                "def J(theta, rows=slice(None)):",
                "    \"\"\"The mean cross-entropy of the probability sigmoid(intercept + X w)" + penaltyWords(l2)
                        + ".\"\"\"",
                "    z = theta[0] + X[rows] @ theta[1:]",
                "    return " + mean("softplus(z) - y[rows]*z") + penalty(l2)));
        definitions.add(
                dialect == PythonDialect.NUMPY
                        ? slopes("    error = sigmoid(theta[0] + X[rows] @ theta[1:]) - y[rows]", "", l2)
                        : PythonProblem.automatic("theta, rows=slice(None)", "theta, rows"));
        if (second) {
            definitions.add(
                    dialect == PythonDialect.NUMPY
                            ? curvature("    p = sigmoid(A @ theta)", "", "A*(p*(1 - p))[:, None]", l2)
                            : PythonProblem.automaticHessian());
        }
        return definitions;
    }

    private String mean(String of) {
        return dialect.module() + ".mean(" + of + ")";
    }

    private static String penaltyWords(double l2) {
        return l2 == 0 ? "" : ", and l2/2 times the square of w";
    }

    private static String penalty(double l2) {
        return l2 == 0 ? "" : " + 0.5*" + PythonText.decimal(l2) + "*sum(theta[1:]*theta[1:])";
    }

    private static List<String> slopes(String error, String factor, double l2) {
        List<String> lines = new ArrayList<>(List.of(
                "def value_and_gradient(theta, rows=slice(None)):",
                "    \"\"\"J and its gradient over the given rows.\"\"\"",
                error,
                "    g = " + factor + "np.append(np.mean(error), X[rows].T @ error/len(error))"));
        if (l2 != 0) {
            lines.add("    g[1:] += " + PythonText.decimal(l2) + "*theta[1:]");
        }
        lines.add("    return J(theta, rows), g");
        return lines;
    }

    private static List<String> curvature(String before, String factor, String weighted, double l2) {
        List<String> lines = new ArrayList<>(List.of(
                "def hessian(theta):",
                "    \"\"\"The second derivatives of J.\"\"\"",
                "    A = np.column_stack([np.ones(ROWS), X])"));
        if (!before.isEmpty()) {
            lines.add(before);
        }
        lines.add("    H = " + factor + "(" + weighted + ").T @ A/ROWS");
        if (l2 != 0) {
            lines.add("    H[1:, 1:] += " + PythonText.decimal(l2) + "*np.eye(len(theta) - 1)");
        }
        lines.add("    return H");
        return lines;
    }
}
