package fallline.objective;

import fallline.expr.FormulaException;
import fallline.expr.Function;
import fallline.expr.Scope;
import fallline.objective.Problem.FormulaParameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the parameters behind a formula: `a = 1 (0 .. 3), b = 100 (1 .. 200, log)`.
final class DeclarationReader {
    private static final Pattern BLANK = Pattern.compile("\\s*");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}₀-₉_]*");
    private static final Pattern BEGIN = Pattern.compile("\\s*\\p{L}[\\p{L}\\p{Nd}₀-₉_]*\\s*=(?!=)");
    private static final Pattern NUMBER = Pattern.compile("[-+−]?\\s*(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+−]?\\d+)?");
    private static final Pattern TO = Pattern.compile("\\.{2,3}|…");
    private static final String EXAMPLE = "a = 1 (0 .. 3)";

    private final String text;
    private int at;

    DeclarationReader(String text) {
        this.text = text.stripTrailing();
    }

    /// Where the formula ends: at the first separator behind which a name and a single `=` stand.
    int formulaEnd() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (depth <= 0 && isSeparator(c) && matcher(BEGIN, i + 1).lookingAt()) {
                return i;
            }
        }
        return text.length();
    }

    /// The parameters from `start`, which is a separator or the end.
    Map<String, FormulaParameter> declarationsFrom(int start) throws FormulaException {
        Map<String, FormulaParameter> parameters = new LinkedHashMap<>();
        at = start;
        while (at < text.length()) {
            at++;
            skip();
            String name = name(parameters);
            need("=", "the parameter " + name + " has no value", "write " + name + EXAMPLE.substring(1));
            parameters.put(name, parameter(name));
            skip();
            if (at < text.length() && !isSeparator(text.charAt(at))) {
                throw error(
                        "'" + shortened() + "' behind the parameter " + name,
                        "a comma and the next parameter may follow",
                        text.length());
            }
        }
        return parameters;
    }

    private String name(Map<String, FormulaParameter> before) throws FormulaException {
        int begin = at;
        String name = Scope.plain(take(NAME));
        if (name.isEmpty()) {
            throw error("a parameter is expected", "write one such as " + EXAMPLE, at + 1);
        }
        if (Function.of(name).isPresent()) {
            at = begin;
            throw error("'" + name + "' cannot be a name: it is a function", "choose another", begin + name.length());
        }
        if (before.containsKey(name) || !Scope.isName(name)) {
            at = begin;
            throw error("the name '" + name + "' is declared twice", "remove one of them", begin + name.length());
        }
        return name;
    }

    private FormulaParameter parameter(String name) throws FormulaException {
        double value = number("the value of " + name);
        if (!skipped("(")) {
            return FormulaParameter.of(value);
        }
        int begin = at;
        double low = number("the left end of " + name + "'s range");
        skip();
        if (take(TO).isEmpty()) {
            throw error("the range of " + name + " is not complete", "write it as (0 .. 3)", at + 1);
        }
        double high = number("the right end of " + name + "'s range");
        boolean logarithmic = false;
        if (skipped(",")) {
            skip();
            logarithmic = take(NAME).equals("log");
            if (!logarithmic) {
                throw error("'log' is expected", "write (1 .. 200, log) or leave the comma out", at + 1);
            }
        }
        int end = at;
        need(")", "the range of " + name + " is not closed", "add a ')'");
        if (!(low <= high)) {
            at = begin;
            throw error("the range of " + name + " falls", "write the smaller number first", end);
        }
        if (logarithmic && !(low > 0)) {
            at = begin;
            throw error("the logarithmic range of " + name + " does not begin above 0", "write (0.1 .. 10, log)", end);
        }
        return new FormulaParameter(value, low, high, logarithmic);
    }

    private double number(String what) throws FormulaException {
        skip();
        int begin = at;
        String number = take(NUMBER);
        if (number.isEmpty()) {
            throw error(what + " is not a number", "write one such as 1, 0.5 or 1e-3", at + 1);
        }
        double value = Double.parseDouble(number.replace('−', '-').replaceAll("\\s", ""));
        if (Double.isInfinite(value)) {
            at = begin;
            throw error(what + " is too large", "the largest number is 1.7e308", begin + number.length());
        }
        return value;
    }

    private void need(String sign, String problem, String remedy) throws FormulaException {
        if (!skipped(sign)) {
            throw error(problem, remedy, at + 1);
        }
    }

    private boolean skipped(String sign) {
        skip();
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    private void skip() {
        // a new line ends a declaration, so only blanks within the line are passed over
        Matcher blank = matcher(BLANK, at);
        if (blank.lookingAt()) {
            int newLine = text.substring(at, blank.end()).indexOf('\n');
            at = newLine >= 0 && at > 0 && !isSeparator(text.charAt(at - 1)) ? at + newLine : blank.end();
        }
    }

    private String take(Pattern pattern) {
        Matcher matcher = matcher(pattern, at);
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    private Matcher matcher(Pattern pattern, int from) {
        return pattern.matcher(text).region(from, text.length());
    }

    private String shortened() {
        String rest = text.substring(at).strip();
        return rest.length() <= 12 ? rest : rest.substring(0, 12) + "…";
    }

    /// At the place where reading stopped; at the end of the text the last character is the place.
    private FormulaException error(String problem, String remedy, int end) {
        int begin = Math.max(0, Math.min(at, text.length() - 1));
        return new FormulaException(problem, begin + 1, Math.max(begin, Math.min(end, text.length())) + 1, remedy);
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ';' || c == '\n';
    }
}
