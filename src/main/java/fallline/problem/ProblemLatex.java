package fallline.problem;

import fallline.expr.algebra.Kink;
import java.util.List;

/// A problem in LaTeX.
///
/// @param loss J in one line
/// @param derivatives a line for each partial derivative
/// @param note why something is left out, and how a large formula is run; empty if there is nothing to say
/// @param form how the formula is run: `compiled`; empty for models on data
/// @param kinks where there may be no derivative
public record ProblemLatex(String loss, List<String> derivatives, String note, String form, List<Kink> kinks) {
    public ProblemLatex {
        derivatives = List.copyOf(derivatives);
        kinks = List.copyOf(kinks);
    }

    /// Of a model on data.
    public ProblemLatex(String loss, List<String> derivatives) {
        this(loss, derivatives, "", "", List.of());
    }

    /// Nothing yet.
    public static ProblemLatex none() {
        return new ProblemLatex("", List.of());
    }
}
