package fallline.objective.formula;

import fallline.card.CardException;
import fallline.card.CardLine;
import fallline.card.CardScanner;
import fallline.card.Declaration;
import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Scope;
import fallline.expr.parse.Parser;
import fallline.number.Numbers;
import fallline.text.Quote;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the parameters behind a formula: `a = 1 (0 .. 3), b = 100 (1 .. 200, log)`.
public final class DeclarationReader {
    private static final String EXAMPLE = "a = 1 (0 .. 3)";

    /// The longest formula and as much again for its parameters.
    private static final int MOST_CHARACTERS = 2 * Parser.MAX_LENGTH;

    private final String text;
    private final CardLine line;

    /// @throws FormulaException if the text is too long to be read
    public DeclarationReader(String text) throws FormulaException {
        if (text.length() > MOST_CHARACTERS) {
            throw new FormulaException(
                    "the formula has " + Numbers.whole(text.length()) + " characters, too many from the one",
                    Parser.MAX_LENGTH + 1,
                    text.length() + 1,
                    "at most " + Numbers.whole(Parser.MAX_LENGTH) + " are possible");
        }
        this.text = text.stripTrailing();
        line = CardLine.of(this.text);
    }

    /// Where the formula ends: at the first separator behind which a name and a single `=` stand.
    public int formulaEnd() {
        int depth = 0;
        int next = 0;
        boolean begins = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (depth <= 0 && isSeparator(c)) {
                if (i >= next) {
                    CardScanner ahead = new CardScanner(line, i + 1);
                    ahead.skipLines();
                    next = ahead.at();
                    begins = !ahead.name().isEmpty() && ahead.isAtEquals();
                }
                if (begins) {
                    return i;
                }
            }
        }
        return text.length();
    }

    /// The parameters from `start`, which is a separator or the end.
    public Map<String, FormulaParameter> declarationsFrom(int start) throws FormulaException {
        Map<String, FormulaParameter> parameters = new LinkedHashMap<>();
        CardScanner scanner = new CardScanner(line, start);
        try {
            while (scanner.at() < text.length()) {
                scanner = new CardScanner(line, scanner.at() + 1);
                scanner.skipLines();
                int begin = scanner.at();
                String written = scanner.name();
                String name = Scope.plain(written);
                check(name, begin, parameters);
                parameters.put(name, parameter(scanner.declaration(written, begin)));
                if (!scanner.atEnd() && !isSeparator(text.charAt(scanner.at()))) {
                    throw scanner.mistake(
                            Quote.of(scanner.rest()) + " behind the parameter " + Quote.shortened(name),
                            "a comma and the next parameter may follow",
                            text.length());
                }
            }
        } catch (CardException e) {
            throw new FormulaException(e.problem(), e.column(), e.endColumn(), e.remedy());
        }
        return parameters;
    }

    private void check(String name, int begin, Map<String, FormulaParameter> before) throws CardException {
        int end = begin + name.length();
        if (name.isEmpty()) {
            throw line.mistake("a parameter is expected", "write one such as " + EXAMPLE, begin, begin + 1);
        }
        if (Function.of(name).isPresent()) {
            throw line.mistake(Quote.of(name) + " cannot be a name: it is a function", "choose another", begin, end);
        }
        if (before.containsKey(name)) {
            String problem = "the name " + Quote.of(name) + " is declared twice";
            throw line.mistake(problem, "remove one of them", begin, end);
        }
        if (!Scope.isName(name)) {
            throw line.mistake(Quote.of(name) + " cannot be a name", "choose another", begin, end);
        }
    }

    private FormulaParameter parameter(Declaration declaration) throws CardException {
        if (declaration.range().isEmpty()) {
            return FormulaParameter.of(declaration.value());
        }
        Declaration.Range range = declaration.range().get();
        String name = Quote.shortened(declaration.name());
        int begin = declaration.rangeBegin();
        int end = declaration.end() - 1;
        if (!(range.low() <= range.high())) {
            throw line.mistake("the range of " + name + " falls", "write the smaller number first", begin, end);
        }
        if (range.logarithmic() && !(range.low() > 0)) {
            String problem = "the logarithmic range of " + name + " does not begin above 0";
            throw line.mistake(problem, "write (0.1 .. 10, log)", begin, end);
        }
        if (declaration.limits().isPresent()) {
            throw line.mistake(
                    "limits behind the parameter " + name, "a comma and the next parameter may follow", end, end + 1);
        }
        return new FormulaParameter(declaration.value(), range.low(), range.high(), range.logarithmic());
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ';' || c == '\n';
    }
}
