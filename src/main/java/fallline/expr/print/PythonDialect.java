package fallline.expr.print;

import fallline.expr.Function;

/// The library that printed Python computes with.
public enum PythonDialect {
    NUMPY("numpy", "np"),
    PYTORCH("pytorch", "torch");

    private final String word;
    private final String module;

    PythonDialect(String word, String module) {
        this.word = word;
        this.module = module;
    }

    /// Its name on the command line.
    public String word() {
        return word;
    }

    /// The name under which printed code knows the library.
    public String module() {
        return module;
    }

    /// A function of one argument or of two, as it stands in a call.
    String function(Function function) {
        return switch (function) {
            case ASIN -> module + (this == NUMPY ? ".arcsin" : ".asin");
            case ACOS -> module + (this == NUMPY ? ".arccos" : ".acos");
            case ATAN -> module + (this == NUMPY ? ".arctan" : ".atan");
            case ATAN2 -> this == NUMPY ? "np.arctan2" : "atan2";
            case CBRT -> this == NUMPY ? "np.cbrt" : "cbrt";
            case MIN -> this == NUMPY ? "np.minimum" : "minimum";
            case MAX -> this == NUMPY ? "np.maximum" : "maximum";
            case IF -> this == NUMPY ? "np.where" : "where";
            case SIGMOID, SOFTPLUS, RELU -> function.symbol();
            default -> module + "." + function.symbol();
        };
    }
}
