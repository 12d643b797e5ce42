package fallline.expr;

import fallline.text.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The names that a formula may use: variables and parameters, in the order in which messages list them.
///
/// @param names distinct; each begins with a letter, goes on with letters, digits and `_`, and is no function's name.
///     `pi` and `e` hide the constants
public record Scope(List<String> names) {
    /// @throws IllegalArgumentException for a name that cannot be one, with a sentence that names it
    public Scope {
        names = List.copyOf(names);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        Quote.of(name) + " cannot be a name: begin with a letter and go on with letters, digits and _");
            }
            if (Function.of(name).isPresent()) {
                throw new IllegalArgumentException(Quote.of(name) + " cannot be a name: it is a function");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("the name " + Quote.of(name) + " is declared twice");
            }
        }
    }

    public static Scope of(String... names) {
        return new Scope(List.of(names));
    }

    /// This scope with more names behind its own.
    public Scope with(List<String> more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(more);
        return new Scope(all);
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    /// Whether a text has the form of a name.
    public static boolean isName(String text) {
        return !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && IntStream.range(0, text.length()).allMatch(i -> isNamePart(text.charAt(i)));
    }

    /// A name as it is kept: with plain digits in the place of subscript ones, `x1` for `x₁`.
    public static String plain(String name) {
        StringBuilder plain = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            if (isSubscript(name.charAt(i))) {
                plain.setCharAt(i, (char) (name.charAt(i) - '₀' + '0'));
            }
        }
        return plain.toString();
    }

    public static boolean isSubscript(char c) {
        return c >= '₀' && c <= '₉';
    }

    public static boolean isNamePart(char c) {
        // Superscript digits are powers, not parts of names; isLetterOrDigit does not count them.
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
