package fallline.picture.tune;

import fallline.analysis.tune.RateFinding;
import fallline.analysis.tune.RateSearch;
import fallline.experiment.Run;
import fallline.figure.curve.RateCurves;
import fallline.figure.label.Legend;
import fallline.figure.page.Card;
import fallline.figure.page.SheetFigure;
import fallline.figure.paint.RunStyle;
import fallline.figure.plot.Span;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// J along a run whose learning rate was swept up.
public final class RateFindingPage {
    public static final String TITLE = "Learning-rate finder";

    /// So far a J that got worse than at the start is seen.
    private static final double ROOM = 4;

    private static final int DIGITS = 3;
    private static final String TENTH = "least / 10: ";

    private RateFindingPage() {}

    /// The curve, with the rates that look good.
    public static RateCurves figure(RateFinding found) {
        RateSearch search = found.search();
        RunStyle style = style(search);
        boolean logarithmic = RateCurves.spreads(found.loss()) && RateCurves.spreads(found.smoothed());
        double start = search.experiment()
                .problem()
                .objective()
                .twin()
                .value(search.experiment().startPoint());
        double[] all = Arrays.copyOf(found.loss(), found.loss().length + found.smoothed().length);
        System.arraycopy(found.smoothed(), 0, all, found.loss().length, found.smoothed().length);
        List<RateCurves.Line> lines = List.of(
                new RateCurves.Line("J", style, found.rates(), found.loss(), false, search.drawsLots()),
                new RateCurves.Line("smoothed", style, found.rates(), found.smoothed(), false, !search.drawsLots()));
        List<RateCurves.Mark> marks = new ArrayList<>();
        found.steepest().ifPresent(rate -> marks.add(mark(rate, "steepest ", true)));
        found.tenth().ifPresent(rate -> marks.add(mark(rate, TENTH, true)));
        found.least().ifPresent(rate -> marks.add(mark(rate, "least J: ", false)));
        found.limit().ifPresent(rate -> marks.add(mark(rate, "steps grow from ", false)));
        return new RateCurves(
                "learning rate",
                new Span(search.from(), search.to()),
                "J",
                logarithmic,
                RateCurves.seen(all, start > 0 ? ROOM * start : Double.POSITIVE_INFINITY, logarithmic),
                lines,
                marks,
                "");
    }

    private static RateCurves.Mark mark(double rate, String words, boolean strong) {
        return new RateCurves.Mark(rate, words + Numbers.brief(rate, DIGITS), strong);
    }

    private static RunStyle style(RateSearch search) {
        return RunStyle.of(
                search.experiment().runOrFirst(search.run().name()).look().orElse(0));
    }

    /// A page to keep.
    public static SheetFigure page(RateFinding found) {
        RateSearch search = found.search();
        Run run = search.run();
        return new SheetFigure(
                search.experiment().problem().notation().headline(),
                "",
                List.of(new Card(TITLE, run.name(), figure(found))),
                new Legend(List.of(new Legend.Entry(
                        run.name(), style(search), search.optimizer().card().name()))),
                sentence(found) + " Fall Line.");
    }

    /// The rates that look good, in a sentence, for those who cannot see the curve; empty where there is none.
    public static String suggestions(RateFinding found) {
        List<String> rates = new ArrayList<>();
        String first = found.limit().isPresent() ? "Suggested, below that limit: " : "J falls fastest at ";
        found.steepest().ifPresent(rate -> rates.add(first + Numbers.brief(rate, DIGITS)));
        found.tenth().ifPresent(rate -> rates.add(TENTH + Numbers.brief(rate, DIGITS)));
        found.least().ifPresent(rate -> rates.add("J is least at " + Numbers.brief(rate, DIGITS)));
        return rates.isEmpty() ? "" : " " + String.join("; ", rates) + ".";
    }

    /// How the run went, in one sentence or two.
    public static String sentence(RateFinding found) {
        RateSearch search = found.search();
        String swept = "The rate rose from " + Numbers.brief(search.from(), DIGITS) + " to "
                + Numbers.brief(search.to(), DIGITS) + " over " + Numbers.whole(search.steps()) + " steps";
        return swept
                + found.diverged()
                        .map(rate ->
                                "; at " + Numbers.brief(rate, DIGITS) + " J was four times its least, which ended it.")
                        .orElse("; J never rose to four times its least: a higher end would show more.")
                + found.limit()
                        .map(rate -> " By the curvature, steps grow from " + Numbers.brief(rate, DIGITS)
                                + " on, so no more than half of that is suggested.")
                        .orElse("");
    }
}
