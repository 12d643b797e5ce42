package fallline.problem;

import fallline.expr.Expr;
import fallline.expr.Graph;
import fallline.expr.algebra.Kink;
import fallline.expr.algebra.KinkFinder;
import fallline.expr.compile.CompiledFormula;
import fallline.expr.print.LatexPrinter;
import fallline.number.Numbers;
import fallline.objective.Goal;
import fallline.objective.formula.FormulaObjective;
import java.util.ArrayList;
import java.util.List;

/// Formulas, typed or chosen in the catalogue.
record FormulaFamily() implements Family {
    @Override
    public String word() {
        return "formula";
    }

    @Override
    public String title() {
        return "Formula";
    }

    /// One formula, written down.
    record Written(Problem.Formula problem) implements Notation {
        /// Longer formulas cannot be read, and take long to set.
        private static final long LONGEST = 2_000;

        private static final int MOST_DERIVATIVES = 6;

        @Override
        public String latex(int index) {
            return LatexPrinter.name(problem.variables().get(index));
        }

        @Override
        public String axis(int index) {
            return problem.variables().get(index);
        }

        @Override
        public String headline() {
            return (problem.goal() == Goal.MAXIMISE ? "Maximise " : "") + "J(" + String.join(", ", problem.variables())
                    + ") = " + problem.expression();
        }

        @Override
        public String best() {
            return problem.goal() == Goal.MINIMISE ? "minimum" : "maximum";
        }

        @Override
        public ProblemLatex mathematics() {
            FormulaObjective objective = problem.objective();
            List<String> names =
                    problem.variables().stream().map(LatexPrinter::name).toList();
            CompiledFormula.Form form = objective.form();
            List<String> notes = new ArrayList<>();
            if (form != CompiledFormula.Form.ONE_METHOD) {
                notes.add("The formula is " + form.description() + ".");
            }
            List<Kink> kinks = KinkFinder.find(objective.formula(), problem.variables());
            long size = Graph.treeSize(objective.formula());
            if (size > LONGEST) {
                notes.addFirst(tooLong("J and its derivatives are", size));
                return new ProblemLatex("", List.of(), String.join(" ", notes), form.description(), kinks);
            }
            List<String> lines = new ArrayList<>();
            List<Expr> partials = objective.partialDerivatives();
            for (int i = 0; i < Math.min(MOST_DERIVATIVES, partials.size()); i++) {
                long nodes = Graph.treeSize(partials.get(i));
                if (nodes > LONGEST) {
                    notes.addFirst(
                            tooLong("The derivative by " + problem.variables().get(i) + " is", nodes));
                } else {
                    lines.add(operator(names, i) + " = " + LatexPrinter.print(partials.get(i)));
                }
            }
            if (partials.size() > MOST_DERIVATIVES) {
                notes.addFirst("The first " + MOST_DERIVATIVES + " of " + partials.size() + " derivatives are shown.");
            }
            String head = "J(" + String.join(", ", names) + ") = ";
            String goal = problem.goal() == Goal.MAXIMISE ? "\\max\\; " : "";
            String loss = goal + head + LatexPrinter.print(objective.formula());
            return new ProblemLatex(loss, lines, String.join(" ", notes), form.description(), kinks);
        }

        private static String operator(List<String> names, int i) {
            return names.size() == 1
                    ? "\\frac{dJ}{d" + names.get(i) + "}"
                    : "\\frac{\\partial J}{\\partial " + names.get(i) + "}";
        }

        private static String tooLong(String what, long nodes) {
            return nodes >= 1_000_000_000
                    ? what + " too long to be shown (more than " + Numbers.whole(LONGEST) + " nodes)."
                    : what + " too long to be shown (" + Numbers.whole(nodes) + " nodes, at most "
                            + Numbers.whole(LONGEST) + ").";
        }
    }
}
