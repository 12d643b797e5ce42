package fallline.bench;

import java.util.List;

/// Runs all benchmarks, or those whose group is named on the command line.
public final class Benchmarks {
    private Benchmarks() {}

    /// @param arguments names of groups; none for all
    static void main(String[] arguments) {
        List<String> wanted = List.of(arguments);
        Report report = new Report(System.out);
        if (wanted.isEmpty() || wanted.contains("engine")) {
            EngineBenchmarks.run(report);
        }
        if (wanted.isEmpty() || wanted.contains("formulas")) {
            FormulaBenchmarks.run(report);
        }
        if (wanted.isEmpty() || wanted.contains("rules")) {
            RuleBenchmarks.run(report);
        }
        if (wanted.isEmpty() || wanted.contains("data")) {
            DataBenchmarks.run(report);
        }
        if (wanted.isEmpty() || wanted.contains("tables")) {
            TableBenchmarks.run(report);
        }
        if (wanted.isEmpty() || wanted.contains("maps")) {
            MapBenchmarks.run(report);
        }
        if (wanted.isEmpty() || wanted.contains("planes")) {
            PlaneBenchmarks.run(report);
        }
        if (wanted.isEmpty() || wanted.contains("pictures")) {
            PictureBenchmarks.run(report);
        }
        if (wanted.isEmpty() || wanted.contains("films")) {
            FilmBenchmarks.run(report);
        }
    }
}
