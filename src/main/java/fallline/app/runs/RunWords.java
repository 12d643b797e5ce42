package fallline.app.runs;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The words of a run's row: name, rate and verdict on one line where they fit, the verdict at its end. Nothing is cut:
/// what has no room goes to a second line, rate before verdict, and a name that is too long for a line has several. Where
/// the run was forked stands on the second line.
final class RunWords extends Region {
    private static final double GAP = 8;

    private final Label name;
    private final Label rate;
    private final Label verdict;
    private final Label fork;

    RunWords(Label name, Label rate, Label verdict, Label fork) {
        this.name = name;
        this.rate = rate;
        this.verdict = verdict;
        this.fork = fork;
        name.setWrapText(true);
        fork.setWrapText(true);
        getChildren().setAll(name, rate, verdict, fork);
    }

    /// Which words stand on the second line, at its end.
    private List<Label> below(double width) {
        List<Label> below = new ArrayList<>();
        double room = width - name.prefWidth(-1);
        if (room < taken(verdict)) {
            below.add(verdict);
        } else {
            room -= taken(verdict);
        }
        if (room < taken(rate)) {
            below.addFirst(rate);
        }
        below.removeIf(label -> label.getText().isEmpty());
        return below;
    }

    private static double taken(Label label) {
        return label.getText().isEmpty() ? 0 : Math.ceil(label.prefWidth(-1)) + GAP;
    }

    private double firstHeight(double width) {
        double height = name.prefHeight(Math.min(width, Math.ceil(name.prefWidth(-1))));
        return Math.ceil(Math.max(height, Math.max(rate.prefHeight(-1), verdict.prefHeight(-1))));
    }

    private double forkRoom(double width, List<Label> below) {
        return Math.max(40, width - below.stream().mapToDouble(RunWords::taken).sum());
    }

    private double secondHeight(double width, List<Label> below) {
        double height = below.stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
        return Math.ceil(
                fork.getText().isEmpty() ? height : Math.max(height, fork.prefHeight(forkRoom(width, below))));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 60;
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
        return firstHeight(room) + secondHeight(room, below(room));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        List<Label> below = below(width);
        double first = firstHeight(width);
        double second = secondHeight(width, below);
        double right = width;
        for (Label label : List.of(verdict, rate)) {
            if (!below.contains(label)) {
                right = put(label, right, 0, first);
            }
        }
        double room = Math.min(width, Math.ceil(name.prefWidth(-1)));
        double tall = name.prefHeight(room);
        name.resizeRelocate(0, snapPositionY((first - tall) / 2), room, tall);
        double end = width;
        for (Label label : below.reversed()) {
            end = put(label, end, first, second);
        }
        double forked = forkRoom(width, below);
        fork.resizeRelocate(0, first, forked, fork.getText().isEmpty() ? 0 : fork.prefHeight(forked));
    }

    /// Puts a label before `right`, and says where the next one ends.
    private double put(Label label, double right, double top, double height) {
        double wide = label.getText().isEmpty() ? 0 : Math.ceil(label.prefWidth(-1));
        double tall = label.prefHeight(-1);
        label.resizeRelocate(right - wide, snapPositionY(top + (height - tall) / 2), wide, tall);
        return right - taken(label);
    }
}
