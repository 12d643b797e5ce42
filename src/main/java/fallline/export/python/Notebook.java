package fallline.export.python;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.run.TaskResolver;
import fallline.export.ExportException;
import fallline.expr.print.PythonDialect;
import fallline.problem.ProblemLatex;
import java.util.ArrayList;
import java.util.List;

/// An experiment as a Jupyter notebook: the formulas, the textbook's loop of one run, the exact script of all runs, and
/// the plot of what that one prints.
///
/// Source of the format: nbformat 4.5, The Jupyter Notebook Format.
public final class Notebook {
    private static final String CAPTURE = """
            import csv
            import io
            from contextlib import redirect_stdout


            class Printed(io.StringIO):
                def reconfigure(self, **_):
                    pass


            printed = Printed()
            with redirect_stdout(printed):
                main()
            rows = list(csv.DictReader(io.StringIO(printed.getvalue())))
            print(len(rows), "steps; the last is", rows[-1])""";

    private static final String PLOT = """
            import matplotlib.pyplot as plt

            curves = {}
            for row in rows:
                curves.setdefault(row["run"], []).append(float(row["loss"]))
            for name, losses in curves.items():
                plt.plot(losses, label=name)
            plt.xlabel("step")
            plt.ylabel("J")
            if min(min(losses) for losses in curves.values()) > 0:
                plt.yscale("log")
            plt.legend()
            plt.show()""";

    private static final String END = "\n\nif __name__ == \"__main__\":\n    main()";

    private final ObjectMapper json = new ObjectMapper();
    private final ArrayNode cells = json.createArrayNode();

    private Notebook() {}

    /// The text of the notebook.
    ///
    /// @param run whose loop is written as a textbook has it, where a few lines say it
    /// @throws ExportException with a sentence, if the experiment cannot be written as Python
    /// @throws IllegalArgumentException with a sentence, if a recipe does not fit
    public static String text(Experiment experiment, Run run, TaskResolver resolver) {
        return new Notebook().written(experiment, run, resolver);
    }

    private String written(Experiment experiment, Run run, TaskResolver resolver) {
        String exact = PythonScript.text(experiment, resolver, PythonDialect.NUMPY);
        markdown("# " + escaped(experiment.problem().notation().headline()) + "\n\n" + formulas(experiment));
        try {
            String brief = TextbookScript.text(experiment, run, resolver);
            markdown("## The loop of the textbook\n\nOne run, **" + escaped(run.name())
                    + "**, in the fewest lines. It prints the step, J and the parameters.");
            code(brief.strip());
        } catch (ExportException e) {
            markdown("## The loop of the textbook\n\n" + escaped(String.valueOf(e.getMessage())));
        }
        markdown("## All runs, exactly\n\nThe same numbers as in Fall Line. `main()` prints them as a table.");
        code(exact.strip().replace(END, "").strip());
        code(CAPTURE);
        markdown("## The convergence curve");
        code(PLOT);
        ObjectNode book = json.createObjectNode();
        book.set("cells", cells);
        ObjectNode metadata = book.putObject("metadata");
        metadata.putObject("kernelspec")
                .put("display_name", "Python 3")
                .put("language", "python")
                .put("name", "python3");
        metadata.putObject("language_info").put("name", "python");
        book.put("nbformat", 4).put("nbformat_minor", 5);
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(book) + "\n";
        } catch (JsonProcessingException e) {
            throw new ExportException("The notebook could not be written as JSON.", e);
        }
    }

    private static String formulas(Experiment experiment) {
        ProblemLatex latex = experiment.problem().notation().mathematics();
        List<String> lines = new ArrayList<>(List.of(latex.loss()));
        lines.addAll(latex.derivatives());
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("$$").append(line).append("$$\n\n"));
        return text.toString().strip();
    }

    /// Words of a stranger in Markdown.
    private static String escaped(String words) {
        return PythonText.words(words).replaceAll("([\\\\`*_{}\\[\\]<>()#+|!$~&-])", "\\\\$1");
    }

    private void markdown(String text) {
        cell("markdown", text);
    }

    private void code(String text) {
        ObjectNode cell = cell("code", text);
        cell.putNull("execution_count");
        cell.putArray("outputs");
    }

    private ObjectNode cell(String kind, String text) {
        ObjectNode cell = cells.addObject();
        cell.put("cell_type", kind);
        cell.put("id", "cell-" + cells.size());
        cell.putObject("metadata");
        ArrayNode source = cell.putArray("source");
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            source.add(lines.get(i) + (i < lines.size() - 1 ? "\n" : ""));
        }
        return cell;
    }
}
