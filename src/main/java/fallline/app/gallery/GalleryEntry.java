package fallline.app.gallery;

import fallline.data.BuiltInData;
import fallline.data.Column;
import fallline.data.Dataset;
import fallline.data.Generator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A data set of the gallery: one of the catalogue, or points made by a generator.
///
/// @param id what its tile is called
/// @param classes whether the target names classes
/// @param card what the catalogue says
/// @param made how it was made, if it was
public record GalleryEntry(
        String id,
        String title,
        Dataset data,
        List<String> features,
        String target,
        boolean classes,
        Optional<BuiltInData> card,
        Optional<Made> made) {
    /// How many points a generator makes at first.
    public static final int POINTS = 120;

    /// The settings of a generator.
    record Made(Generator generator, int count, double noise, long seed) {}

    public static GalleryEntry of(BuiltInData card) {
        return new GalleryEntry(
                card.id(),
                card.title(),
                card.load().dataset(),
                card.best().features(),
                card.best().target(),
                !card.best().model().equals("linear-regression"),
                Optional.of(card),
                Optional.empty());
    }

    public static GalleryEntry of(Generator generator, int count, double noise, long seed) {
        return new GalleryEntry(
                "made-" + generator.name().toLowerCase(Locale.ROOT),
                generator.title(),
                generator.generate(count, noise, seed),
                generator.features(),
                generator.target(),
                generator.target().equals("class"),
                Optional.empty(),
                Optional.of(new Made(generator, count, noise, seed)));
    }

    /// All that is known of it, for a search.
    String words() {
        String models = card.map(known -> known.suggestions().stream()
                        .map(BuiltInData.Suggestion::model)
                        .collect(Collectors.joining(" ")))
                .orElse("made by chance " + (classes ? "logistic-regression network" : "linear-regression"));
        return String.join(
                " ",
                title,
                models,
                classes ? "classes" : "",
                String.join(" ", data.columns().stream().map(Column::name).toList()),
                card.map(known -> known.teaches() + " " + known.fact()).orElse(""));
    }

    /// The noise with which a generator's shape is still easily seen.
    public static double noise(Generator generator) {
        return switch (generator) {
            case LINE -> 0.6;
            case BLOBS -> 0.7;
            case MOONS -> 0.12;
            case CIRCLES -> 0.08;
            case SPIRAL -> 0.04;
            case SINE -> 0.15;
            case XOR -> 0.05;
        };
    }
}
