package fallline.picture.map;

import fallline.figure.map.CellField;
import java.util.List;
import java.util.stream.Stream;

/// How the words of verdicts are painted: a colour for each that stays, a pattern for those that run away.
final class VerdictPlaces {
    private static final List<String> COLOURED = List.of(
            "converged",
            "not there yet",
            "crawling",
            "stalled",
            "at rest",
            "hovering",
            "oscillating",
            "saddle",
            "maximum",
            "degenerate",
            "flat");

    /// In the order of a legend.
    static final List<String> ALL = Stream.concat(
                    COLOURED.stream(),
                    Stream.of(
                            "no minimum (separable)",
                            "unbounded",
                            "diverging",
                            "diverged",
                            "left the domain",
                            "no slope",
                            "cannot start"))
            .toList();

    private VerdictPlaces() {}

    static CellField.Kind kind(String word) {
        if (COLOURED.contains(word)) {
            return CellField.Kind.WORD;
        }
        return switch (word) {
            case "" -> CellField.Kind.UNKNOWN;
            case "diverging" -> CellField.Kind.RISING;
            case "diverged" -> CellField.Kind.HATCHED;
            default -> CellField.Kind.UNREACHED;
        };
    }

    static int place(String word) {
        return Math.max(0, COLOURED.indexOf(word));
    }
}
