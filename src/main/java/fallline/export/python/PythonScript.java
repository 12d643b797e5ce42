package fallline.export.python;

import fallline.experiment.Experiment;
import fallline.experiment.Run;
import fallline.experiment.Start;
import fallline.experiment.run.TaskResolver;
import fallline.export.ExportException;
import fallline.export.TraceCsv;
import fallline.expr.print.PythonDialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// An experiment as a Python script of its own, that prints what `fallline run --trace` writes.
///
/// It is put together from the problem, the rules that the runs use, and those sections of [PythonTemplate] that they
/// need. docs/code-export.md shows one.
public final class PythonScript {
    private static final int RULER = 100;

    private final Experiment experiment;

    /// The names of the runs that no script can compute.
    private final List<String> recorded;

    private final PythonDialect dialect;
    private final PythonTemplate template;
    private final PythonRecipes recipes;
    private final Set<String> features;

    private PythonScript(Experiment experiment, TaskResolver resolver, PythonDialect dialect) {
        this.experiment = computed(experiment);
        recorded = experiment.runs().stream()
                .filter(run -> run.recorded().isPresent())
                .map(Run::name)
                .toList();
        this.dialect = dialect;
        template = new PythonTemplate(dialect);
        recipes = new PythonRecipes(this.experiment, resolver, dialect);
        features = recipes.features();
    }

    /// The text of the script.
    ///
    /// @throws ExportException with a sentence, if the experiment cannot be written as Python
    /// @throws IllegalArgumentException with a sentence, if a recipe does not fit
    public static String text(Experiment experiment, TaskResolver resolver, PythonDialect dialect) {
        experiment.runs().forEach(run -> resolver.resolve(experiment, run));
        return new PythonScript(experiment, resolver, dialect).text();
    }

    /// The experiment without the paths that were computed elsewhere.
    private static Experiment computed(Experiment experiment) {
        List<Run> runs = experiment.runs().stream()
                .filter(run -> run.recorded().isEmpty())
                .toList();
        if (runs.isEmpty()) {
            throw new ExportException(
                    "Every run of this experiment is a recorded path, and no script computes those: add a run.");
        }
        return experiment.withRuns(runs);
    }

    private String text() {
        List<List<String>> problem =
                new PythonProblem(dialect, features.contains("hessian")).definitions(experiment.problem());
        List<List<String>> rules = recipes.rules();
        List<List<String>> ending =
                List.of(run(), recipes.runs(), replaced("main", Map.of("{HEADING}", PythonText.string(heading()))));
        List<List<String>> own = new ArrayList<>(problem);
        own.add(start());
        own.addAll(rules);
        own.addAll(ending);
        Set<String> used = PythonSections.used(template, own);
        List<List<String>> parts = new ArrayList<>();
        if (used.contains("decode")) {
            parts.add(template.section("decode"));
        }
        add(parts, "The problem", problem);
        parts.add(start());
        PythonSections.BY_TITLE.forEach((title, names) -> {
            List<List<String>> found = names.stream()
                    .filter(used::contains)
                    .filter(name -> !name.equals("decode"))
                    .map(template::section)
                    .toList();
            // a class that others extend has to come first
            boolean extended = used.contains("torch-optim") && title.equals("Optimizers");
            List<List<String>> all = new ArrayList<>(extended ? found : List.of());
            all.addAll(title.equals("Optimizers") ? rules : List.of());
            all.addAll(extended ? List.of() : found);
            add(parts, title, all);
        });
        add(parts, "The runs", ending);
        String body = parts.stream().map(part -> String.join("\n", part)).collect(Collectors.joining("\n\n\n"));
        return head(body) + "\n\n" + body + "\n";
    }

    private static void add(List<List<String>> parts, String title, List<List<String>> definitions) {
        for (int i = 0; i < definitions.size(); i++) {
            List<String> part = new ArrayList<>();
            if (i == 0) {
                part.add("# " + title + " " + "-".repeat(RULER - title.length()));
                part.add("");
            }
            part.addAll(definitions.get(i));
            parts.add(part);
        }
    }

    private String head(String body) {
        List<String> lines = new ArrayList<>();
        lines.add("#!/usr/bin/env python3");
        String library = dialect == PythonDialect.NUMPY ? "NumPy" : "PyTorch";
        lines.add("\"\"\"An experiment of Fall Line with " + library + ": "
                + experiment.runs().stream()
                        .map(run -> PythonText.words(run.name()))
                        .limit(5)
                        .collect(Collectors.joining(", "))
                + (experiment.runs().size() > 5 ? ", …" : "") + ".");
        lines.add("");
        lines.add("Prints every step of every run as CSV: what `fallline run FILE --trace OUT.csv` writes.");
        if (!recorded.isEmpty()) {
            lines.add("Left out, because computed elsewhere: "
                    + recorded.stream().map(PythonText::words).collect(Collectors.joining(", ")) + ".");
        }
        boolean newer = body.contains("torch.optim.NAdam");
        lines.add(
                dialect == PythonDialect.NUMPY
                        ? "Needs Python 3.8 and NumPy."
                        : "Needs Python 3.8 and PyTorch " + (newer ? "2.0" : "1.13") + ", or newer ones.");
        lines.add("\"\"\"");
        lines.add("");
        Map<String, String> imports = new LinkedHashMap<>();
        imports.put("base64.", "import base64");
        imports.put("math.", "import math");
        imports.put("sys.", "import sys");
        imports.put("zlib.", "import zlib");
        imports.put("array(\"d\"", "from array import array");
        imports.put("@dataclass", "from dataclasses import dataclass");
        imports.put("Decimal(", "from decimal import Decimal");
        imports.forEach((use, line) -> {
            if (body.contains(use)) {
                lines.add(line);
            }
        });
        lines.add("");
        if (dialect == PythonDialect.NUMPY) {
            lines.add("import numpy as np");
            lines.add("");
            lines.add("np.seterr(all=\"ignore\")  # a number that is not finite ends a run, without a warning");
            lines.add("scalar, vector = np.float64, np.array");
        } else {
            lines.add("import torch");
            lines.add("");
            lines.add("torch.set_default_dtype(torch.float64)");
            lines.add("scalar = vector = torch.as_tensor");
        }
        lines.add("");
        if (body.contains("SEED")) {
            lines.add("SEED = " + experiment.seed());
        }
        lines.add("STEPS = " + experiment.steps());
        return String.join("\n", lines);
    }

    private String heading() {
        return "run,step,evaluations,lr,loss,gradient_norm"
                + experiment.problem().objective().parameterNames().stream()
                        .map(name -> "," + TraceCsv.quoted(name))
                        .collect(Collectors.joining());
    }

    private List<String> start() {
        boolean alike = experiment.problem().objective().weights().isEmpty();
        if (!alike && experiment.start() instanceof Start.Random weights) {
            return PythonNetwork.start(weights);
        }
        List<String> lines = new ArrayList<>(List.of("def start():", "    \"\"\"The parameters at step 0.\"\"\""));
        if (experiment.start() instanceof Start.Random normal) {
            lines.add("    random = RandomStream(SEED, -1, 0)");
            lines.add("    return vector([" + PythonText.decimal(normal.scale()) + "*random.normal() for _ in range("
                    + experiment.problem().objective().dimension() + ")])");
        } else {
            lines.add("    return vector(" + PythonText.list(experiment.startPoint()) + ")");
        }
        return lines;
    }

    /// The class of a run, with what the recipes need.
    private List<String> run() {
        List<String> settings = features.stream()
                .filter(List.of("schedule", "batch", "modifiers")::contains)
                .toList();
        String change = settings.stream().map(name -> ", " + name + "=None").collect(Collectors.joining());
        String arguments = change
                + (features.contains("cycle") ? ", momentum=\"\"" : "")
                + (features.contains("stream") ? ", stream=0" : "")
                + (features.contains("search") ? ", line_search=None" : "")
                + (features.contains("changes") ? ", changes=None" : "");
        boolean batch = features.contains("batch");
        return replaced(
                "run",
                Map.of(
                        "{ARGUMENTS}",
                        arguments,
                        "{CHANGED}",
                        settings.stream().map(name -> ", " + name).collect(Collectors.joining()),
                        "{CHANGE}",
                        change,
                        "{ROWS}",
                        batch ? " over the step's rows" : "",
                        "{BATCH}",
                        batch ? ", self.batch.rows(self.k, self.stream)" : "",
                        "{SIGN}",
                        features.contains("maximise") ? "-" : ""));
    }

    private List<String> replaced(String section, Map<String, String> values) {
        return template.section(section, features).stream()
                .map(line -> {
                    String result = line;
                    for (Map.Entry<String, String> value : values.entrySet()) {
                        result = result.replace(value.getKey(), value.getValue());
                    }
                    return result;
                })
                .toList();
    }
}
