package fallline.export.python;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which sections of [PythonTemplate] a script needs: those whose names stand in it, and those that these need.
final class PythonSections {
    /// What is used as soon as a word stands in the script, by the section of the template, in the order of the script.
    static final Map<String, List<String>> BY_TITLE = sections();

    /// A function that is called (`power(`), or a class that is called, extended or handed on (`Adam,`).
    private static final Pattern WORD = Pattern.compile("(?<![.\\w])(?:([a-z]\\w*)\\(|([A-Z]\\w*)[(),])");

    /// What a script defines besides its sections.
    private static final List<String> OTHERS =
            List.of("Run", "Known", "Decimal", "X", "SEED", "STEPS", "ROWS", "SIZES", "PARAMETERS");

    private PythonSections() {}

    /// Names that a script may define itself; no rule may have them.
    static List<String> reserved() {
        Stream<String> classes = BY_TITLE.values().stream()
                .flatMap(List::stream)
                .map(PythonSections::word)
                .filter(word -> Character.isUpperCase(word.charAt(0)));
        return Stream.concat(classes, OTHERS.stream()).toList();
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
                        "relu",
                        "cbrt",
                        "atan2",
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
                        "dot",
                        "total"));
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

    /// The sections that the script needs: those whose names stand in it, and those that they need.
    static Set<String> used(PythonTemplate template, List<List<String>> own) {
        Set<String> words = new HashSet<>();
        own.forEach(part -> addWords(part, words));
        Set<String> used = new LinkedHashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String name : BY_TITLE.values().stream().flatMap(List::stream).toList()) {
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
}
