import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Holds the sources against palantir-java-format, unused imports included. Maven runs it, by the JDK of the toolchain:
/// the formatter needs one that can parse the sources.
///
/// Arguments: `check` or `apply`, the version of the formatter, the index, the folders. The index lists the files that
/// were in order, with size and time; they are not read again.
public final class Format {
    private final boolean mend;
    private final String version;
    private final Path index;
    private final Set<String> known;
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());
    private final Set<String> inOrder = new TreeSet<>();
    private final Set<String> wrong = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();

    private Format(boolean mend, String version, Path index) throws IOException {
        this.mend = mend;
        this.version = version;
        this.index = index;
        known = Files.exists(index) ? new HashSet<>(Files.readAllLines(index)) : Set.of();
    }

    /// Ends with 1 if a file is not in order and was not to be mended, or cannot be read by the formatter.
    public static void main(String[] arguments) throws IOException {
        Format format = new Format(arguments[0].equals("apply"), arguments[1], Path.of(arguments[2]));
        for (String folder : List.of(arguments).subList(3, arguments.length)) {
            format.visit(Path.of(folder));
        }
        System.exit(format.end() ? 0 : 1);
    }

    private void visit(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).toList().parallelStream()
                    .forEach(this::look);
        }
    }

    private void look(Path file) {
        try {
            if (known.contains(line(file))) {
                note(inOrder, line(file));
                return;
            }
            String text = Files.readString(file);
            String formatted = formatter.formatSource(formatter.fixImports(text));
            if (!formatted.equals(text)) {
                note(wrong, file.toString());
                if (!mend) {
                    return;
                }
                Files.writeString(file, formatted);
            }
            note(inOrder, line(file));
        } catch (FormatterException e) {
            note(refused, file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void note(Set<String> where, String what) {
        where.add(what);
    }

    private String line(Path file) throws IOException {
        return version + " " + file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    private boolean end() throws IOException {
        Files.createDirectories(index.toAbsolutePath().getParent());
        Files.write(index, inOrder);
        wrong.forEach(file -> System.out.println((mend ? "Formatted " : "Not formatted: ") + file));
        refused.forEach(file -> System.out.println("palantir-java-format cannot read " + file));
        if (!wrong.isEmpty() && !mend) {
            System.out.println("Mend the format of these files with: mvn -Pformat");
        }
        return refused.isEmpty() && (mend || wrong.isEmpty());
    }
}
