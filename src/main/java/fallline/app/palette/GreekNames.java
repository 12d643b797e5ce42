package fallline.app.palette;

import java.util.Map;
import java.util.stream.Collectors;

/// The names of signs that few keyboards have.
final class GreekNames {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry((int) 'α', "alpha"),
            Map.entry((int) 'β', "beta"),
            Map.entry((int) 'ε', "epsilon"),
            Map.entry((int) 'θ', "theta"),
            Map.entry((int) 'κ', "kappa"),
            Map.entry((int) 'λ', "lambda"),
            Map.entry((int) 'ρ', "rho"),
            Map.entry((int) 'τ', "tau"),
            Map.entry((int) 'φ', "phi"),
            Map.entry((int) 'ω', "omega"),
            Map.entry((int) '∇', "nabla gradient"),
            Map.entry((int) '‖', "norm"),
            Map.entry((int) '²', "2 squared"),
            Map.entry((int) '₁', "1"),
            Map.entry((int) '₂', "2"));

    private GreekNames() {}

    /// The names of all such signs in a text.
    static String in(String text) {
        return text.codePoints()
                .mapToObj(sign -> NAMES.getOrDefault(sign, ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
