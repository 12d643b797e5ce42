package fallline.app.teach;

import fallline.analysis.predict.Fate;
import fallline.analysis.predict.Landing;
import fallline.analysis.predict.Ranking;
import fallline.experiment.view.Chalk.Place;
import fallline.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A question to a class, with what it says so far. Immutable.
sealed interface Ask {
    /// The question in words, with what was guessed.
    String words();

    /// What the guess is worth, 0 … 1; empty where none was made.
    Optional<Double> points();

    /// Guess and truth in words.
    String answer();

    /// Where the run lands.
    ///
    /// @param from, truth in the coordinates of the loss view
    /// @param names of the axes
    /// @param whole whether the view shows all parameters
    record Where(Landing landing, Place from, Place truth, List<String> names, boolean whole, Optional<Place> guess)
            implements Ask {
        Where guessing(Place place) {
            return new Where(landing, from, truth, names, whole, Optional.of(place));
        }

        @Override
        public String words() {
            String which = landing.ahead() == 1
                    ? "does the next step land"
                    : "is the run " + Numbers.whole(landing.ahead()) + " steps on";
            return "Where " + which + "? "
                    + guess.map(at -> "Said: " + place(at) + ".").orElse("Click on the loss.");
        }

        @Override
        public Optional<Double> points() {
            return guess.map(at -> miss(at).points());
        }

        private Landing.Miss miss(Place at) {
            return Landing.miss(numbers(at), numbers(from), numbers(truth));
        }

        private double[] numbers(Place at) {
            return names.size() == 1 ? new double[] {at.x()} : new double[] {at.x(), at.y()};
        }

        private String place(Place at) {
            String x = names.getFirst() + " = " + Numbers.brief(at.x(), 4);
            return names.size() == 1 ? x : x + ", " + names.getLast() + " = " + Numbers.brief(at.y(), 4);
        }

        @Override
        public String answer() {
            String there = "It lands at " + place(truth) + (whole ? "" : " in this plane");
            return guess.map(at -> {
                        Landing.Miss miss = miss(at);
                        String share = Double.isFinite(miss.share())
                                ? ", " + Numbers.brief(Math.rint(1000 * miss.share()) / 10, 4) + " % of the "
                                        + (landing.ahead() == 1 ? "step's length" : "way")
                                : "";
                        return there + "; the guess is " + Numbers.brief(miss.distance(), 3) + " beside it" + share
                                + ".";
                    })
                    .orElse(there + ".");
        }
    }

    /// What becomes of the run.
    record Becomes(Fate truth, Optional<Fate> guess) implements Ask {
        Becomes guessing(Fate fate) {
            return new Becomes(truth, Optional.of(fate));
        }

        @Override
        public String words() {
            return "What becomes of this run? "
                    + guess.map(fate -> "Said: it " + fate.word() + ".").orElse("");
        }

        @Override
        public Optional<Double> points() {
            return guess.map(fate -> fate == truth ? 1.0 : 0.0);
        }

        @Override
        public String answer() {
            return "It " + truth.word()
                    + guess.map(fate -> fate == truth ? ", as was said." : "; said was that it " + fate.word() + ".")
                            .orElse(".");
        }
    }

    /// Which rate has come lowest.
    ///
    /// @param rates as they are asked about
    /// @param order the places of those that were named so far, the best first
    /// @param known what the engine says, once it was asked
    record Rates(List<Double> rates, int steps, String best, List<Integer> order, Optional<Ranking> known)
            implements Ask {
        Rates naming(int place) {
            List<Integer> next = order.contains(place)
                    ? List.of(place)
                    : Stream.concat(order.stream(), Stream.of(place)).toList();
            return new Rates(rates, steps, best, next, known);
        }

        Rates withRate(int place, double rate) {
            List<Double> others = new ArrayList<>(rates);
            others.set(place, rate);
            return new Rates(others, steps, best, order, Optional.empty());
        }

        Rates knowing(Ranking ranking) {
            return new Rates(rates, steps, best, order, Optional.of(ranking));
        }

        boolean isRanked() {
            return order.size() == rates.size();
        }

        @Override
        public String words() {
            return "Which rate is " + best + " after " + Numbers.whole(steps) + " steps? "
                    + (order.isEmpty()
                            ? "Press them in order, the " + best + " first."
                            : "Said: " + order.stream().map(this::rate).collect(Collectors.joining(", ")) + ".");
        }

        private String rate(int place) {
            return Numbers.brief(rates.get(place), 3);
        }

        @Override
        public Optional<Double> points() {
            return isRanked() ? known.map(ranking -> ranking.points(order)) : Optional.empty();
        }

        @Override
        public String answer() {
            return known.map(ranking -> ranking.order().stream()
                            .map(place -> "α " + rate(place) + ": J "
                                    + loss(ranking.losses().get(place)))
                            .collect(Collectors.joining(" · ", "", ".")))
                    .orElse("");
        }

        private static String loss(double loss) {
            return Double.isNaN(loss) ? "no number any more" : Numbers.brief(loss, 3);
        }
    }
}
