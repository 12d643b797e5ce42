package fallline.export;

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

/// The hand-written Python that exported scripts are put together from: `/python/runtime.py` on the class path.
///
/// A line `#@ name` begins a section, `#@ name numpy` or `#@ name torch` one for that library only. A line that ends in
/// `#? feature` stays only in scripts that need the feature.
final class PythonTemplate {
    private static final String SECTION = "#@ ";
    private static final String CONDITION = "  #? ";

    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    PythonTemplate(PythonDialect dialect) {
        List<String> section = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith(SECTION)) {
                String[] words = line.substring(SECTION.length()).split(" ", -1);
                boolean ours = words.length == 1 || words[1].equals(dialect == PythonDialect.NUMPY ? "numpy" : "torch");
                section = new ArrayList<>();
                if (ours) {
                    sections.put(words[0], section);
                }
            } else {
                section.add(line);
            }
        }
    }

    private static String text() {
        try (InputStream stream = PythonTemplate.class.getResourceAsStream("/python/runtime.py")) {
            if (stream == null) {
                throw new IllegalStateException("there is no /python/runtime.py on the class path");
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
