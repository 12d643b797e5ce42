package fallline.expr.parse;

import java.util.List;
import java.util.Optional;

/// Names that a half-written one may become.
///
/// @param start the offset of its first letter
/// @param end the offset behind it, where the caret is
/// @param names what it may become, in the order in which they are offered
public record NameCompletion(int start, int end, List<String> names) {
    private static final int LEAST = 2;
    private static final int MOST = 7;

    public NameCompletion {
        names = List.copyOf(names);
    }

    /// The completion at the caret: of two or more letters that end there and begin one of `known` but are none of
    /// them.
    public static Optional<NameCompletion> at(String text, int caret, List<String> known) {
        int start = Math.min(caret, text.length());
        while (start > 0 && isPart(text.charAt(start - 1))) {
            start--;
        }
        boolean inside = caret < text.length() && isPart(text.charAt(caret));
        if (inside || caret - start < LEAST || !Character.isLetter(text.charAt(start))) {
            return Optional.empty();
        }
        String begun = text.substring(start, caret);
        List<String> names = known.stream()
                .filter(name -> name.startsWith(begun))
                .distinct()
                .limit(MOST)
                .toList();
        return names.isEmpty() || known.contains(begun)
                ? Optional.empty()
                : Optional.of(new NameCompletion(start, caret, names));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
