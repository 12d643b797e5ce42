package fallline.bench.start;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Dev form: rounds, then name=commandline...
public final class StartBenchmark {
    static void main(String[] a) throws Exception {
        if (GraphicsEnvironment.isHeadless()) {
            IO.println("no display");
            return;
        }
        Robot robot = new Robot();
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        int rounds = Integer.parseInt(a[0]);
        Map<String, List<String>> cases = new LinkedHashMap<>();
        boolean play = false;
        for (String s : List.of(a).subList(1, a.length)) {
            if (s.equals("play")) {
                play = true;
            } else {
                cases.put(
                        s.substring(0, s.indexOf('=')),
                        List.of(s.substring(s.indexOf('=') + 1).split(" ")));
            }
        }
        Map<String, List<double[]>> results = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            for (var one : cases.entrySet()) {
                Path home = Files.createTempDirectory("fl");
                try (Watched w = Watched.start(
                        one.getValue(), Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home + "/.config"))) {
                    double f = w.firstFrame(robot, screen);
                    double c = w.complete();
                    double cpu = w.cpu();
                    results.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                            .add(new double[] {f, c, cpu});
                    if (play) {
                        w.tell('n');
                        Thread.sleep(6000);
                        Double rss0 = w.resident();
                        double c0 = w.cpu();
                        Thread.sleep(4000);
                        double idle = (w.cpu() - c0) / 4;
                        w.tell('p');
                        Thread.sleep(2000);
                        c0 = w.cpu();
                        Thread.sleep(6000);
                        double p1 = (w.cpu() - c0) / 6;
                        Thread.sleep(4000);
                        c0 = w.cpu();
                        Thread.sleep(6000);
                        double p2 = (w.cpu() - c0) / 6;
                        IO.println(one.getKey() + " rss0 " + rss0 + " idle " + idle + " play " + p1 + " play2 " + p2
                                + " rss " + w.resident());
                    }
                    double end = w.end();
                    if (i == 0) {
                        IO.println(one.getKey() + " ends in " + end + " says " + w.said());
                    }
                }
            }
        }
        double[] base = new double[3];
        results.forEach((name, r) -> {
            double[] m = new double[3];
            for (int k = 0; k < 3; k++) {
                int at = k;
                m[k] = r.stream().mapToDouble(x -> x[at]).sorted().toArray()[r.size() / 2];
                if (base[k] == 0) {
                    base[k] = m[k];
                }
            }
            IO.println(String.format(
                    Locale.ROOT,
                    "%-12s first %.2f (%.2fx)  complete %.2f (%.2fx of bare)  cpu %.2f (%.2fx) %s",
                    name,
                    m[0],
                    m[0] / base[0],
                    m[1],
                    m[1] / base[1],
                    m[2],
                    m[2] / base[2],
                    r.stream().map(x -> String.format("%.2f/%.2f", x[0], x[1])).toList()));
        });
        IO.println(Arrays.toString(Files.readString(Path.of("/proc/loadavg")).split(" ")));
    }
}
