package fallline.problem;

import fallline.data.Column;
import fallline.data.ColumnProfile;
import fallline.data.CompleteRows;
import fallline.data.DataException;
import fallline.data.Dataset;
import fallline.data.Gaps;
import fallline.number.Numbers;
import fallline.text.Quote;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which columns a model is to read, and what becomes of rows with gaps: what the column dialog edits.
///
/// @param data with the rule for gaps
/// @param profiles what each of its columns holds, in the data's order
/// @param family the kind of model
/// @param target the column that is predicted; empty while none fits
/// @param features the columns that it is predicted from, in the data's order
public record ColumnPlan(
        Dataset data,
        List<ColumnProfile> profiles,
        ModelFamily family,
        Optional<String> target,
        List<String> features) {
    /// More classes than this are a column of measurements or names.
    private static final int MOST_CLASSES = 50;

    private static final Pattern UNNAMED = Pattern.compile("c[0-9]+");

    public ColumnPlan {
        features = List.copyOf(features);
    }

    /// A column that may be chosen.
    ///
    /// @param reason in a few words why it cannot, if it cannot: `text`, `constant`, `gap in row 7`
    /// @param sentence the same in a sentence; empty if it can
    public record Candidate(String name, Optional<String> reason, String sentence) {
        public boolean fits() {
            return reason.isEmpty();
        }
    }

    /// A plan for columns that are known already.
    public static ColumnPlan of(Dataset data, ModelFamily family, String target, List<String> features) {
        return new ColumnPlan(data, profiles(data), family, Optional.of(target), features);
    }

    /// A first guess: the last column that fits is the target, the first other column of numbers the feature.
    public static ColumnPlan guess(Dataset data, ModelFamily family) {
        return guess(data, profiles(data), family);
    }

    /// Logistic regression for data whose last column has two values, else linear regression.
    public static ColumnPlan guess(Dataset data) {
        List<ColumnProfile> profiles = profiles(data);
        boolean classes = unfitAsClasses(profiles.getLast(), data.gaps(), 2).isEmpty();
        return guess(data, profiles, classes ? Families.LOGISTIC : Families.LINEAR);
    }

    private static List<ColumnProfile> profiles(Dataset data) {
        return data.columns().stream().map(ColumnProfile::of).toList();
    }

    private static ColumnPlan guess(Dataset data, List<ColumnProfile> profiles, ModelFamily family) {
        ColumnPlan empty = new ColumnPlan(data, profiles, family, Optional.empty(), List.of());
        Optional<String> target = empty.targetCandidates().stream()
                .filter(Candidate::fits)
                .map(Candidate::name)
                .reduce((_, later) -> later);
        return target.map(empty::withTarget).orElse(empty);
    }

    /// The columns that can be features, each with the reason if it cannot.
    public List<Candidate> featureCandidates() {
        return profiles.stream()
                .map(profile -> Optional.of(profile.name()).equals(target)
                        ? new Candidate(
                                profile.name(),
                                Optional.of("the target"),
                                Quote.of(profile.name()) + " is what the model predicts.")
                        : asNumber(profile))
                .toList();
    }

    /// The columns that can be the target, each with the reason if it cannot.
    public List<Candidate> targetCandidates() {
        return profiles.stream()
                .map(profile -> switch (family.target()) {
                    case VALUE -> asNumber(profile);
                    case TWO_CLASSES -> asClasses(profile, 2);
                    case CLASSES -> asClasses(profile, MOST_CLASSES);
                    case VALUE_OR_CLASSES ->
                        profile.kind() == ColumnProfile.Kind.WORDS
                                ? asClasses(profile, MOST_CLASSES)
                                : asNumber(profile);
                })
                .toList();
    }

    private Candidate asNumber(ColumnProfile profile) {
        Gaps rule = data.gaps();
        return new Candidate(
                profile.name(),
                profile.unfitAsNumber(rule),
                profile.unfitSentence(rule).orElse(""));
    }

    private Candidate asClasses(ColumnProfile profile, int most) {
        Optional<String> reason = unfitAsClasses(profile, data.gaps(), most);
        return new Candidate(profile.name(), reason, reason.orElse(""));
    }

    private static Optional<String> unfitAsClasses(ColumnProfile profile, Gaps rule, int most) {
        if (profile.distinct() < 2 || profile.distinct() > most || profile.words() > 0) {
            return Optional.of(most == 2 ? "not two classes" : "not 2 to " + most + " classes");
        }
        return profile.gaps() > 0 && rule == Gaps.STOP
                ? Optional.of("gap in row " + (profile.firstGap() + 1))
                : Optional.empty();
    }

    /// The plan for another kind of model; what still fits stays.
    public ColumnPlan withFamily(ModelFamily other) {
        return other.equals(family) ? this : new ColumnPlan(data, profiles, other, target, features).fitting();
    }

    /// The plan with another rule for gaps; what still fits stays.
    public ColumnPlan withGaps(Gaps rule) {
        return new ColumnPlan(data.withGaps(rule), profiles, family, target, features).fitting();
    }

    /// The plan with rows skipped where its columns have gaps; the same plan where they have none.
    public ColumnPlan withGapsSkipped() {
        boolean gaps = gapsOf(features) > 0
                || target.map(name -> gapsOf(List.of(name)) > 0).orElse(false);
        return gaps ? withGaps(Gaps.SKIP) : this;
    }

    private ColumnPlan fitting() {
        boolean fits = targetCandidates().stream()
                .anyMatch(candidate ->
                        candidate.fits() && Optional.of(candidate.name()).equals(target));
        if (!fits) {
            return guess(data, profiles, family);
        }
        List<Candidate> candidates = featureCandidates();
        List<String> left = features.stream()
                .filter(name ->
                        candidates.stream().anyMatch(c -> c.fits() && c.name().equals(name)))
                .toList();
        ColumnPlan plan = new ColumnPlan(data, profiles, family, target, left);
        return left.isEmpty() ? plan.withFirstFeature() : plan;
    }

    /// The same choice for a table that was read otherwise, as far as it still fits.
    public ColumnPlan withData(Dataset other) {
        List<ColumnProfile> anew = profiles(other);
        List<String> names = anew.stream().map(ColumnProfile::name).toList();
        boolean all = target.filter(names::contains).isPresent() && names.containsAll(features);
        ColumnPlan guess = guess(other.withGaps(data.gaps()));
        return all ? new ColumnPlan(other.withGaps(data.gaps()), anew, family, target, features).fitting() : guess;
    }

    /// The plan with another target, which is then no feature.
    public ColumnPlan withTarget(String name) {
        List<String> others =
                features.stream().filter(feature -> !feature.equals(name)).toList();
        ColumnPlan plan = new ColumnPlan(data, profiles, family, Optional.of(name), others);
        return others.isEmpty() ? plan.withFirstFeature() : plan;
    }

    private ColumnPlan withFirstFeature() {
        List<String> fitting = featureCandidates().stream()
                .filter(Candidate::fits)
                .map(Candidate::name)
                .toList();
        List<String> first = fitting.stream()
                .filter(name -> !isIndex(name))
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
        return new ColumnPlan(data, profiles, family, target, first);
    }

    /// Whether a column only numbers the rows: it counts 0, 1, 2 …, or has no name of its own where others have.
    private boolean isIndex(String name) {
        for (int i = 0; i < profiles.size(); i++) {
            if (profiles.get(i).name().equals(name)) {
                boolean named = profiles.stream()
                        .anyMatch(profile -> !UNNAMED.matcher(profile.name()).matches());
                return profiles.get(i).counts() || (named && name.equals("c" + (i + 1)));
            }
        }
        return false;
    }

    /// The plan with a feature more or less.
    public ColumnPlan withToggled(String feature) {
        List<String> wanted = data.columns().stream()
                .map(Column::name)
                .filter(name -> name.equals(feature) != features.contains(name))
                .toList();
        return new ColumnPlan(data, profiles, family, target, wanted);
    }

    /// Whether there is any gap for which a rule is needed.
    public boolean hasGaps() {
        return profiles.stream().anyMatch(profile -> profile.gaps() > 0);
    }

    /// What the rule does to the rows that the chosen columns read, in one sentence.
    public String consequence() {
        if (data.gaps() == Gaps.STOP) {
            return "Columns with gaps cannot be chosen.";
        }
        if (target.isEmpty() || features.isEmpty()) {
            return "";
        }
        try {
            int rows = CompleteRows.of(data, features, target.get(), family.classifies(data, target.get()))
                    .rows();
            int filled = data.gaps() == Gaps.SKIP ? 0 : gapsOf(features);
            String kept = rows == data.rows()
                    ? "All " + Numbers.whole(data.rows()) + " rows are used"
                    : Numbers.whole(rows) + " of " + Numbers.whole(data.rows()) + " rows are used, "
                            + Numbers.whole(data.rows() - rows)
                            + (data.rows() - rows == 1 ? " is skipped" : " are skipped");
            return kept + (filled > 0 ? ", " + filled + (filled == 1 ? " gap is filled." : " gaps are filled.") : ".");
        } catch (DataException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private int gapsOf(List<String> names) {
        return profiles.stream()
                .filter(profile -> names.contains(profile.name()))
                .mapToInt(ColumnProfile::gaps)
                .sum();
    }

    /// Why no model can be made of it yet, in one sentence; empty if it can be tried.
    public Optional<String> objection() {
        if (target.isEmpty()) {
            return Optional.of(data.name() + " has no column " + wantedTarget());
        }
        if (!features.isEmpty()) {
            return Optional.empty();
        }
        boolean any = featureCandidates().stream().anyMatch(Candidate::fits);
        boolean stopped = hasGaps() && data.gaps() == Gaps.STOP;
        return Optional.of(
                any
                        ? "No feature is chosen: choose at least one column to predict from."
                        : data.name() + " has no other column of " + (stopped ? "complete " : "")
                                + "numbers that varies, to predict from: "
                                + (stopped ? "skip or fill the gaps." : "add one, or choose another table."));
    }

    private String wantedTarget() {
        boolean stopped = data.gaps() == Gaps.STOP;
        return switch (family.target()) {
            case TWO_CLASSES -> "with exactly two values: choose linear regression.";
            case CLASSES -> "with a few values: choose linear regression.";
            case VALUE, VALUE_OR_CLASSES ->
                "of " + (stopped ? "complete " : "") + "numbers that varies: choose another file"
                        + (hasGaps() && stopped ? ", or skip or fill the gaps." : ".");
        };
    }
}
