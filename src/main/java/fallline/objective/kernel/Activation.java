package fallline.objective.kernel;

import java.util.Locale;

/// What a hidden unit makes of its sum z: φ(z).
///
/// The derivatives are had from a = φ(z): φ′ = [#slope] and φ″ = φ′·[#bend].
public enum Activation {
    TANH,
    RELU,
    SIGMOID,
    LINEAR;

    /// As an experiment file says it: `tanh`, `relu`, `sigmoid`, `linear`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// a = φ(a) for `n` numbers from `at` on.
    void apply(Lanes lanes, double[] a, int at, int n) {
        switch (this) {
            case TANH -> lanes.functions().tanh(a, at, n);
            case SIGMOID -> lanes.functions().sigmoid(a, at, n);
            case RELU -> {
                for (int i = at; i < at + n; i++) {
                    a[i] = Math.max(a[i], 0);
                }
            }
            case LINEAR -> {}
        }
    }

    /// s = s·φ′ for `n` numbers. At its kink relu has the slope 0, the sign's convention.
    void slope(double[] a, int at, double[] s, int n) {
        switch (this) {
            case TANH -> {
                for (int i = 0; i < n; i++) {
                    s[i] *= 1 - a[at + i] * a[at + i];
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < n; i++) {
                    s[i] *= a[at + i] * (1 - a[at + i]);
                }
            }
            case RELU -> {
                for (int i = 0; i < n; i++) {
                    s[i] = a[at + i] > 0 ? s[i] : 0 * s[i]; // NaN stays NaN
                }
            }
            case LINEAR -> {}
        }
    }

    /// t = t + bend·ra·s for `n` numbers: what the curvature of φ adds, with φ″·Rz = bend·φ′·Rz = bend·ra.
    void bend(double[] a, int at, double[] ra, double[] s, double[] t, int n) {
        switch (this) {
            case TANH -> {
                for (int i = 0; i < n; i++) {
                    t[i] += -2 * a[at + i] * ra[at + i] * s[i];
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < n; i++) {
                    t[i] += (1 - 2 * a[at + i]) * ra[at + i] * s[i];
                }
            }
            case RELU, LINEAR -> {}
        }
    }
}
