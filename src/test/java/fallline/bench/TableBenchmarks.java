package fallline.bench;

import fallline.data.CsvReader;
import fallline.data.read.Xlsx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Reading tables, beside numpy and pandas where these are there.
final class TableBenchmarks {
    private static final int COLUMNS = 5;
    private static final String PYTHON = """
            import sys, time
            best = 1e9
            for _ in range(3):
                b = time.perf_counter(); READ; best = min(best, time.perf_counter() - b)
            print(best * 1e9)
            """;

    private TableBenchmarks() {}

    static void run(Report report) {
        try {
            Path folder = Files.createTempDirectory("tables");
            Path csv = csv(folder.resolve("million.csv"), 1_000_000);
            double all = Report.best(1, () -> CsvReader.read(csv));
            report.line("CSV of 1,000,000 × 5, all decisions included", all / 1e9, "s", "<= 1 s");
            other("import numpy as np; np.loadtxt(FILE, delimiter=',', skiprows=1)", csv)
                    .ifPresent(best -> report.line("… times as fast as numpy.loadtxt", best / all, "×", ""));
            other("import pandas as pd; pd.read_csv(FILE)", csv)
                    .ifPresent(best -> report.line("… times as fast as pandas.read_csv", best / all, "×", ""));
            Path german = Files.writeString(
                    folder.resolve("german.csv"),
                    Files.readString(csv).replace(',', ';').replace('.', ','));
            report.line(
                    "the same with semicolons and decimal commas",
                    Report.best(1, () -> CsvReader.read(german)) / 1e9,
                    "s",
                    "");
            Path book = Files.write(folder.resolve("book.xlsx"), book(100_000));
            double rows = Report.best(1, () -> CsvReader.read(book));
            report.line("workbook of 100,000 × 5", rows / 1e9, "s", "<= 3 s");
            other("import pandas as pd; pd.read_excel(FILE)", book)
                    .ifPresent(best -> report.line("… times as fast as pandas.read_excel", best / rows, "×", ""));
            for (Path file : List.of(csv, german, book, folder)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path csv(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("a,b,c,d,e\n");
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                text.append(random.nextDouble(-1000, 1000)).append(column == COLUMNS - 1 ? '\n' : ',');
            }
        }
        return Files.writeString(file, text);
    }

    private static byte[] book(int rows) {
        SplittableRandom random = new SplittableRandom(1);
        List<List<?>> cells = new ArrayList<>();
        cells.add(List.of("a", "b", "c", "d", "e"));
        for (int row = 0; row < rows; row++) {
            List<Double> numbers = new ArrayList<>();
            for (int column = 0; column < COLUMNS; column++) {
                numbers.add(random.nextDouble(-1000, 1000));
            }
            cells.add(numbers);
        }
        return Xlsx.of(new Xlsx.Page("numbers", cells));
    }

    /// The best time of other software, in nanoseconds, where some Python has it.
    private static OptionalDouble other(String read, Path file) {
        String program = PYTHON.replace("READ", read.replace("FILE", "'" + file + "'"));
        for (String python : List.of("python3", "/usr/bin/python3")) {
            try {
                Process process = new ProcessBuilder(python, "-c", program)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() == 0) {
                    return OptionalDouble.of(Double.parseDouble(out.strip()));
                }
            } catch (IOException e) {
                // this Python is not there: the next may be
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return OptionalDouble.empty();
    }
}
