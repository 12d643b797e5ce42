package fallline.export;

import fallline.data.AtomicFile;
import fallline.experiment.Experiment;
import fallline.experiment.Start;
import fallline.experiment.TaskResolver;
import fallline.expr.PythonDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An experiment as a Python script of its own, that prints what `fallline run --trace` writes.
///
/// It is put together from the problem, the rules that the runs use, and those sections of [PythonTemplate] that they
/// need. docs/code-export.md shows one.
public final class PythonScript {
    /// Names that the template defines; no rule may have them.
    static final List<String> CLASSES = List.of(
            "Run",
            "RandomStream",
            "CarriedPower",
            "StrongWolfe",
            "Newton",
            "Lbfgs",
            "ConjugateGradient",
            "Known",
            "TorchOptim",
            "Schedule",
            "ConstantFactor",
            "Step",
            "MultiStep",
            "Exponential",
            "Cosine",
            "CosineRestarts",
            "LinearWarmup",
            "Polynomial",
            "InverseTime",
            "OneCycle",
            "Cyclic",
            "Plateau",
            "Warmup",
            "AllRows",
            "Shuffled",
            "Given",
            "Decimal",
            "X",
            "SEED",
            "STEPS",
            "ROWS",
            "SIZES",
            "PARAMETERS");

    /// What is used as soon as a word stands in the script, by the section of the template, in the order of the script.
    private static final Map<String, List<String>> SECTIONS = sections();

    /// A function that is called (`power(`), or a class that is called, extended or handed on (`Adam,`).
    private static final Pattern WORD = Pattern.compile("(?<![.\\w])(?:([a-z]\\w*)\\(|([A-Z]\\w*)[(),])");

    private static final int RULER = 100;

    private final Experiment experiment;
    private final PythonDialect dialect;
    private final PythonTemplate template;
    private final PythonRecipes recipes;
    private final Set<String> features;

    private PythonScript(Experiment experiment, TaskResolver resolver, PythonDialect dialect) {
        this.experiment = experiment;
        this.dialect = dialect;
        template = new PythonTemplate(dialect);
        recipes = new PythonRecipes(experiment, resolver, dialect);
        features = recipes.features();
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put(
                "Numbers",
                List.of(
                        "decode",
                        "power",
                        "sigmoid",
                        "softplus",
                        "softmax",
                        "log_sum_exp",
                        "minimum",
                        "maximum",
                        "where"));
        sections.put("Random numbers", List.of("random"));
        sections.put(
                "Optimizers",
                List.of(
                        "backtracking",
                        "newton",
                        "solve",
                        "eigen",
                        "identity",
                        "cg",
                        "lbfgs",
                        "wolfe",
                        "torch-optim",
                        "carried",
                        "dot"));
        sections.put(
                "Schedules",
                List.of(
                        "schedule",
                        "ConstantFactor",
                        "Step",
                        "MultiStep",
                        "Exponential",
                        "Cosine",
                        "CosineRestarts",
                        "LinearWarmup",
                        "Polynomial",
                        "InverseTime",
                        "OneCycle",
                        "Cyclic",
                        "Plateau",
                        "Warmup"));
        sections.put("Batches", List.of("AllRows", "Shuffled", "Given"));
        sections.put("Output", List.of("number", "norm"));
        return sections;
    }

    /// Writes the script to `target`, whole or not at all.
    ///
    /// @throws ExportException with a sentence for the user, if that cannot be done
    /// @throws IllegalArgumentException with a sentence, if a recipe does not fit
    public static void write(Experiment experiment, TaskResolver resolver, PythonDialect dialect, Path target) {
        byte[] bytes = text(experiment, resolver, dialect).getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFile.write(target, out -> out.write(bytes));
        } catch (IOException e) {
            throw new ExportException(AtomicFile.sentence(target, e), e);
        }
    }

    /// The text of the script.
    ///
    /// @throws ExportException with a sentence, if the experiment cannot be written as Python
    /// @throws IllegalArgumentException with a sentence, if a recipe does not fit
    public static String text(Experiment experiment, TaskResolver resolver, PythonDialect dialect) {
        experiment.runs().forEach(run -> resolver.resolve(experiment, run));
        return new PythonScript(experiment, resolver, dialect).text();
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
        Set<String> used = used(own);
        List<List<String>> parts = new ArrayList<>();
        if (used.contains("decode")) {
            parts.add(template.section("decode"));
        }
        add(parts, "The problem", problem);
        parts.add(start());
        SECTIONS.forEach((title, names) -> {
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

    /// The sections that the script needs: those whose names stand in it, and those that they need.
    private Set<String> used(List<List<String>> own) {
        Set<String> words = new HashSet<>();
        own.forEach(part -> addWords(part, words));
        Set<String> used = new LinkedHashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String name : SECTIONS.values().stream().flatMap(List::stream).toList()) {
                if (words.contains(word(name)) && template.has(name) && used.add(name)) {
                    addWords(template.section(name), words);
                    grown = true;
                }
            }
        }
        return used;
    }

    /// Adds the names that are called, and the classes that are handed on.
    private static void addWords(List<String> lines, Set<String> words) {
        for (String line : lines) {
            Matcher matcher = WORD.matcher(line);
            while (matcher.find()) {
                words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
        }
    }

    /// What a section defines.
    private static String word(String section) {
        return switch (section) {
            case "random" -> "RandomStream";
            case "carried" -> "CarriedPower";
            case "wolfe" -> "StrongWolfe";
            case "newton" -> "Newton";
            case "lbfgs" -> "Lbfgs";
            case "cg" -> "ConjugateGradient";
            case "torch-optim" -> "TorchOptim";
            case "schedule" -> "Schedule";
            default -> section;
        };
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
