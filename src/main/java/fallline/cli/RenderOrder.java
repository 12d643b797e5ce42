package fallline.cli;

import fallline.export.PictureFormat;
import fallline.export.PictureFormats;
import fallline.export.film.FilmFormats;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.io.FileException;
import fallline.picture.page.View;
import fallline.picture.page.Views;
import fallline.text.Quote;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// What `fallline render` was asked for.
///
/// @param step where the playhead stands; where the file says, or at the last step, if left out
/// @param size in logical pixels
/// @param scale pixels a logical pixel, for PNG and films
/// @param film how a film goes; empty if a picture is wanted
record RenderOrder(
        Path file,
        View<?> view,
        OptionalInt step,
        Size size,
        double scale,
        Theme theme,
        Optional<FilmOptions> film,
        Path target) {
    private static final double USUAL_SCALE = 2;

    /// Of a film, which is long.
    private static final double FILM_SCALE = 1;

    private static final double LEAST_SCALE = 0.25;
    private static final double MOST_SCALE = 8;
    private static final int LEAST_PIXELS = 100;
    private static final int MOST_PIXELS = 20_000;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})[x×](\\d{1,6})");

    /// Adds the options to a command on one file.
    static void describe(CommandSpec command, Views views) {
        command.addOption(option("--view", views.words(), text -> view(text, views))
                        .description("What to paint; the dashboard if left out.")
                        .build())
                .addOption(option("--step", "N", RenderOrder::step)
                        .description("The step that it shows; if left out, the file's, or else the last.")
                        .build())
                .addOption(option("--size", "WxH", RenderOrder::size)
                        .description("Width and height in pixels of 1/96 inch; " + sizes() + ".")
                        .build())
                .addOption(option("--scale", "S", RenderOrder::scale)
                        .description(
                                "How many pixels of the file are one of these; if left out, 2 in a PNG and 1 in a film.")
                        .build())
                .addOption(option("--theme", "light|dark|print", RenderOrder::theme)
                        .description("The colours; light if left out.")
                        .build())
                .addOption(OptionSpec.builder("-o", "--output")
                        .paramLabel("OUT.("
                                + allEndings().map(end -> end.substring(1)).collect(Collectors.joining("|")) + ")")
                        .type(Path.class)
                        .converters((ITypeConverter<Path>) RenderOrder::target)
                        .required(true)
                        .description(
                                "The picture or film; its ending says of what kind. OUT.csv is the table of a sweep or "
                                        + "basin map, a line a run.")
                        .build());
        FilmOptions.describe(command);
        command.usageMessage()
                .description(
                        "Computes an experiment and paints one of its views, or all on one page, as a picture of one "
                                + "step or as a film of many.");
    }

    private static <T> OptionSpec.Builder option(String name, String label, ITypeConverter<T> converter) {
        return OptionSpec.builder(name).paramLabel(label).type(Object.class).converters(converter);
    }

    private static Stream<String> allEndings() {
        return Stream.concat(
                PictureFormats.ALL.stream().map(format -> "." + format.ending()),
                FilmFormats.ALL.stream().map(format -> "." + format.ending()));
    }

    /// @throws fallline.io.FileException with a sentence, if what was said goes not together
    static RenderOrder of(ParseResult command) {
        View<?> view = command.<View<?>>matchedOptionValue("--view", Views.DASHBOARD);
        Path target = command.matchedOptionValue("--output", Path.of(""));
        boolean film = FilmFormats.of(target).isPresent();
        if (isTable(target) && view != Views.SWEEP && view != Views.BASIN) {
            throw new FileException("Only --view sweep and --view basin are written as .csv: a trace is written by "
                    + "fallline run FILE --trace OUT.csv.");
        }
        if (!film) {
            FilmOptions.refuse(command, target);
        }
        return new RenderOrder(
                command.matchedPositionalValue(0, Path.of("")),
                view,
                command.matchedOptionValue("--step", OptionalInt.empty()),
                command.matchedOptionValue("--size", view.page()),
                command.matchedOptionValue("--scale", film ? FILM_SCALE : USUAL_SCALE),
                command.matchedOptionValue("--theme", Theme.LIGHT),
                film ? Optional.of(FilmOptions.of(command)) : Optional.empty(),
                target);
    }

    /// Whether a table of the runs of a map is wanted.
    boolean isTable() {
        return isTable(target);
    }

    private static boolean isTable(Path target) {
        return String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /// The form of the picture, if that is what is wanted.
    PictureFormat format() {
        return PictureFormats.of(target).orElseThrow();
    }

    /// `900x640, or 1400x900 for the dashboard`.
    private static String sizes() {
        return words(Views.LOSS.page()) + ", or " + words(Views.DASHBOARD.page()) + " for the "
                + Views.DASHBOARD.word();
    }

    private static String words(Size size) {
        return Math.round(size.width()) + "x" + Math.round(size.height());
    }

    private static View<?> view(String text, Views views) {
        return views.find(text)
                .orElseThrow(
                        () -> new TypeConversionException("it must be " + views.words() + ", got " + Quote.of(text)));
    }

    static OptionalInt step(String text) {
        if (text.matches("\\d{1,7}")) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        if (text.matches("\\d+")) {
            throw new TypeConversionException(
                    "an experiment has at most 1\u202f000\u202f000 steps, got " + Quote.of(text));
        }
        throw new TypeConversionException("it must be a whole number from 0 on, got " + Quote.of(text));
    }

    private static Size size(String text) {
        Matcher pair = SIZE.matcher(text);
        if (pair.matches()) {
            int width = Integer.parseInt(pair.group(1));
            int height = Integer.parseInt(pair.group(2));
            if (Math.min(width, height) >= LEAST_PIXELS && Math.max(width, height) <= MOST_PIXELS) {
                return new Size(width, height);
            }
        }
        throw new TypeConversionException(
                "it must be such as 900x640, with 100 to 20\u202f000 pixels each, got " + Quote.of(text));
    }

    private static Double scale(String text) {
        if (text.matches("\\d+(\\.\\d+)?")) {
            double scale = Double.parseDouble(text);
            if (scale >= LEAST_SCALE && scale <= MOST_SCALE) {
                return scale;
            }
        }
        throw new TypeConversionException("it must be a number from 0.25 to 8, got " + Quote.of(text));
    }

    private static Theme theme(String text) {
        return switch (text) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            case "print" -> Theme.PRINT;
            default -> throw new TypeConversionException("it must be light, dark or print, got " + Quote.of(text));
        };
    }

    private static Path target(String text) {
        Path path = Cli.path(text);
        if (!isTable(path)
                && PictureFormats.of(path).isEmpty()
                && FilmFormats.of(path).isEmpty()) {
            List<String> all = allEndings().toList();
            throw new TypeConversionException(
                    "the file must end in " + String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast()
                            + ", got " + Quote.of(text));
        }
        return path;
    }
}
