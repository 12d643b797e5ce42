package fallline.app.data;

import fallline.app.problem.ProblemKind;
import fallline.data.Column;
import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.Dataset;
import fallline.objective.DesignMatrix;
import fallline.objective.DesignMatrix.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which columns a model is to read: what the column dialog edits.
///
/// @param kind linear or logistic regression
/// @param target the column that is predicted; empty while none fits
/// @param features the columns that it is predicted from, in the data's order
record ColumnPlan(Dataset data, ProblemKind kind, Optional<String> target, List<String> features) {
    ColumnPlan {
        features = List.copyOf(features);
    }

    /// A first guess: the last column that fits is the target, the first other column of numbers the feature.
    static ColumnPlan guess(Dataset data, ProblemKind kind) {
        Optional<String> target = targets(data, kind).stream()
                .filter(candidate -> candidate.reason().isEmpty())
                .map(Candidate::name)
                .reduce((_, later) -> later);
        return new ColumnPlan(data, kind, target, firstFeature(data, target));
    }

    /// Logistic regression for data whose last column has two values, else linear regression.
    static ColumnPlan guess(Dataset data) {
        Column last = data.columns().getLast();
        boolean classes = hasTwoValues(last);
        return guess(data, classes ? ProblemKind.LOGISTIC : ProblemKind.LINEAR);
    }

    private static List<String> firstFeature(Dataset data, Optional<String> target) {
        return DesignMatrix.candidates(data).stream()
                .filter(candidate -> candidate.reason().isEmpty())
                .map(Candidate::name)
                .filter(name -> !Optional.of(name).equals(target))
                .limit(1)
                .toList();
    }

    /// The columns that can be features, each with the reason if it cannot.
    List<Candidate> featureCandidates() {
        return DesignMatrix.candidates(data).stream()
                .map(candidate -> Optional.of(candidate.name()).equals(target)
                        ? new Candidate(candidate.name(), Optional.of("the target"))
                        : candidate)
                .toList();
    }

    /// The columns that can be the target, each with the reason if it cannot.
    List<Candidate> targetCandidates() {
        return targets(data, kind);
    }

    private static List<Candidate> targets(Dataset data, ProblemKind kind) {
        if (kind == ProblemKind.LINEAR) {
            return DesignMatrix.candidates(data);
        }
        List<Candidate> all = new ArrayList<>();
        for (Column column : data.columns()) {
            all.add(new Candidate(
                    column.name(), hasTwoValues(column) ? Optional.empty() : Optional.of("not two classes")));
        }
        return all;
    }

    private static boolean hasTwoValues(Column column) {
        Set<Object> distinct = new HashSet<>();
        for (int row = 0; row < column.rows() && distinct.size() < 3; row++) {
            distinct.add(
                    switch (column) {
                        case NumberColumn numbers -> numbers.values()[row];
                        case TextColumn words -> words.values().get(row);
                    });
        }
        return distinct.size() == 2 && !distinct.contains(Double.NaN) && !distinct.contains("");
    }

    /// The plan for another kind of model; what still fits stays.
    ColumnPlan withKind(ProblemKind other) {
        if (other == kind) {
            return this;
        }
        boolean fits = targets(data, other).stream()
                .anyMatch(candidate -> Optional.of(candidate.name()).equals(target)
                        && candidate.reason().isEmpty());
        return fits ? new ColumnPlan(data, other, target, features) : guess(data, other);
    }

    /// The plan with another target, which is then no feature.
    ColumnPlan withTarget(String name) {
        List<String> others =
                features.stream().filter(feature -> !feature.equals(name)).toList();
        return new ColumnPlan(
                data, kind, Optional.of(name), others.isEmpty() ? firstFeature(data, Optional.of(name)) : others);
    }

    /// The plan with a feature more or less.
    ColumnPlan withToggled(String feature) {
        List<String> wanted = data.columns().stream()
                .map(Column::name)
                .filter(name -> name.equals(feature) != features.contains(name))
                .toList();
        return new ColumnPlan(data, kind, target, wanted);
    }

    /// Why no model can be made of it yet, in one sentence; empty if it can be tried.
    Optional<String> objection() {
        if (target.isEmpty()) {
            return Optional.of(
                    kind == ProblemKind.LOGISTIC
                            ? data.name() + " has no column with exactly two values: choose linear regression."
                            : data.name() + " has no column of complete numbers that varies: choose another file.");
        }
        return features.isEmpty()
                ? Optional.of("No feature is chosen: choose at least one column to predict from.")
                : Optional.empty();
    }
}
