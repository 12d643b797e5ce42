package fallline.app.formula;

import fallline.experiment.run.RunTask;
import fallline.export.FinishTable;
import fallline.optimizer.Equation;
import fallline.picture.step.StepLatex;
import fallline.problem.ProblemLatex;
import fallline.text.PlainFormula;
import fallline.workbench.RunRecord;
import fallline.workbench.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What of a scene can be copied as LaTeX and as text.
enum Copied {
    STEP("step", "the step") {
        @Override
        List<String> formulas(Scene scene) {
            return new StepLatex().lines(scene);
        }
    },
    PROBLEM("problem", "J and its gradient") {
        @Override
        List<String> formulas(Scene scene) {
            ProblemLatex latex = scene.experiment().problem().notation().mathematics();
            List<String> lines = new ArrayList<>(List.of(latex.loss()));
            lines.addAll(latex.derivatives());
            return lines;
        }
    },
    RULE("rule", "the rule") {
        @Override
        List<String> formulas(Scene scene) {
            return scene.record(scene.chosen().name())
                    .flatMap(RunRecord::task)
                    .map(RunTask::optimizer)
                    .map(optimizer ->
                            optimizer.equations().stream().map(Equation::latex).toList())
                    .orElse(List.of());
        }
    },
    FINISH("finish", "the finish table") {
        @Override
        List<String> formulas(Scene scene) {
            return List.of();
        }

        @Override
        String latex(Scene scene) {
            return FinishTable.of(scene).latex();
        }

        @Override
        String text(Scene scene) {
            return FinishTable.of(scene).text();
        }
    };

    private final String id;
    private final String words;

    Copied(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// For commands.
    String id() {
        return id;
    }

    /// As in *Copy the step*.
    String words() {
        return words;
    }

    /// Its formulas in LaTeX, without signs around them; none where there is nothing to copy. For a long formula this
    /// takes a while.
    abstract List<String> formulas(Scene scene);

    /// As LaTeX for a display: one formula as it is, several as an `aligned`; empty where there is nothing.
    String latex(Scene scene) {
        List<String> formulas = formulas(scene);
        return formulas.size() < 2
                ? String.join("", formulas)
                : formulas.stream()
                        .map(Copied::aligned)
                        .collect(Collectors.joining(" \\\\\n  ", "\\begin{aligned}\n  ", "\n\\end{aligned}"));
    }

    /// As plain lines; empty where there is nothing.
    String text(Scene scene) {
        return formulas(scene).stream().map(PlainFormula::of).collect(Collectors.joining("\n"));
    }

    /// Aligned at its first sign of equality.
    private static String aligned(String formula) {
        int depth = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && (c == '=' || formula.startsWith("\\leftarrow", i))) {
                return formula.substring(0, i) + "&" + formula.substring(i);
            }
        }
        return "&" + formula;
    }
}
