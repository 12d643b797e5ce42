package fallline.bench.start;

import fallline.Rehearsal;
import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Starts the program and a bare window of JavaFX by turns, and prints how many times as long the program takes until
/// something and until all is on the screen; then what it costs while it stands still and while it plays.
public final class StartBenchmark {
    private static final int ROUNDS = 5;
    private static final long SETTLE_MILLIS = 20_000;
    private static final long LOOK_MILLIS = 8_000;

    private enum Case {
        BARE("a bare JavaFX window"),
        CACHED("Fall Line with a cache"),
        PLAIN("Fall Line without a cache");

        private final String words;

        Case(String words) {
            this.words = words;
        }
    }

    private record Times(double first, double complete, double cpu) {}

    private final Path launch;
    private final Path cache;
    private final Path home;
    private final Robot eyes;
    private final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());

    private StartBenchmark(Path launch) throws AWTException, IOException {
        this.launch = launch;
        cache = launch.resolveSibling("app").resolve("start.aot");
        home = Files.createTempDirectory("fallline-start");
        eyes = new Robot();
    }

    /// @param arguments the launch line of the build; empty folders for the preferences are made
    static void main(String[] arguments) throws AWTException, IOException, InterruptedException {
        if (GraphicsEnvironment.isHeadless()) {
            IO.println("There is no display here: -Pstart opens windows and looks at the screen.");
            return;
        }
        new StartBenchmark(Path.of(arguments[0])).run();
    }

    private void run() throws IOException, InterruptedException {
        train();
        Map<Case, List<Times>> times = new EnumMap<>(Case.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Case one : Case.values()) {
                times.computeIfAbsent(one, _ -> new ArrayList<>()).add(time(one));
            }
        }
        print(times);
        costs();
    }

    /// The launch line with the probe behind the program; the cache is this benchmark's own.
    private List<String> command(Case which, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> line = Files.readAllLines(launch);
        for (int i = 0; i < line.size() - 1; i++) {
            String word = line.get(i).replace("\"", "");
            if (word.equals("-cp")) {
                command.addAll(List.of(more));
            } else if (line.get(i - (i > 0 ? 1 : 0)).equals("-cp")) {
                command.addAll(List.of("-cp", word + File.pathSeparator + Path.of("target", "app", "probe.jar")));
            } else if (!word.contains(".aot")) {
                command.add(word);
            }
        }
        command.addAll(List.of(Probe.class.getName(), which == Case.BARE ? "bare" : "app"));
        return command;
    }

    private Watched start(Case which) throws IOException {
        String[] more = which == Case.CACHED ? new String[] {"-XX:AOTCache=" + cache} : new String[0];
        return Watched.start(command(which, more), environment());
    }

    private Map<String, String> environment() {
        return Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.toString(), "APPDATA", home.toString());
    }

    /// As the program does it by itself behind its closed window.
    private void train() throws IOException, InterruptedException {
        Files.deleteIfExists(cache);
        List<String> command =
                command(Case.CACHED, "-XX:AOTCacheOutput=" + cache, "-Dglass.platform=Headless", "-Dprism.order=sw");
        command.set(command.size() - 2, Rehearsal.class.getName());
        command.removeLast();
        try (Watched program = Watched.start(command, environment())) {
            program.awaitEnd();
        }
    }

    private Times time(Case which) throws IOException, InterruptedException {
        try (Watched program = start(which)) {
            double first = program.firstFrame(eyes, screen);
            return new Times(first, Math.max(first, program.complete()), program.cpu());
        }
    }

    private static void print(Map<Case, List<Times>> times) {
        double bare = median(times, Case.BARE, Times::first);
        double bareCpu = median(times, Case.BARE, Times::cpu);
        line(String.format(Locale.ROOT, "%-28s %6.2f s   %5.2f CPU s", Case.BARE.words, bare, bareCpu));
        for (Case one : List.of(Case.CACHED, Case.PLAIN)) {
            line(String.format(
                    Locale.ROOT,
                    "%-28s first frame %5.2f × (goal %s)   complete %5.2f × (goal %s)   %5.2f × of its CPU",
                    one.words,
                    median(times, one, Times::first) / bare,
                    "≤ 2.5 ×",
                    median(times, one, Times::complete) / bare,
                    one == Case.CACHED ? "≤ 5 ×" : "≤ 7 ×",
                    median(times, one, Times::cpu) / bareCpu));
        }
    }

    private static double median(Map<Case, List<Times>> times, Case which, ToDoubleFunction<Times> part) {
        double[] sorted = times.getOrDefault(which, List.of()).stream()
                .mapToDouble(part)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    /// What the window costs once it is there and has settled.
    private void costs() throws IOException, InterruptedException {
        try (Watched program = start(Case.CACHED)) {
            program.complete();
            Thread.sleep(SETTLE_MILLIS);
            double idle = share(program);
            program.tell('p');
            Thread.sleep(LOOK_MILLIS);
            double playing = share(program);
            program.resident()
                    .ifPresent(megabytes ->
                            line(String.format(Locale.ROOT, "memory (RSS) %36.0f MB (goal ≤ 280 MB)", megabytes)));
            line(String.format(
                    Locale.ROOT, "playing five steps a second %19.1f %% of one core (goal ≤ 15 %%)", 100 * playing));
            line(String.format(Locale.ROOT, "standing still %32.1f %% of one core (goal 0 %%)", 100 * idle));
        }
    }

    private static double share(Watched program) throws InterruptedException {
        double before = program.cpu();
        Thread.sleep(LOOK_MILLIS);
        return 1000 * (program.cpu() - before) / LOOK_MILLIS;
    }

    private static void line(String text) {
        IO.println(text);
    }
}
