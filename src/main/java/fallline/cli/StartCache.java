package fallline.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The file of loaded and linked classes that the launch line names, so that the next start is a short one (JEP 483,
/// JEP 514).
///
/// The virtual machine uses it only if it was made by the same machine from the same jars, and says nothing if not.
/// Where it is missing or was made from others, a process of its own makes it once the window is closed: it rehearses
/// the start without a display and in a folder of its own, and moves the file into place when it is whole.
public final class StartCache {
    /// Names the file on the launch line.
    private static final String PROPERTY = "fallline.cache";

    private static final int PATIENCE_MINUTES = 5;

    private final Path file;
    private final Path key;
    private final Path making;

    /// @param file the cache, in a folder that can be written
    StartCache(Path file) {
        this.file = file;
        key = beside(".key");
        making = beside(".making");
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /// That of the launch line; empty if it names none.
    public static Optional<StartCache> ofLaunch() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(name -> new StartCache(Path.of(name)));
    }

    /// Has it made behind this process, which may end at once, unless it is good; nobody hears of it if that fails.
    ///
    /// @param rehearsal the class whose `main` starts the program and ends it
    public void renewBehind(String rehearsal) {
        try {
            if (isFresh() || !claim()) {
                return;
            }
            List<String> command = new ArrayList<>();
            if (File.separatorChar == '/') {
                command.addAll(List.of("nice", "-n", "10"));
            }
            command.addAll(java());
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath()));
            command.addAll(List.of(StartCache.class.getName(), file.toString(), rehearsal));
            options().forEach(command::add);
            quiet(command).start();
        } catch (IOException | RuntimeException e) {
            discard(making); // the next start is as slow as this one
        }
    }

    /// Makes the cache, in a process that nobody waits for.
    ///
    /// @param arguments the file, the class that rehearses, and the options of the virtual machine
    static void main(String[] arguments) throws IOException, InterruptedException {
        StartCache cache = new StartCache(Path.of(arguments[0]));
        try {
            cache.make(arguments[1], List.of(arguments).subList(2, arguments.length));
        } finally {
            discard(cache.making);
        }
    }

    private void make(String rehearsal, List<String> options) throws IOException, InterruptedException {
        Files.writeString(making, Long.toString(ProcessHandle.current().pid()));
        String made = keyOfLaunch();
        Path unfinished = beside(".new");
        Path home = Files.createTempDirectory("fallline");
        List<String> command = java();
        command.addAll(options);
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + unfinished,
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Duser.home=" + home,
                "-cp",
                classPath(),
                rehearsal));
        ProcessBuilder builder = quiet(command);
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        builder.environment().put("APPDATA", home.toString());
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        if (ended && process.exitValue() == 0 && Files.size(unfinished) > 0) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(key, made);
        }
        process.destroyForcibly();
        discard(unfinished);
        sweep(home);
    }

    private boolean isFresh() throws IOException {
        return Files.exists(file) && Files.exists(key) && Files.readString(key).equals(keyOfLaunch());
    }

    /// Whether nobody else is at it.
    private boolean claim() throws IOException {
        try {
            Files.writeString(making, Long.toString(ProcessHandle.current().pid()), StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            String maker = Files.readString(making).strip();
            boolean alive = maker.matches("\\d{1,18}")
                    && ProcessHandle.of(Long.parseLong(maker)).isPresent();
            if (!alive) {
                Files.writeString(making, Long.toString(ProcessHandle.current().pid()));
            }
            return !alive;
        }
    }

    /// What a cache is made from: the virtual machine, and the jars with their sizes and dates.
    private static String keyOfLaunch() throws IOException {
        StringBuilder all = new StringBuilder(System.getProperty("java.vm.version") + "\n");
        String modules = System.getProperty("jdk.module.path", "");
        for (String name : (classPath() + File.pathSeparator + modules).split(File.pathSeparator, -1)) {
            Path entry = Path.of(name);
            all.append(name)
                    .append(' ')
                    .append(Files.exists(entry) ? Files.size(entry) + " " + Files.getLastModifiedTime(entry) : "")
                    .append('\n');
        }
        return all.toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return command;
    }

    /// The options of this virtual machine, but for those that name the cache.
    private static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-XX:AOT") && !option.startsWith("-D" + PROPERTY))
                .toList();
    }

    private static ProcessBuilder quiet(List<String> command) {
        return new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it is overwritten the next time
        }
    }

    private static void sweep(Path folder) {
        try (var all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder()).forEach(StartCache::discard);
        } catch (IOException e) {
            // the system sweeps its temporary files itself
        }
    }
}
