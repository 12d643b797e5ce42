package fallline.expr.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Two brackets that belong together.
///
/// @param open the offset of the opening one
/// @param close the offset of the closing one
public record BracketPair(int open, int close) {
    /// The pair of which one bracket stands beside the caret; the one before it counts first. None if the bracket has
    /// no partner of its kind.
    public static Optional<BracketPair> at(String text, int caret) {
        return of(text, caret - 1).or(() -> of(text, caret));
    }

    private static Optional<BracketPair> of(String text, int place) {
        if (place < 0 || place >= text.length() || "()[]".indexOf(text.charAt(place)) < 0) {
            return Optional.empty();
        }
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                open.push(i);
            } else if (c == ')' || c == ']') {
                Integer partner = open.poll();
                if (partner == null) {
                    continue;
                }
                if (i == place || partner == place) {
                    boolean same = (text.charAt(partner) == '(') == (c == ')');
                    return same ? Optional.of(new BracketPair(partner, i)) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
