package fallline.lesson.state;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.expr.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Assignments between semicolons, `rate = 1.1; step = 20`, which are done one after the other: what a hand would do.
///
/// Some of them change the experiment or the playhead, see [Change]; `answer`, `choice` and `predict` say what is
/// answered to a task.
public record Script(List<Assignment> assignments) {
    /// The names that answer a task and change nothing.
    public static final Set<String> ANSWERS = Set.of("answer", "choice", "predict");

    /// Does nothing and answers nothing.
    public static final Script EMPTY = new Script(List.of());

    private static final int MOST = 50;

    public Script {
        assignments = List.copyOf(assignments);
    }

    /// The script that stands in a line.
    ///
    /// @param begin the offset of its first character
    /// @throws CardException with the place, where it cannot be read
    public static Script parse(CardLine line, int begin) throws CardException {
        List<Assignment> assignments = new ArrayList<>();
        String text = line.text();
        int at = begin;
        while (at < text.length()) {
            int end = text.indexOf(';', at);
            end = end < 0 ? text.length() : end;
            if (!text.substring(at, end).isBlank()) {
                assignments.add(assignment(line, at, end));
            }
            at = end + 1;
        }
        if (assignments.isEmpty()) {
            throw line.mistake(
                    "there is nothing to do here", "write a setting such as rate = 0.3", begin, text.length());
        }
        if (assignments.size() > MOST) {
            throw line.mistake("there are more than " + MOST + " assignments", "take some out", begin, text.length());
        }
        return new Script(assignments);
    }

    /// The script that a text is.
    ///
    /// @throws CardException with the column, where it cannot be read
    public static Script parse(String text) throws CardException {
        return parse(CardLine.of(text), 0);
    }

    private static Assignment assignment(CardLine line, int from, int to) throws CardException {
        String text = line.text();
        int begin = from;
        while (Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        int equals = text.indexOf('=', begin);
        if (equals < 0 || equals >= to) {
            throw line.mistake("an = is missing", "write a setting and its value, such as rate = 0.3", begin, to);
        }
        String name = text.substring(begin, equals).strip();
        String value = text.substring(equals + 1, to).strip();
        if (!Scope.isName(name)) {
            throw line.mistake("no name of a setting stands before the =", "write one such as rate = 0.3", begin, to);
        }
        if (value.isEmpty()) {
            throw line.mistake(name + " has no value", "write one such as " + name + " = 1", begin, to);
        }
        return new Assignment(name, value, begin, to);
    }

    /// What it answers under one of [#ANSWERS]; the last counts.
    public Optional<String> said(String name) {
        return assignments.stream()
                .filter(assignment -> assignment.name().equals(name))
                .reduce((_, later) -> later)
                .map(Assignment::value);
    }

    /// What it answers at all.
    public Optional<String> said() {
        return assignments.stream()
                .filter(assignment -> ANSWERS.contains(assignment.name()))
                .reduce((_, later) -> later)
                .map(Assignment::value);
    }

    /// As it is written, with one blank where blanks may be.
    public String text() {
        return assignments.stream()
                .map(assignment -> assignment.name() + " = " + assignment.value())
                .collect(Collectors.joining("; "));
    }

    /// The setup after it.
    ///
    /// @throws IllegalArgumentException with a sentence that names the assignment, if one cannot be done
    public Setup apply(Setup setup, Engine engine) {
        Setup now = setup;
        for (Assignment assignment : assignments) {
            if (!ANSWERS.contains(assignment.name())) {
                now = Change.apply(assignment, now, engine);
            }
        }
        return now;
    }
}
