package fallline.fuzz;

import fallline.data.CsvReader;
import fallline.data.CsvTable;
import fallline.data.DataException;
import fallline.data.layout.Directions;
import fallline.expr.FormulaException;
import fallline.file.ExperimentFile;
import fallline.file.codec.OpenedExperiment;
import fallline.file.share.Envelope;
import fallline.file.share.ShareCode;
import fallline.io.FileException;
import fallline.objective.Goal;
import fallline.objective.formula.CatalogueException;
import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FunctionCatalogue;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import fallline.optimizer.rule.RuleException;
import fallline.optimizer.rule.RuleOptimizer;
import fallline.problem.FormulaText;
import fallline.problem.Problem;
import fallline.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Those who read what strangers write. Each either takes an input, and can then do with it what the window does at
/// once, or refuses it by an exception of its own with a sentence and a place ([Sentence]); everything else is a fault.
enum Reader {
    FORMULA {
        @Override
        void read(byte[] input) {
            String text = new String(input, StandardCharsets.UTF_8);
            try {
                FormulaText typed = FormulaText.parse(text);
                formula(Problems.formula(typed.expression(), List.of("x", "y"), typed.parameters(), Goal.MINIMISE));
            } catch (FormulaException e) {
                Sentence.within(text, e.column());
                Sentence.check(e.getMessage(), text);
            } catch (IllegalArgumentException e) {
                Sentence.check(e.getMessage(), text);
            }
        }
    },

    RULE {
        @Override
        void read(byte[] input) {
            String text = new String(input, StandardCharsets.UTF_8);
            try {
                RuleOptimizer.parse("fuzz", text).equations();
            } catch (RuleException e) {
                Sentence.at(e.line(), text);
                Sentence.check(e.getMessage(), text);
            }
        }
    },

    CARD {
        @Override
        void read(byte[] input) {
            String text = new String(input, StandardCharsets.UTF_8);
            try {
                CatalogueFunction card = FunctionCatalogue.parse("fuzz", text);
                formula(Problems.function(card, card.parameters(), Goal.MINIMISE));
            } catch (CatalogueException e) {
                Sentence.at(e.line(), text);
                Sentence.check(e.getMessage(), text);
            }
        }
    },

    TABLE {
        @Override
        void read(byte[] input) {
            String text = new String(input, StandardCharsets.ISO_8859_1);
            try {
                CsvTable table = CsvReader.read(Path.of("fuzz.csv"), input, Directions.NONE, _ -> {}, () -> false);
                table.reading().decisions().forEach(decision -> Sentence.check(decision.sentence(), text));
                table.problems().forEach(finding -> Sentence.check(finding.sentence(), text));
            } catch (DataException e) {
                Sentence.check(e.getMessage(), text);
            }
        }
    },

    EXPERIMENT {
        @Override
        void read(byte[] input) {
            ExperimentFile file = new ExperimentFile(CATALOGUE);
            String text = new String(input, StandardCharsets.UTF_8);
            OpenedExperiment opened;
            try {
                opened = file.parse("fuzz.json", text, NOWHERE);
            } catch (FileException e) {
                Sentence.check(e.getMessage(), text);
                return;
            }
            opened.warnings().forEach(warning -> Sentence.check(warning, text));
            String written = file.text(opened.experiment(), opened.view(), opened.unknown(), NOWHERE);
            String again = file.text(
                    file.parse("fuzz.json", written, NOWHERE).experiment(), opened.view(), opened.unknown(), NOWHERE);
            if (!again.equals(written)) {
                throw new AssertionError("what was read is not what is written");
            }
        }
    },

    SHARE {
        @Override
        void read(byte[] input) {
            String text = new String(input, StandardCharsets.UTF_8);
            try {
                ShareCode codes = new ShareCode(CATALOGUE);
                OpenedExperiment opened = codes.read(ShareCode.is(text) ? text : Envelope.seal(input), NOWHERE);
                opened.warnings().forEach(warning -> Sentence.check(warning, text));
            } catch (FileException e) {
                Sentence.check(e.getMessage(), text);
            }
        }
    };

    private static final OptimizerCatalogue CATALOGUE = FileCatalogue.load();

    /// Paths in experiments lead to no file.
    private static final Path NOWHERE = Path.of("no-such-folder").toAbsolutePath();

    /// Reads an input.
    ///
    /// @throws RuntimeException or AssertionError if that goes wrong in any other way than by a refusal
    abstract void read(byte[] input);

    /// What happens as soon as a formula is typed.
    private static void formula(Problem.Formula problem) {
        problem.notation().mathematics();
        double[] theta = new double[problem.variables().size()];
        problem.objective().value(theta);
        problem.objective().gradient(theta, new double[theta.length]);
    }
}
