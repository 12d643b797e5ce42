package fallline.objective.kernel;

/// The elementary functions in plain Java.
final class ScalarFunctions implements LaneFunctions {
    @Override
    public void crossEntropy(double[] z, double[] y, int yAt, double[] loss, double[] slope, int n) {
        for (int i = 0; i < n; i++) {
            double sign = Math.fma(-2, y[yAt + i], 1);
            double t = sign * z[i];
            double e = Elementary.exp(-Math.abs(t));
            loss[i] = (t < 0 ? 0 : t) + Elementary.log1pOfFraction(e);
            slope[i] = sign * Elementary.quotient(t < 0 ? e : 1, e);
        }
    }

    @Override
    public void exp(double[] a, int at, int n) {
        for (int i = at; i < at + n; i++) {
            a[i] = Elementary.exp(a[i]);
        }
    }

    @Override
    public void tanh(double[] a, int at, int n) {
        for (int i = at; i < at + n; i++) {
            a[i] = Elementary.tanh(a[i]);
        }
    }

    @Override
    public void sigmoid(double[] a, int at, int n) {
        for (int i = at; i < at + n; i++) {
            a[i] = Elementary.sigmoid(a[i]);
        }
    }
}
