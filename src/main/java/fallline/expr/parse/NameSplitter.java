package fallline.expr.parse;

import fallline.expr.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cuts a run-together word such as `xy` or `x2y` into known names and numbers, so that a message can offer `x y`.
final class NameSplitter {
    private final Scope scope;

    NameSplitter(Scope scope) {
        this.scope = scope;
    }

    /// The fewest pieces that make up `word`, if it can be cut; at least two.
    Optional<List<String>> split(String word) {
        if (word.length() > 100) {
            return Optional.empty();
        }
        @Nullable List<?>[] best = new List<?>[word.length() + 1];
        best[0] = List.of();
        for (int end = 1; end <= word.length(); end++) {
            for (int start = 0; start < end; start++) {
                List<?> before = best[start];
                List<?> known = best[end];
                if (before != null
                        && isPiece(word.substring(start, end))
                        && (known == null || before.size() + 1 < known.size())) {
                    List<Object> longer = new ArrayList<>(before);
                    longer.add(word.substring(start, end));
                    best[end] = longer;
                }
            }
        }
        List<?> whole = best[word.length()];
        return whole == null || whole.size() < 2
                ? Optional.empty()
                : Optional.of(whole.stream().map(Object::toString).toList());
    }

    private boolean isPiece(String text) {
        return scope.contains(text)
                || text.equals("pi")
                || text.equals("e")
                || text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
