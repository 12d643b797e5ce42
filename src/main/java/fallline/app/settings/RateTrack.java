package fallline.app.settings;

import fallline.analysis.SliderScale;
import fallline.analysis.question.CurvatureHere;
import fallline.analysis.question.RateZones;
import fallline.app.controls.Focus;
import fallline.app.controls.Term;
import fallline.app.controls.Tips;
import fallline.app.controls.ValueSlider;
import fallline.number.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A learning-rate slider on its zones: a coloured strip that says where rates crawl, are good, oscillate and diverge,
/// with marks at the best rate and at the limit that can be clicked.
final class RateTrack extends Pane {
    private static final PseudoClass PLAIN = PseudoClass.getPseudoClass("plain");
    private static final double STRIP = 4;
    private static final double TICK = 10;
    private static final double THUMB = 16;
    private static final double GAP = 6;
    private static final double NOW = 10;
    private static final int DIGITS = 4;
    private static final List<Term> ZONES = List.of(Term.CRAWLS, Term.GOOD, Term.OSCILLATES, Term.DIVERGES);

    private final ValueSlider slider;
    private final List<Region> strips = List.of(
            strip("crawls", Term.CRAWLS),
            strip("good", Term.GOOD),
            strip("oscillates", Term.OSCILLATES),
            strip("diverges", Term.DIVERGES));
    private final List<Label> words = List.of(
            word("crawls", Term.CRAWLS),
            word("good", Term.GOOD),
            word("oscillates", Term.OSCILLATES),
            word("diverges", Term.DIVERGES));
    private final Region bestTick = tick();
    private final Region limitTick = tick();
    private final Label best = mark("mark-best", Term.BEST_RATE);
    private final Label limit = mark("mark-limit", Term.STABILITY_LIMIT);
    /// The rate that a schedule or a line search sets at the playhead.
    private final Region now = new Region();

    private final Label unknown = word("", Term.LEARNING_RATE);
    private Optional<CurvatureHere> here = Optional.empty();
    private Optional<RateZones> zones = Optional.empty();
    private Optional<Double> used = Optional.empty();
    private SliderScale shownScale = new SliderScale(0, 1, false);

    /// @param onMark gets the rate of a mark that was clicked
    RateTrack(ValueSlider slider, DoubleConsumer onMark) {
        this.slider = slider;
        getStyleClass().add("rate-track");
        getChildren().addAll(strips);
        getChildren().addAll(words);
        now.setId("rate-now");
        now.getStyleClass().add("rate-now");
        now.setMouseTransparent(true);
        unknown.setId("rate-bound");
        unknown.setMouseTransparent(false);
        now.setVisible(false);
        getChildren().addAll(bestTick, limitTick, slider, now, best, limit, unknown);
        Runnable toBest = () -> zones.ifPresent(z -> onMark.accept(rounded(z.best())));
        Runnable toLimit = () -> zones.ifPresent(z -> onMark.accept(z.limit()));
        best.setOnMouseClicked(_ -> toBest.run());
        limit.setOnMouseClicked(_ -> toLimit.run());
        Focus.pressable(best, AccessibleRole.BUTTON, toBest);
        Focus.pressable(limit, AccessibleRole.BUTTON, toLimit);
        show(Optional.empty(), Optional.empty());
    }

    /// Rates that marks put into the field are short numbers; the limit is put there in full, for it is a boundary.
    private static double rounded(double rate) {
        return new BigDecimal(rate)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    private static Region strip(String zone, Term term) {
        Region strip = new Region();
        strip.getStyleClass().addAll("zone", "zone-" + zone);
        return Tips.on(strip, term);
    }

    private static Label word(String zone, Term term) {
        Label word = new Label(zone);
        word.getStyleClass().add("zone-word");
        return Tips.on(word, term);
    }

    private static Region tick() {
        Region tick = new Region();
        tick.getStyleClass().add("rate-tick");
        tick.setMouseTransparent(true);
        return tick;
    }

    private static Label mark(String id, Term term) {
        Label mark = new Label();
        mark.setId(id);
        mark.setCursor(Cursor.HAND);
        mark.getStyleClass().addAll("zone-word", "rate-mark");
        return Tips.on(mark, term);
    }

    /// Shows the zones, or says why there are none, or a plain slider while nothing is known; a tip on each of them
    /// holds the eigenvalues.
    ///
    /// @param rate the rate that is used at the playhead, if it is not the slider's
    void show(Optional<CurvatureHere> next, Optional<Double> rate) {
        if (!rate.equals(used)) {
            used = rate;
            now.setVisible(rate.isPresent());
            requestLayout();
        }
        if (next.equals(here) && shownScale.equals(slider.scale())) {
            return;
        }
        here = next;
        shownScale = slider.scale();
        zones = next.flatMap(CurvatureHere::zones);
        boolean known = zones.isPresent();
        unknown.setText(next.map(CurvatureHere::whyNone).orElse(""));
        unknown.setVisible(next.isPresent() && !known);
        strips.forEach(strip -> strip.setVisible(known));
        List.of(bestTick, limitTick, best, limit).forEach(node -> node.setVisible(known));
        pseudoClassStateChanged(PLAIN, !known);
        next.ifPresent(this::tell);
        requestLayout();
    }

    private void tell(CurvatureHere curvature) {
        String sentence = " " + curvature.sentence();
        Tips.on(unknown, sentence.strip());
        for (int i = 0; i < strips.size(); i++) {
            Tips.on(strips.get(i), ZONES.get(i).sentence() + sentence);
        }
        zones.ifPresent(z -> {
            best.setText("best");
            limit.setText("limit " + Numbers.brief(z.limit(), 2));
            Tips.on(best, Term.BEST_RATE.sentence() + " Here: " + Numbers.brief(z.best(), 4) + "." + sentence);
            Tips.on(limit, Term.STABILITY_LIMIT.sentence() + " Here: " + Numbers.brief(z.limit(), 4) + "." + sentence);
        });
    }

    @Override
    protected double computePrefHeight(double width) {
        return THUMB + (here.isPresent() ? 15 : 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 180;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 80;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        slider.resizeRelocate(0, 0, width, THUMB);
        used.ifPresent(rate -> now.resizeRelocate(Math.rint(x(rate)) - NOW / 2, (THUMB - NOW) / 2, NOW, NOW));
        unknown.resizeRelocate(0, THUMB - 1, width, unknown.prefHeight(-1));
        zones.ifPresentOrElse(this::layoutZones, () -> words.forEach(word -> word.setVisible(false)));
    }

    private void layoutZones(RateZones z) {
        double[] edges = {THUMB / 2, x(z.slow()), x(z.overshoot()), x(z.limit()), getWidth() - THUMB / 2};
        double y = (THUMB - STRIP) / 2;
        for (int i = 0; i < strips.size(); i++) {
            double left = i == 0 ? edges[i] - 4 : edges[i];
            double right = i == strips.size() - 1 ? edges[i + 1] + 4 : edges[i + 1];
            strips.get(i).resizeRelocate(left, y, Math.max(0, right - left), STRIP);
        }
        place(bestTick, x(z.best()));
        place(limitTick, x(z.limit()));
        layoutWords(z, edges);
    }

    private void place(Region tick, double x) {
        tick.resizeRelocate(Math.rint(x) - 1, (THUMB - TICK) / 2, 2, TICK);
    }

    private void layoutWords(RateZones z, double[] edges) {
        double top = THUMB - 1;
        double bestWidth = best.prefWidth(-1);
        double limitWidth = limit.prefWidth(-1);
        double bestLeft = clamp(x(z.best()) - bestWidth / 2, bestWidth);
        double limitLeft = clamp(x(z.limit()) - limitWidth / 2, limitWidth);
        double overlap = bestLeft + bestWidth + GAP - limitLeft;
        if (overlap > 0) {
            limitLeft = clamp(limitLeft + overlap / 2, limitWidth);
            bestLeft = Math.max(0, Math.min(bestLeft, limitLeft - GAP - bestWidth));
        }
        best.resizeRelocate(bestLeft, top, bestWidth, best.prefHeight(-1));
        limit.resizeRelocate(limitLeft, top, limitWidth, limit.prefHeight(-1));
        double[][] taken = {{bestLeft, bestLeft + bestWidth}, {limitLeft, limitLeft + limitWidth}};
        for (int i = 0; i < words.size(); i++) {
            layoutWord(words.get(i), edges[i], edges[i + 1], taken, top);
        }
    }

    /// Puts a zone's word into the part of the zone that no mark's word takes, or hides it.
    private static void layoutWord(Label word, double left, double right, double[][] taken, double top) {
        double from = left;
        double to = right;
        for (double[] span : taken) {
            if (span[1] + GAP > from && span[0] - GAP < to) {
                if (span[0] - from > to - span[1]) {
                    to = Math.min(to, span[0] - GAP);
                } else {
                    from = Math.max(from, span[1] + GAP);
                }
            }
        }
        double width = word.prefWidth(-1);
        boolean fits = to - from >= width;
        word.setVisible(fits);
        if (fits) {
            word.resizeRelocate((from + to - width) / 2, top, width, word.prefHeight(-1));
        }
    }

    private double x(double rate) {
        SliderScale scale = slider.scale();
        return THUMB / 2 + scale.place(rate) * (getWidth() - THUMB);
    }

    private double clamp(double left, double width) {
        return Math.max(0, Math.min(left, getWidth() - width));
    }
}
