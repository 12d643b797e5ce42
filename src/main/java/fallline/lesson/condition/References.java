package fallline.lesson.condition;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.expr.Function;
import fallline.expr.Scope;
import fallline.lesson.state.At;
import fallline.lesson.state.WordName;
import fallline.optimizer.schedule.ScheduleKind;
import fallline.text.Quote;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds `J at 3`, `w at end of Adam` and `verdict == diverging` in a text, and puts a plain name of the same length in
/// the place of each, so that the formula language can read the rest and its columns stay true.
final class References {
    private static final int LATEST = 1_000_000;

    /// The words with which `verdict` may be compared, the longest first.
    private static final List<String> VERDICTS = List.of(
                    "cannot start",
                    "no slope",
                    "left the domain",
                    "diverged",
                    "no minimum (separable)",
                    "unbounded",
                    "converged",
                    "saddle",
                    "maximum",
                    "degenerate",
                    "flat",
                    "diverging",
                    "hovering",
                    "oscillating",
                    "at rest",
                    "stalled",
                    "crawling",
                    "not there yet",
                    "recorded",
                    "no minimum",
                    "separable")
            .stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private static final List<String> PROBLEMS =
            List.of("linear-regression", "logistic-regression", "softmax-regression", "network", "formula");

    private final CardLine line;
    private final String text;
    private final int end;
    private final Vocabulary vocabulary;
    private final Map<String, Reference> found = new LinkedHashMap<>();
    private final StringBuilder plain;
    private final int begin;
    private int at;

    /// @param begin the offset of the part of the line that is read
    /// @param end the offset behind it
    References(CardLine line, int begin, int end, Vocabulary vocabulary) throws CardException {
        this.line = line;
        this.text = line.text();
        this.begin = begin;
        this.end = end;
        this.vocabulary = vocabulary;
        plain = new StringBuilder(text.substring(begin, end));
        at = begin;
        while (at < end) {
            if (Character.isLetter(text.charAt(at)) && (at == begin || !Scope.isNamePart(text.charAt(at - 1)))) {
                name();
            } else {
                at++;
            }
        }
    }

    /// The text with plain names.
    String plain() {
        return plain.toString();
    }

    /// What the plain names stand for.
    Map<String, Reference> found() {
        return found;
    }

    /// The word that the whole text asks for: `verdict of Adam`.
    static Optional<WordOf> word(CardLine line, int begin, int end) {
        String[] parts = line.text().substring(begin, end).strip().split("\\s+of\\s+", 2);
        Optional<String> run = parts.length < 2 ? Optional.empty() : Optional.of(unquoted(parts[1]));
        return WordName.of(parts[0]).map(name -> new WordOf(name, run));
    }

    /// A word of a run.
    record WordOf(WordName name, Optional<String> run) {}

    private void name() throws CardException {
        int from = at;
        String name = Scope.plain(take());
        Optional<WordName> word = vocabulary.names().contains(name) ? Optional.empty() : WordName.of(name);
        if (word.isPresent()) {
            test(from, word.get());
        } else if (vocabulary.names().contains(name)) {
            At where = where();
            Optional<String> run = run();
            put(from, new Reference.Asked(name, where, run), name);
        } else if (Function.of(name).isEmpty() && !name.equals("pi") && !name.equals("e") && !name.equals("π")) {
            throw line.mistake(
                    "unknown name " + Quote.of(name),
                    "docs/lessons.md lists what can be asked; parameters here: " + parameters(),
                    from,
                    at);
        }
    }

    private String parameters() {
        return Quote.list(vocabulary.names().stream()
                .filter(name -> vocabulary.names().contains("dJ_d" + name))
                .sorted()
                .limit(8)
                .toList());
    }

    /// The name that begins here.
    private String take() {
        int from = at;
        while (at < end && (Scope.isNamePart(text.charAt(at)) || Scope.isSubscript(text.charAt(at)))) {
            at++;
        }
        return text.substring(from, at);
    }

    private void put(int from, Reference reference, String name) {
        StringBuilder placeholder = new StringBuilder(text.substring(from, at));
        for (int i = 0; i < placeholder.length(); i++) {
            if (!Scope.isNamePart(placeholder.charAt(i))) {
                placeholder.setCharAt(i, '_');
            }
        }
        // two texts may look alike once blanks are gone: J at 1 and J_at_1
        String key = placeholder.length() == name.length() ? name : placeholder.toString();
        for (int i = key.length() - 1; found.containsKey(key) && !reference.equals(found.get(key)) && i > 0; i--) {
            key = key.substring(0, i) + "_" + key.substring(i + 1);
        }
        plain.replace(from - begin, at - begin, key);
        found.put(key, reference);
    }

    /// `at 3`, `at end`, or the playhead where neither stands.
    private At where() throws CardException {
        int before = at;
        if (!keyword("at")) {
            at = before;
            return new At.Playhead();
        }
        blanks();
        int from = at;
        String step = take();
        if (step.equals("end")) {
            return new At.End();
        }
        if (!step.matches("[0-9]{1,7}") || Integer.parseInt(step) > LATEST) {
            throw line.mistake(
                    "a step is expected behind 'at'", "write J at 3 or J at end", from, Math.max(at, from + 1));
        }
        return new At.Step(Integer.parseInt(step));
    }

    /// `of Adam`, `of "Adam 2"`.
    private Optional<String> run() throws CardException {
        int before = at;
        if (!keyword("of")) {
            at = before;
            return Optional.empty();
        }
        blanks();
        int from = at;
        if (at < end && text.charAt(at) == '"') {
            int close = text.indexOf('"', at + 1);
            if (close < 0 || close >= end) {
                throw line.mistake("the name of a run is not closed", "add a \"", from, end);
            }
            at = close + 1;
            return Optional.of(text.substring(from + 1, close));
        }
        String name = take();
        if (name.isEmpty()) {
            throw line.mistake("the name of a run is expected behind 'of'", "write J of Adam", from, from + 1);
        }
        return Optional.of(name);
    }

    private boolean keyword(String word) {
        blanks();
        return take().equals(word);
    }

    private void blanks() {
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void test(int from, WordName name) throws CardException {
        Optional<String> run = run();
        blanks();
        boolean equal = text.startsWith("==", at);
        if (!equal && !text.startsWith("!=", at)) {
            throw line.mistake(
                    Quote.shortened(name.word()) + " is a word",
                    "compare it with == or != and a word, such as " + example(name),
                    from,
                    Math.max(at, from + 1));
        }
        at += 2;
        blanks();
        int begins = at;
        String word = wordAt(name);
        if (word.isEmpty()) {
            throw line.mistake(
                    "no word that " + name.word() + " can be stands here",
                    "use one of " + String.join(", ", words(name)),
                    begins,
                    end);
        }
        put(from, new Reference.Test(name, run, equal, word), "");
    }

    private static String example(WordName name) {
        return switch (name) {
            case VERDICT -> "verdict == diverging";
            case OPTIMIZER -> "optimizer == adam";
            case SCHEDULE -> "schedule == cosine";
            case PROBLEM -> "problem == formula";
        };
    }

    private List<String> words(WordName name) {
        return switch (name) {
            case VERDICT -> VERDICTS;
            case OPTIMIZER -> vocabulary.optimizers();
            case SCHEDULE -> ScheduleKind.words();
            case PROBLEM -> PROBLEMS;
        };
    }

    /// Reads one of the words, in quotes or not, with `_` for a blank or not; empty if none stands here.
    private String wordAt(WordName name) {
        boolean quoted = at < end && text.charAt(at) == '"';
        int from = quoted ? at + 1 : at;
        List<String> longestFirst = words(name).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String word : longestFirst) {
            int behind = from + word.length();
            boolean fits = behind <= end
                    && text.substring(from, behind).replace('_', ' ').equals(word)
                    && (behind == end || !isInWord(text.charAt(behind)));
            if (fits && (!quoted || text.startsWith("\"", behind))) {
                at = quoted ? behind + 1 : behind;
                return word.equals("no minimum") || word.equals("separable") ? "no minimum (separable)" : word;
            }
        }
        return "";
    }

    private static boolean isInWord(char c) {
        return Scope.isNamePart(c) || c == '-';
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
