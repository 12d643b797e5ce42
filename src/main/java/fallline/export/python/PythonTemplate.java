package fallline.export.python;

import fallline.expr.print.PythonDialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The hand-written Python that exported scripts are put together from, in `/python` on the class path.
///
/// `runtime.py` is for every script, `numpy_runtime.py` and `torch_runtime.py` for those of one library: Python that
/// can be run and linted as it stands. `script.template` holds what has marks to be filled in. In each a line `#@ name`
/// begins a section; what stands before the first one is for those who read or run the file. A line that ends in
/// `#? feature` stays only in scripts that need the feature.
final class PythonTemplate {
    private static final String SECTION = "#@ ";
    private static final String CONDITION = "  #? ";

    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    PythonTemplate(PythonDialect dialect) {
        read("runtime.py");
        read(dialect == PythonDialect.NUMPY ? "numpy_runtime.py" : "torch_runtime.py");
        read("script.template");
    }

    private void read(String file) {
        List<String> section = new ArrayList<>();
        for (String line : text(file).lines().toList()) {
            if (line.startsWith(SECTION)) {
                section = new ArrayList<>();
                sections.put(line.substring(SECTION.length()), section);
            } else {
                section.add(line);
            }
        }
        // the blank lines between sections belong to none
        sections.values().forEach(lines -> {
            while (!lines.isEmpty() && lines.getLast().isBlank()) {
                lines.removeLast();
            }
        });
    }

    private static String text(String file) {
        try (InputStream stream = PythonTemplate.class.getResourceAsStream("/python/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no /python/" + file + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether there is such a section for this library.
    boolean has(String section) {
        return sections.containsKey(section);
    }

    /// A section's lines.
    List<String> section(String name) {
        return List.copyOf(sections.getOrDefault(name, List.of()));
    }

    /// A section's lines for a script with these features.
    List<String> section(String name, Set<String> features) {
        List<String> lines = new ArrayList<>();
        for (String line : section(name)) {
            int at = line.indexOf(CONDITION);
            if (at < 0) {
                lines.add(line);
            } else if (features.contains(line.substring(at + CONDITION.length()))) {
                lines.add(line.substring(0, at).stripTrailing());
            }
        }
        return lines;
    }
}
