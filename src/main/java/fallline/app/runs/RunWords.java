package fallline.app.runs;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The words of a run's row: name, rate and verdict on one line where they fit, the verdict at its end. Nothing is cut:
/// what has no room goes to a second line, rate before verdict, and a name that is too long for a line has several.
/// Where the run was forked stands on the second line.
///
/// In a narrow column with many runs there is no second line: the rate gives way first, the verdict becomes a mark, and
/// the fork's sentence its step.
final class RunWords extends Region {
    private static final double GAP = 6;

    /// Below this width a column counts as narrow.
    private static final double NARROW = 200;

    private static final double LEAST = 60;

    private final Label name;
    private final Label rate;
    private final Label verdict;
    private final Label fork;

    /// In short: a sign for the verdict, and the fork's step.
    private final Label mark;

    private final Label branch;
    private boolean many;

    RunWords(Label name, Label rate, Label verdict, Label fork, Label mark, Label branch) {
        this.name = name;
        this.rate = rate;
        this.verdict = verdict;
        this.fork = fork;
        this.mark = mark;
        this.branch = branch;
        name.setWrapText(true);
        fork.setWrapText(true);
        getChildren().setAll(name, rate, verdict, fork, mark, branch);
    }

    /// Whether there are so many runs that a row has one line wherever possible.
    void setMany(boolean now) {
        if (now != many) {
            many = now;
            requestLayout();
        }
    }

    /// Which labels stand where.
    ///
    /// @param first at the end of the first line, the last one first
    /// @param below at the end of the second line, in order
    /// @param beside the short form of the fork, beside the name
    private record Places(List<Label> first, List<Label> below, boolean beside, double named) {}

    private Places places(double width) {
        double wanted = Math.ceil(name.prefWidth(-1));
        return many && width < NARROW ? oneLine(width, wanted) : twoLines(width, wanted);
    }

    private Places oneLine(double width, double wanted) {
        double room = width - Math.min(wanted, width - taken(branch) - taken(mark)) - taken(branch);
        List<Label> first = new ArrayList<>();
        for (Label label : List.of(taken(verdict) <= room ? verdict : mark, rate)) {
            if (taken(label) <= room || label == mark) {
                first.add(label);
                room -= taken(label);
            }
        }
        return new Places(first, List.of(), true, Math.min(wanted, width - taken(branch) - taken(mark)));
    }

    private Places twoLines(double width, double wanted) {
        List<Label> first = new ArrayList<>();
        List<Label> below = new ArrayList<>();
        double room = width - wanted;
        for (Label label : List.of(verdict, rate)) {
            if (room >= taken(label)) {
                first.add(label);
                room -= taken(label);
            } else {
                below.addFirst(label);
            }
        }
        return new Places(first, below, false, Math.min(width, wanted));
    }

    /// The width of a label with the gap before it; nothing if it is empty.
    private static double taken(Label label) {
        return label.getText().isEmpty() ? 0 : Math.ceil(label.prefWidth(-1)) + GAP;
    }

    private double firstHeight(Places places) {
        double height = name.prefHeight(Math.max(LEAST, places.named()));
        for (Label label : places.first()) {
            height = Math.max(height, label.prefHeight(-1));
        }
        return Math.ceil(height);
    }

    private double forkRoom(double width, Places places) {
        return Math.max(
                LEAST,
                width - places.below().stream().mapToDouble(RunWords::taken).sum());
    }

    private double secondHeight(double width, Places places) {
        double height = places.below().stream()
                .mapToDouble(label -> label.prefHeight(-1))
                .max()
                .orElse(0);
        boolean forked = !fork.getText().isEmpty() && !places.beside();
        return Math.ceil(forked ? Math.max(height, fork.prefHeight(forkRoom(width, places))) : height);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST;
    }

    @Override
    protected double computePrefWidth(double height) {
        return name.prefWidth(-1) + taken(rate) + taken(verdict);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? computePrefWidth(-1) : width;
        Places places = places(room);
        return firstHeight(places) + secondHeight(room, places);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        Places places = places(width);
        double first = firstHeight(places);
        double second = secondHeight(width, places);
        double right = width;
        for (Label label : places.first()) {
            right = put(label, right, 0, first);
        }
        double tall = name.prefHeight(Math.max(LEAST, places.named()));
        name.resizeRelocate(0, snapPositionY((first - tall) / 2), places.named(), tall);
        double end = width;
        for (Label label : places.below().reversed()) {
            end = put(label, end, first, second);
        }
        double forked = forkRoom(width, places);
        fork.resizeRelocate(0, first, forked, fork.prefHeight(forked));
        put(branch, places.named() + taken(branch), 0, first);
        fork.setVisible(!places.beside() && !fork.getText().isEmpty());
        branch.setVisible(places.beside());
        for (Label label : List.of(rate, verdict, mark)) {
            label.setVisible(places.first().contains(label) || places.below().contains(label));
        }
    }

    /// Puts a label before `right`, and says where the next one ends.
    private double put(Label label, double right, double top, double height) {
        double wide = label.getText().isEmpty() ? 0 : Math.ceil(label.prefWidth(-1));
        double tall = label.prefHeight(-1);
        label.resizeRelocate(right - wide, snapPositionY(top + (height - tall) / 2), wide, tall);
        return right - taken(label);
    }
}
