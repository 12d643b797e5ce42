package fallline.app.controls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Finds terms in words that are not a control's: what is written in a picture, in a caption.
public final class Glossary {
    private static final int MOST = 3;

    private record Sign(String text, Term term) {
        /// Words may begin with a capital; J is not j.
        boolean isWord() {
            return text.length() > 2 && text.chars().allMatch(sign -> sign == ' ' || (sign >= 'a' && sign <= 'z'));
        }
    }

    private static final List<Sign> SIGNS = Term.glossary().stream()
            .flatMap(term -> term.signs().stream().map(sign -> new Sign(sign, term)))
            .sorted(Comparator.comparingInt((Sign sign) -> sign.text().length()).reversed())
            .toList();

    private Glossary() {}

    /// The terms that are written in `text`, in their order, the first few: of `J − J*` that one, and not J.
    public static List<Term> in(String text) {
        record Found(int at, Term term) {}
        List<Found> found = new ArrayList<>();
        StringBuilder exact = new StringBuilder(text);
        StringBuilder small = new StringBuilder();
        text.chars().forEach(sign -> small.append(Character.toLowerCase((char) sign)));
        for (Sign sign : SIGNS) {
            StringBuilder left = sign.isWord() ? small : exact;
            for (int at = left.indexOf(sign.text()); at >= 0; at = left.indexOf(sign.text(), at + 1)) {
                int end = at + sign.text().length();
                if (isWhole(left, at, end)) {
                    found.add(new Found(at, sign.term()));
                    exact.replace(at, end, "\0".repeat(end - at));
                    small.replace(at, end, "\0".repeat(end - at));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::at))
                .map(Found::term)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /// Their sentences, one a line; empty where there are none.
    public static String sentences(String text) {
        return in(text).stream().map(Term::sentence).collect(Collectors.joining("\n"));
    }

    private static boolean isWhole(CharSequence text, int from, int to) {
        return (from == 0 || !belongs(text.charAt(from - 1))) && (to == text.length() || !belongs(text.charAt(to)));
    }

    /// Whether a sign next to a term makes another word of it; what was taken already does not.
    private static boolean belongs(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || sign == '∇' || sign == '*' || sign == '̂';
    }

    /// The page of the guide, in Markdown.
    public static String page() {
        String rows = Term.glossary().stream()
                .sorted(Comparator.comparing(Term::word, String.CASE_INSENSITIVE_ORDER))
                .map(term -> "| " + term.word() + " | " + term.sentence() + " |")
                .collect(Collectors.joining("\n"));
        return """
                # Glossary

                Every term has one sentence, which also stands on its label in the window and behind Ctrl+K.

                | term | what it means |
                |---|---|
                %s
                """.formatted(rows);
    }
}
