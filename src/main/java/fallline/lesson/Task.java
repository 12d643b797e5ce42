package fallline.lesson;

import fallline.expr.Expr;
import fallline.lesson.condition.Condition;
import fallline.lesson.condition.Quantity;
import fallline.lesson.prose.Prose;
import java.util.List;
import java.util.Map;

/// What a step of a lesson asks for. Right answers come from the engine, from the experiment as the step gives it.
public sealed interface Task {
    /// As the lesson calls it: `do`, `number`.
    String word();

    /// A state is to be reached.
    record Do(Condition condition) implements Task {
        @Override
        public String word() {
            return "do";
        }
    }

    /// A number is to be found.
    @SuppressWarnings("AvoidCommonTypeNames") // as lessons call it; always said as Task.Number
    record Number(Quantity expected, Tolerance within) implements Task {
        @Override
        public String word() {
            return "number";
        }
    }

    /// One of some answers is right.
    ///
    /// @param right its number, from 1, as the engine says it
    record Choice(List<Prose> options, Quantity right) implements Task {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String word() {
            return "choice";
        }
    }

    /// Where the run will be. The answer is as many numbers as there are parameters, or for a problem of more than two
    /// J alone.
    ///
    /// @param steps how many steps behind the playhead
    /// @param within a share is one of the way from the playhead to there
    record PredictPlace(int steps, Tolerance within) implements Task {
        @Override
        public String word() {
            return "predict";
        }
    }

    /// Which of some rates leads lowest (highest where J is maximised): they are to be put in order, the best first.
    ///
    /// @param rates distinct
    /// @param steps after how many steps
    record PredictRank(List<Double> rates, int steps) implements Task {
        public PredictRank {
            rates = List.copyOf(rates);
        }

        @Override
        public String word() {
            return "predict";
        }
    }

    /// What will become of the chosen run.
    record PredictFate() implements Task {
        @Override
        public String word() {
            return "predict";
        }
    }

    /// A formula is to be found.
    ///
    /// @param names the names that an answer may use
    /// @param domain where the names are tried, low and high; others between −3 and 3
    record Formula(Expr expected, List<String> names, Map<String, Interval> domain) implements Task {
        public Formula {
            names = List.copyOf(names);
            domain = Map.copyOf(domain);
        }

        @Override
        public String word() {
            return "formula";
        }
    }

    /// From low to high.
    record Interval(double low, double high) {}
}
