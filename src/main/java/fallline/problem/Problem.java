package fallline.problem;

import fallline.data.Dataset;
import fallline.objective.Goal;
import fallline.objective.Objective;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FormulaObjective;
import fallline.objective.formula.FormulaParameter;
import fallline.objective.formula.KnownPoint;
import fallline.objective.model.DataModel;
import fallline.objective.model.LinearRegression;
import fallline.objective.model.LogisticRegression;
import fallline.objective.model.NeuralNetwork;
import fallline.objective.model.SoftmaxRegression;
import fallline.text.Quote;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is to be solved: how it was described, and the objective that the description leads to.
public sealed interface Problem {
    /// The objective, shared by all threads: whoever computes takes its twin.
    Objective objective();

    /// What kind of problem it is.
    Family family();

    /// How it is written down.
    Notation notation();

    /// Whether small or large values are wanted.
    default Goal goal() {
        return objective().goal();
    }

    /// The objective on the rows that are held out for a test, without the penalty; empty where there are none.
    default Optional<Objective> test() {
        return Optional.empty();
    }

    /// The named constants that have sliders, in their order; models on data have none.
    default Map<String, FormulaParameter> parameters() {
        return Map.of();
    }

    /// The same problem with another value for one of its [#parameters], fast enough for a slider that is dragged.
    ///
    /// @throws IllegalArgumentException for a name that is no parameter
    default Problem withParameter(String name, double value) {
        throw new IllegalArgumentException(Quote.of(name) + " is no parameter of this problem");
    }

    /// A formula that was typed, or chosen in the catalogue.
    ///
    /// @param expression the text as typed or as it stands in the catalogue
    /// @param variables the names of the parameters that are searched, in order
    /// @param parameters the formula's fixed parameters by name, each with the range of its slider, in their order
    /// @param card what the catalogue says, where the formula comes from there
    record Formula(
            String expression,
            List<String> variables,
            Map<String, FormulaParameter> parameters,
            FormulaObjective objective,
            Optional<CatalogueFunction> card)
            implements Problem {
        public Formula {
            variables = List.copyOf(variables);
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        /// A formula that was typed.
        public Formula(
                String expression,
                List<String> variables,
                Map<String, FormulaParameter> parameters,
                FormulaObjective objective) {
            this(expression, variables, parameters, objective, Optional.empty());
        }

        /// The numbers of the parameters by name, in their order.
        public Map<String, Double> numbers() {
            Map<String, Double> numbers = new LinkedHashMap<>();
            parameters.forEach((name, parameter) -> numbers.put(name, parameter.value()));
            return numbers;
        }

        /// The minima, saddles and maxima that the catalogue knows for these parameters.
        public List<KnownPoint.Placed> knownPoints() {
            return card.map(function -> function.pointsFor(numbers())).orElse(List.of());
        }

        @Override
        public Family family() {
            return Families.FORMULA;
        }

        @Override
        public Notation notation() {
            return new FormulaFamily.Written(this);
        }

        @Override
        public Formula withParameter(String name, double value) {
            FormulaParameter before = parameters.get(name);
            if (before == null) {
                throw new IllegalArgumentException(Quote.of(name) + " is no parameter of this formula");
            }
            Map<String, FormulaParameter> changed = new LinkedHashMap<>(parameters);
            changed.put(name, before.withValue(value));
            return new Formula(expression, variables, changed, objective.withParameters(Map.of(name, value)), card);
        }
    }

    /// A model that is fitted to data.
    sealed interface OnData extends Problem {
        Dataset data();

        /// The columns that the prediction reads.
        List<String> features();

        /// The column that is predicted.
        String target();

        ModelOptions options();

        /// What it is made of.
        default ModelDraft draft() {
            return new ModelDraft(data(), features(), target(), options());
        }

        @Override
        ModelFamily family();

        @Override
        ModelNotation notation();

        @Override
        DataModel objective();

        /// The model on the rows that are held out.
        Optional<DataModel> heldOut();

        @Override
        default Optional<Objective> test() {
            return heldOut().map(Objective.class::cast);
        }
    }

    /// A straight line or plane through data, or a polynomial of its features.
    ///
    /// @param features the columns that the prediction reads
    /// @param target the column that is predicted
    record Linear(
            Dataset data,
            List<String> features,
            String target,
            ModelOptions options,
            LinearRegression objective,
            Optional<DataModel> heldOut)
            implements OnData {
        public Linear {
            features = List.copyOf(features);
        }

        @Override
        public ModelFamily family() {
            return Families.LINEAR;
        }

        @Override
        public ModelNotation notation() {
            return new LinearFamily.Written(this);
        }
    }

    /// The probability of one of two classes.
    ///
    /// @param target the column of labels
    /// @param positive the label that is coded 1
    record Logistic(
            Dataset data,
            List<String> features,
            String target,
            String positive,
            ModelOptions options,
            LogisticRegression objective,
            Optional<DataModel> heldOut)
            implements OnData {
        public Logistic {
            features = List.copyOf(features);
        }

        @Override
        public ModelDraft draft() {
            return OnData.super.draft().withPositive(Optional.of(positive));
        }

        @Override
        public ModelFamily family() {
            return Families.LOGISTIC;
        }

        @Override
        public ModelNotation notation() {
            return new LogisticFamily.Written(this);
        }
    }

    /// The probabilities of several classes.
    ///
    /// @param target the column of classes
    record Softmax(
            Dataset data,
            List<String> features,
            String target,
            ModelOptions options,
            SoftmaxRegression objective,
            Optional<DataModel> heldOut)
            implements OnData {
        public Softmax {
            features = List.copyOf(features);
        }

        @Override
        public ModelFamily family() {
            return Families.SOFTMAX;
        }

        @Override
        public ModelNotation notation() {
            return new SoftmaxFamily.Written(this);
        }
    }

    /// A network that predicts a value or classes.
    ///
    /// @param target the column of values or classes
    /// @param positive the class that is coded 1, where there are two
    record Network(
            Dataset data,
            List<String> features,
            String target,
            Optional<String> positive,
            NeuralNetwork.Design design,
            ModelOptions options,
            NeuralNetwork objective,
            Optional<DataModel> heldOut)
            implements OnData {
        public Network {
            features = List.copyOf(features);
        }

        @Override
        public ModelDraft draft() {
            return OnData.super.draft().withPositive(positive).withDesign(design);
        }

        @Override
        public ModelFamily family() {
            return Families.NETWORK;
        }

        @Override
        public ModelNotation notation() {
            return new NetworkFamily.Written(this);
        }
    }

    /// Options of the models on data.
    ///
    /// @param halfLoss whether the squared error carries a ½ (linear regression only)
    /// @param degree the total degree of the products of features, 1 for the features alone (linear and logistic)
    /// @param l2 the weight of the penalty `l2/2·‖w‖²`, 0 for none
    /// @param l1 the weight of the penalty `l1·‖w‖₁`, 0 for none (linear and logistic)
    /// @param standardise whether features are shifted to mean 0 and scaled to deviation 1
    record ModelOptions(boolean halfLoss, int degree, double l2, double l1, boolean standardise) {
        /// Mean squared error, a straight line, no penalty, features as they are.
        public static final ModelOptions PLAIN = new ModelOptions(false, 1, 0, false);

        /// Options without l1.
        public ModelOptions(boolean halfLoss, int degree, double l2, boolean standardise) {
            this(halfLoss, degree, l2, 0, standardise);
        }

        /// The same with or without the ½.
        public ModelOptions withHalfLoss(boolean half) {
            return new ModelOptions(half, degree, l2, l1, standardise);
        }

        /// The same with another degree.
        public ModelOptions withDegree(int other) {
            return new ModelOptions(halfLoss, other, l2, l1, standardise);
        }

        /// The same with another ridge.
        public ModelOptions withL2(double weight) {
            return new ModelOptions(halfLoss, degree, weight, l1, standardise);
        }

        /// The same with another l1.
        public ModelOptions withL1(double weight) {
            return new ModelOptions(halfLoss, degree, l2, weight, standardise);
        }

        /// The same in standard units, or not.
        public ModelOptions withStandardise(boolean on) {
            return new ModelOptions(halfLoss, degree, l2, l1, on);
        }
    }
}
