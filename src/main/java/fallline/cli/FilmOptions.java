package fallline.cli;

import fallline.export.film.Course;
import fallline.export.film.Film;
import fallline.export.film.FilmFormats;
import fallline.export.film.Speed;
import fallline.io.FileException;
import fallline.text.Quote;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// What `fallline render` was told of a film.
///
/// @param from the first step; 0 if left out
/// @param to the last step; the experiment's if left out
/// @param every so many steps a frame, or by distance; thinned if left out
/// @param frames at most so many, of a sweep just so many
/// @param orbit degrees
/// @param sweep what goes on instead of time
record FilmOptions(
        OptionalInt from,
        OptionalInt to,
        Optional<Every> every,
        OptionalInt frames,
        double fps,
        double hold,
        double orbit,
        Optional<Sweep> sweep) {
    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final Pattern SWEEP =
            Pattern.compile("(?:(.+):)?([^:=]+)=(" + NUMBER + ")\\.\\.(" + NUMBER + ")(,log|,linear)?");
    private static final List<String> OF_FILMS =
            List.of("--from", "--to", "--every", "--frames", "--fps", "--hold", "--orbit", "--sweep");
    private static final List<String> OF_TIME = List.of("--from", "--to", "--every");
    private static final int MOST_STRIDE = 1_000_000;

    /// @param stride so many steps; by distance where that is empty
    record Every(OptionalInt stride) {}

    record Sweep(Optional<String> run, String setting, double from, double to, boolean logarithmic) {}

    /// Adds the options to a command.
    static void describe(CommandSpec command) {
        command.addOption(option("--from", "K", RenderOrder::step)
                        .description("Film: the first step; 0 if left out.")
                        .build())
                .addOption(option("--to", "K", RenderOrder::step)
                        .description("Film: the last step; the experiment's if left out.")
                        .build())
                .addOption(option("--every", "K|distance", FilmOptions::every)
                        .description("Film: so many steps a frame, or so that paths move equally far in each; if left "
                                + "out, all steps, thinned evenly to --frames.")
                        .build())
                .addOption(option("--frames", "N", FilmOptions::frames)
                        .description("Film: at most so many frames; 300 if left out. Of a sweep just so many; 150.")
                        .build())
                .addOption(option("--fps", "N", FilmOptions::fps)
                        .description("Film: frames a second; 25 if left out.")
                        .build())
                .addOption(option("--hold", "S", FilmOptions::hold)
                        .description("Film: seconds that the first frame and the last rest; 0 if left out.")
                        .build())
                .addOption(option("--orbit", "DEG", FilmOptions::orbit)
                        .description("Film: degrees by which a solid turns on the way.")
                        .build())
                .addOption(option("--sweep", "[RUN:]NAME=A..B[,log]", FilmOptions::sweep)
                        .description(
                                "Film: a setting of a run, or a parameter of the formula, goes from A to B instead "
                                        + "of time; --step says where the playhead stands.")
                        .build());
    }

    private static <T> OptionSpec.Builder option(String name, String label, ITypeConverter<T> converter) {
        return OptionSpec.builder(name).paramLabel(label).type(Object.class).converters(converter);
    }

    /// @throws FileException with a sentence, if what was said goes not together
    static FilmOptions of(ParseResult command) {
        FilmOptions options = new FilmOptions(
                command.matchedOptionValue("--from", OptionalInt.empty()),
                command.matchedOptionValue("--to", OptionalInt.empty()),
                Optional.ofNullable(command.matchedOptionValue("--every", (Every) null)),
                command.matchedOptionValue("--frames", OptionalInt.empty()),
                command.matchedOptionValue("--fps", Speed.USUAL.fps()),
                command.matchedOptionValue("--hold", Speed.USUAL.hold()),
                command.matchedOptionValue("--orbit", 0.0),
                Optional.ofNullable(command.matchedOptionValue("--sweep", (Sweep) null)));
        if (options.sweep.isPresent()) {
            refuse(command, OF_TIME, " goes through time, and --sweep stands still in it: leave one of them out.");
        } else {
            refuse(command, List.of("--step"), " shows one step, and a film many: take --from and --to.");
        }
        return options;
    }

    /// @throws FileException with a sentence, if one of the options was given, and `target` is a picture
    static void refuse(ParseResult command, Path target) {
        refuse(
                command,
                OF_FILMS,
                " is for films, and " + Quote.path(target) + " is a picture: end its name in " + FilmFormats.endings()
                        + ", or leave the option out.");
    }

    private static void refuse(ParseResult command, List<String> options, String sentence) {
        options.stream().filter(command::hasMatchedOption).findFirst().ifPresent(option -> {
            throw new FileException(option + sentence);
        });
    }

    /// What goes on in the film.
    ///
    /// @param step where the playhead stands in a sweep
    /// @param last the experiment's last step
    /// @throws FileException with a sentence, if there are no such steps
    Course course(Path file, int step, int last) {
        if (sweep.isPresent()) {
            Sweep swept = sweep.get();
            return new Course.Sweep(
                    swept.run(),
                    swept.setting(),
                    swept.from(),
                    swept.to(),
                    swept.logarithmic(),
                    frames.orElse(Course.Sweep.USUAL),
                    step);
        }
        int first = from.orElse(0);
        int end = to.orElse(last);
        for (int wanted : new int[] {first, end}) {
            if (wanted > last) {
                throw new FileException(
                        "There is no step " + wanted + " in " + Quote.path(file) + ": its last is " + last + ".");
            }
        }
        if (first > end) {
            throw new FileException(
                    "--from " + first + " is after --to " + end + ", and films go forward: change the two.");
        }
        return new Course.Steps(first, end, pace());
    }

    private Course.Pace pace() {
        int most = frames.orElse(Course.USUAL_FRAMES);
        return every.<Course.Pace>map(given -> given.stride().isPresent()
                        ? new Course.Pace.Every(given.stride().getAsInt())
                        : new Course.Pace.ByDistance(most))
                .orElseGet(() -> new Course.Pace.Thinned(most));
    }

    Speed speed() {
        return new Speed(fps, hold);
    }

    private static Every every(String text) {
        if (text.equals("distance")) {
            return new Every(OptionalInt.empty());
        }
        int stride = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
        if (stride < 1 || stride > MOST_STRIDE) {
            throw new TypeConversionException(
                    "it must be a whole number from 1 on, or the word distance, got " + Quote.of(text));
        }
        return new Every(OptionalInt.of(stride));
    }

    private static OptionalInt frames(String text) {
        int frames = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (frames < 2 || frames > Course.MOST_FRAMES) {
            throw new TypeConversionException(
                    "it must be a whole number from 2 to 100\u202f000, got " + Quote.of(text));
        }
        return OptionalInt.of(frames);
    }

    private static Double fps(String text) {
        return number(text, Speed.LEAST_FPS, Speed.MOST_FPS, "it must be a number from 0.1 to 120");
    }

    private static Double hold(String text) {
        return number(text, 0, Speed.MOST_HOLD, "it must be a number of seconds from 0 to 60");
    }

    private static Double orbit(String text) {
        return number(text, -Film.MOST_DEGREES, Film.MOST_DEGREES, "it must be a number of degrees from -3600 to 3600");
    }

    private static Double number(String text, double least, double most, String sentence) {
        if (text.matches(NUMBER)) {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new TypeConversionException(sentence + ", got " + Quote.of(text));
    }

    private static Sweep sweep(String text) {
        Matcher said = SWEEP.matcher(text);
        if (!said.matches()) {
            throw new TypeConversionException(
                    "it must be such as lr=0.01..1.1, lr=0.001..1,log or Adam:beta1=0..0.99, got " + Quote.of(text));
        }
        double from = Double.parseDouble(said.group(3));
        double to = Double.parseDouble(said.group(4));
        boolean logarithmic = ",log".equals(said.group(5));
        if (!Double.isFinite(from) || !Double.isFinite(to) || from == to) {
            throw new TypeConversionException("it must go from one number to another, got " + Quote.of(text));
        }
        if (logarithmic && !(from > 0 && to > 0)) {
            throw new TypeConversionException(
                    "equal factors lead only from above 0 to above 0: leave ,log out, got " + Quote.of(text));
        }
        return new Sweep(Optional.ofNullable(said.group(1)), said.group(2).strip(), from, to, logarithmic);
    }
}
