package fallline.expr.print;

import java.util.Map;
import java.util.Set;

/// Writes a name as mathematicians do: `alpha` as the Greek letter, `x1` with a subscript, `mhat` with a hat, words of
/// several letters in one italic.
final class LatexName {
    private static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta",
            "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega");

    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('α', "alpha"),
            Map.entry('β', "beta"),
            Map.entry('γ', "gamma"),
            Map.entry('δ', "delta"),
            Map.entry('ε', "epsilon"),
            Map.entry('ζ', "zeta"),
            Map.entry('η', "eta"),
            Map.entry('θ', "theta"),
            Map.entry('ι', "iota"),
            Map.entry('κ', "kappa"),
            Map.entry('λ', "lambda"),
            Map.entry('μ', "mu"),
            Map.entry('µ', "mu"),
            Map.entry('ν', "nu"),
            Map.entry('ξ', "xi"),
            Map.entry('π', "pi"),
            Map.entry('ρ', "rho"),
            Map.entry('σ', "sigma"),
            Map.entry('τ', "tau"),
            Map.entry('υ', "upsilon"),
            Map.entry('φ', "phi"),
            Map.entry('χ', "chi"),
            Map.entry('ψ', "psi"),
            Map.entry('ω', "omega"),
            Map.entry('Γ', "Gamma"),
            Map.entry('Δ', "Delta"),
            Map.entry('Θ', "Theta"),
            Map.entry('Λ', "Lambda"),
            Map.entry('Ξ', "Xi"),
            Map.entry('Π', "Pi"),
            Map.entry('Σ', "Sigma"),
            Map.entry('Φ', "Phi"),
            Map.entry('Ψ', "Psi"),
            Map.entry('Ω', "Omega"));

    private static final Map<String, String> ACCENTS = Map.of("hat", "\\hat", "bar", "\\bar", "tilde", "\\tilde");

    private LatexName() {}

    static String of(String name) {
        int underscore = name.indexOf('_');
        if (underscore > 0 && underscore < name.length() - 1 && isLetter(name.substring(0, underscore))) {
            return letter(name.substring(0, underscore)) + "_{" + word(name.substring(underscore + 1)) + "}";
        }
        int digits = name.length();
        while (digits > 1 && Character.isDigit(name.charAt(digits - 1))) {
            digits--;
        }
        return digits < name.length() && name.charAt(digits - 1) != '_'
                ? stem(name.substring(0, digits)) + "_{" + name.substring(digits) + "}"
                : stem(name);
    }

    private static String stem(String stem) {
        if (isLetter(stem)) {
            return letter(stem);
        }
        for (Map.Entry<String, String> accent : ACCENTS.entrySet()) {
            if (stem.endsWith(accent.getKey())) {
                String below = stem.substring(0, stem.length() - accent.getKey().length());
                if (isLetter(below)) {
                    return accent.getValue() + "{" + letter(below) + "}";
                }
            }
        }
        return word(stem);
    }

    private static boolean isLetter(String stem) {
        return (stem.length() == 1 && stem.charAt(0) != '_') || GREEK.contains(stem) || stem.equals("eps");
    }

    private static String letter(String stem) {
        String greek = stem.length() == 1 ? LETTERS.getOrDefault(stem.charAt(0), "") : stem;
        return switch (greek) {
            case "" -> stem.charAt(0) < 128 ? stem : word(stem);
            case "eps", "epsilon" -> "\\varepsilon";
            default -> "\\" + greek;
        };
    }

    private static String word(String word) {
        if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return word;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            String greek = LETTERS.getOrDefault(c, "");
            text.append(c == '_' ? "\\_" : greek.isEmpty() ? String.valueOf(c) : "\\" + greek + " ");
        }
        return "\\mathit{" + text + "}";
    }
}
