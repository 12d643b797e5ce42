package fallline.text;

import java.util.HashMap;
import java.util.Map;

/// LaTeX as a line of plain text: `\frac{a}{b}` as a/b, Greek letters and signs as themselves, sub- and superscripts of
/// digits in small digits. It knows the LaTeX that Fall Line writes; what it does not know stays as it is.
public final class PlainFormula {
    private static final Map<String, String> SIGNS = signs();
    private static final String SMALL = "0123456789+-=()nit";
    private static final String UPPER = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵗ";
    private static final String LOWER = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢₜ";

    private final String latex;
    private int at;

    private PlainFormula(String latex) {
        this.latex = latex;
    }

    /// The line.
    public static String of(String latex) {
        return new PlainFormula(latex)
                .until('\0')
                .replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replace(" )", ")")
                .replace(" ,", ",")
                .strip();
    }

    private static Map<String, String> signs() {
        Map<String, String> signs = new HashMap<>();
        String names =
                "alpha α beta β gamma γ delta δ varepsilon ε epsilon ε zeta ζ eta η theta θ kappa κ lambda \u03bb mu μ "
                        + "nu ν xi ξ pi π rho ρ sigma σ tau τ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ "
                        + "Sigma Σ Phi Φ Psi Ψ Omega Ω ell ℓ partial ∂ nabla ∇ sum Σ prod Π cdot · times × leftarrow ← rightarrow → "
                        + "to → leq ≤ geq ≥ neq ≠ approx ≈ infty ∞ lVert ‖ rVert ‖ Vert ‖ lvert | rvert | lfloor ⌊ rfloor ⌋ lceil ⌈ "
                        + "rceil ⌉ langle ⟨ rangle ⟩ cdots … ldots … dots … pm ± in ∈ top ᵀ odot ⊙ prime ′ circ ∘ mid |";
        String[] pairs = names.split(" ", -1);
        for (int i = 0; i < pairs.length; i += 2) {
            signs.put(pairs[i], pairs[i + 1]);
        }
        for (String space : new String[] {"quad", "qquad", " ", ",", ";", ":"}) {
            signs.put(space, " ");
        }
        for (String nothing :
                new String[] {"left", "right", "big", "Big", "bigl", "bigr", "!", "displaystyle", "limits"}) {
            signs.put(nothing, "");
        }
        return signs;
    }

    /// The text up to a closing sign, which is passed.
    private String until(char end) {
        StringBuilder text = new StringBuilder();
        while (at < latex.length()) {
            char c = latex.charAt(at);
            if (c == end) {
                at++;
                break;
            }
            text.append(part());
        }
        return text.toString();
    }

    private String part() {
        char c = latex.charAt(at);
        if (c == '\\') {
            at++;
            return command(name());
        }
        if (c == '{') {
            at++;
            return until('}');
        }
        at++;
        return switch (c) {
            case '^' -> script(group(), UPPER, "^");
            case '_' -> script(group(), LOWER, "_");
            case '&', '~' -> " ";
            case '-' -> "−";
            case '}' -> "";
            default -> String.valueOf(c);
        };
    }

    /// The name of a command: letters, or one other sign.
    private String name() {
        int begin = at;
        while (at < latex.length() && Character.isLetter(latex.charAt(at))) {
            at++;
        }
        if (at == begin && at < latex.length()) {
            at++;
        }
        return latex.substring(begin, at);
    }

    /// An argument: what stands in braces, a command, or one sign.
    private String group() {
        while (at < latex.length() && latex.charAt(at) == ' ') {
            at++;
        }
        return at < latex.length() ? part() : "";
    }

    private String command(String name) {
        return switch (name) {
            case "frac", "dfrac", "tfrac" -> {
                String above = group();
                String below = group();
                yield bracketed(above, false) + "/" + bracketed(below, true);
            }
            case "sqrt" -> {
                String degree = at < latex.length() && latex.charAt(at) == '[' ? degree() : "";
                String inner = group();
                yield degree + "√" + (inner.length() > 1 ? "(" + inner + ")" : inner);
            }
            case "hat" -> accented(group(), '\u0302');
            case "bar", "overline" -> accented(group(), '\u0304');
            case "tilde" -> accented(group(), '\u0303');
            case "operatorname", "mathrm", "text", "mathit", "mathbf", "textbf", "mathcal", "boldsymbol" -> group();
            case "begin" -> {
                group();
                yield "(";
            }
            case "end" -> {
                group();
                yield ")";
            }
            case "\\" -> "; ";
            case "{", "}", "%", "_", "&", "#", "$" -> name;
            default -> SIGNS.getOrDefault(name, name + (letterFollows() ? " " : ""));
        };
    }

    private boolean letterFollows() {
        return at < latex.length() && (Character.isLetterOrDigit(latex.charAt(at)) || latex.charAt(at) == '{');
    }

    private String degree() {
        at++;
        return script(until(']'), UPPER, "");
    }

    private static String accented(String inner, char accent) {
        return inner.length() == 1 ? inner + accent : "(" + inner + ")" + accent;
    }

    /// In brackets where a fraction's bar held it together.
    private static String bracketed(String part, boolean below) {
        String inner = part.strip();
        int depth = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean sum = i > 0 && (c == '+' || c == '−');
            boolean product = below && (c == '·' || c == ' ' || c == '/');
            if (depth == 0 && (sum || product)) {
                return "(" + inner + ")";
            }
        }
        return inner;
    }

    private static String script(String inner, String small, String mark) {
        StringBuilder text = new StringBuilder();
        String plain = inner.strip().replace('−', '-');
        for (int i = 0; i < plain.length(); i++) {
            int place = SMALL.indexOf(plain.charAt(i));
            if (place < 0) {
                return plain.equals("ᵀ") || plain.equals("′")
                        ? plain
                        : mark + (plain.length() > 1 ? "(" + inner.strip() + ")" : inner.strip());
            }
            text.append(small.charAt(place));
        }
        return text.toString();
    }
}
