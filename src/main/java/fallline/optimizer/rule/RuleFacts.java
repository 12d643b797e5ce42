package fallline.optimizer.rule;

import fallline.card.CardException;
import fallline.card.Fact;
import fallline.expr.Expr;
import fallline.expr.FormulaException;
import fallline.expr.Scope;
import fallline.expr.parse.Parser;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.OptimizerCard;
import fallline.optimizer.RateFacts;
import fallline.optimizer.RateFormula;
import fallline.text.Quote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the facts of a rule's text say besides its step.
///
/// @param symbols LaTeX by name, where a name is not its own symbol: `lr` is `\alpha`
/// @param precondition what the gradient is divided by at the end of a step, in the names of the rule and its step
/// @param momentum the hyperparameter that schedules move against the rate
/// @param torch the optimizer of PyTorch that makes the same step
public record RuleFacts(
        OptimizerCard card,
        boolean needsFullBatch,
        Map<String, String> symbols,
        RateFacts rates,
        Optional<Expr> precondition,
        Optional<String> momentum,
        Optional<Torch> torch) {
    /// The keys of a rule's facts.
    public static final List<String> KEYS = List.of(
            "name",
            "paper",
            "about",
            "matters",
            "fails",
            "batch",
            "symbols",
            "family",
            "rate",
            "decay",
            "limit",
            "flip",
            "best",
            "factor",
            "precondition",
            "momentum",
            "torch");

    /// Keys that older texts may hold and that say nothing any more.
    static final Set<String> RETIRED = Set.of("diverges");

    /// What says that there is none.
    private static final String NONE = "none";

    /// The names of hyperparameters that are momenta where a rule does not say which is.
    private static final Set<String> MOMENTA = Set.of("momentum", "beta1");

    /// An optimizer of PyTorch.
    ///
    /// @param name of the class in `torch.optim`
    /// @param settings of its parameter group, as arguments in the names of the rule's hyperparameters:
    ///     `lr=lr, betas=(beta1, beta2)`
    public record Torch(String name, String settings) {}

    public RuleFacts {
        symbols = Map.copyOf(symbols);
    }

    /// Reads the facts.
    ///
    /// @param facts by key
    /// @param known all names of the rule and its step
    /// @throws CardException at the first mistake
    static RuleFacts read(
            String id, Map<String, Fact> facts, List<Hyperparameter> hyperparameters, Collection<String> known)
            throws CardException {
        OptimizerCard card = new OptimizerCard(
                value(facts, "name", id),
                value(facts, "paper", ""),
                value(facts, "about", ""),
                value(facts, "matters", ""),
                value(facts, "fails", ""));
        List<String> names = hyperparameters.stream().map(Hyperparameter::name).toList();
        return new RuleFacts(
                card,
                value(facts, "batch", "any").equals("full"),
                symbols(value(facts, "symbols", "")),
                rates(facts, names),
                formula(facts, "precondition", List.copyOf(known)).map(RateFormula::expression),
                momentum(facts, names),
                torch(facts));
    }

    private static String value(Map<String, Fact> facts, String key, String otherwise) {
        Fact fact = facts.get(key);
        return fact == null ? otherwise : fact.value();
    }

    private static Map<String, String> symbols(String text) {
        Map<String, String> symbols = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            String stripped = pair.strip();
            int blank = 0;
            while (blank < stripped.length() && !Character.isWhitespace(stripped.charAt(blank))) {
                blank++;
            }
            if (blank < stripped.length()) {
                symbols.put(
                        stripped.substring(0, blank), stripped.substring(blank).strip());
            }
        }
        return symbols;
    }

    private static RateFacts rates(Map<String, Fact> facts, List<String> names) throws CardException {
        List<String> settings = names.stream()
                .filter(name -> !name.equals(Hyperparameter.LEARNING_RATE))
                .toList();
        List<String> ends = scope(settings, RateFacts.SMALLEST, RateFacts.LARGEST);
        return new RateFacts(
                value(facts, "family", ""),
                suggestions(facts.get("rate"), scope(names, RateFacts.LARGEST, RateFacts.REACH, RateFacts.SLOPE)),
                formula(facts, "decay", settings),
                formula(facts, "limit", scope(settings, RateFacts.LARGEST)),
                formula(facts, "flip", scope(settings, RateFacts.LARGEST)),
                formula(facts, "best", ends),
                formula(facts, "factor", scope(names, RateFacts.CURVATURE)),
                !value(facts, "precondition", NONE).equals(NONE));
    }

    /// Names that a formula may read; those that are given hide hyperparameters of the same name.
    private static List<String> scope(List<String> hyperparameters, String... given) {
        List<String> names = new ArrayList<>(List.of(given));
        hyperparameters.stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }

    private static Optional<RateFormula> formula(Map<String, Fact> facts, String key, List<String> names)
            throws CardException {
        Fact fact = facts.get(key);
        return fact == null || fact.value().equals(NONE)
                ? Optional.empty()
                : Optional.of(formula(fact, 0, fact.value().length(), names));
    }

    /// Reads a part of what a fact says.
    private static RateFormula formula(Fact fact, int from, int to, List<String> names) throws CardException {
        try {
            return new RateFormula(Parser.parse(fact.value().substring(from, to), new Scope(names)));
        } catch (FormulaException e) {
            int offset = fact.begin() + from - 1;
            throw fact.line().mistake(e.sentence(), "", offset + e.column(), offset + e.endColumn());
        }
    }

    private static List<RateFormula> suggestions(@Nullable Fact fact, List<String> names) throws CardException {
        List<RateFormula> suggestions = new ArrayList<>();
        if (fact != null && !fact.value().equals(NONE)) {
            int from = 0;
            while (from <= fact.value().length()) {
                int end = RuleParser.partEnd(fact.value(), from);
                suggestions.add(formula(fact, from, end, names));
                from = end + 1;
            }
        }
        return suggestions;
    }

    private static Optional<String> momentum(Map<String, Fact> facts, List<String> names) throws CardException {
        Fact fact = facts.get("momentum");
        if (fact == null) {
            return names.stream().filter(MOMENTA::contains).reduce((_, last) -> last);
        }
        if (fact.value().equals(NONE)) {
            return Optional.empty();
        }
        if (!names.contains(fact.value())) {
            throw fact.mistake(
                    Quote.of(fact.value()) + " is no hyperparameter of this rule",
                    "name the one that is its momentum, or none");
        }
        return Optional.of(fact.value());
    }

    private static Optional<Torch> torch(Map<String, Fact> facts) throws CardException {
        Fact fact = facts.get("torch");
        if (fact == null || fact.value().equals(NONE)) {
            return Optional.empty();
        }
        String value = fact.value();
        int bracket = value.indexOf('(');
        if (bracket < 1 || !Scope.isName(value.substring(0, bracket)) || !value.endsWith(")")) {
            throw fact.mistake("PyTorch's optimizer cannot be read", "write SGD(lr=lr, momentum=momentum)");
        }
        return Optional.of(new Torch(value.substring(0, bracket), value.substring(bracket + 1, value.length() - 1)));
    }
}
