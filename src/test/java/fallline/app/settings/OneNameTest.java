package fallline.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fallline.app.controls.Term;
import fallline.optimizer.Hyperparameter;
import fallline.optimizer.catalogue.FileCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// α is the learning rate, λ an eigenvalue, λ₂ the ridge, ω weight decay, wherever somebody can read it.
class OneNameTest {
    /// λ of something else than an eigenvalue or a ridge: one that is not the largest, the smallest, a ridge's λ₁ or
    /// λ₂, or followed by its number or by words that say so.
    private static final Pattern BARE_LAMBDA = Pattern.compile("λ(?!max|min|₁|₂|ᵢ| =| from| near| %s| are the)");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern WRONG_RATE = Pattern.compile("\\blr ?[·×]|\\\\\\\\?eta\\b|[ηγ] ?·|λ ?·");

    @Test
    @DisplayName("every rule calls its rate α and its weight decay ω, in formulas and in captions")
    void rules() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets/catalogue/optimizers"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".rule")).toList()) {
                String text = Files.readString(file);
                assertThat(text.replace("λmax", "").replace("λmin", ""))
                        .as(file.toString())
                        .doesNotContain("\\lambda", "λ");
                if (Pattern.compile("(?m)^lr =").matcher(text).find()) {
                    assertThat(text).as(file.toString()).contains("lr \\alpha", "\"Learning rate α\"");
                }
                if (Pattern.compile("(?m)^weight_decay =").matcher(text).find()) {
                    assertThat(text).as(file.toString()).contains("weight_decay \\omega", "\"Weight decay ω\"");
                }
            }
        }
    }

    @Test
    @DisplayName("every caption and tip of a setting does")
    void captions() {
        FileCatalogue.load().all().forEach(optimizer -> {
            for (Hyperparameter parameter : optimizer.hyperparameters()) {
                String caption = Wording.caption(parameter);
                assertThat((caption + Wording.tip(parameter)).replace("η₋", "").replace("η₊", ""))
                        .as(optimizer.id() + " " + parameter.name())
                        .doesNotContain("λ", "η");
                boolean rate = parameter.name().equals("lr");
                assertThat(caption.contains("α")).as(caption).isEqualTo(rate);
                if (parameter.name().equals("weight_decay")) {
                    assertThat(caption).isEqualTo("Weight decay ω");
                }
            }
        });
        assertThat(Wording.sign("lr")).isEqualTo("α");
        assertThat(Wording.sign("weight_decay")).isEqualTo("ω");
    }

    @Test
    @DisplayName("no sentence of the glossary calls something else λ")
    void glossary() {
        for (Term term : Term.values()) {
            assertThat(BARE_LAMBDA.matcher(term.sentence()).find())
                    .as(term + ": " + term.sentence())
                    .isFalse();
            assertThat(WRONG_RATE.matcher(term.sentence()).find())
                    .as(term + ": " + term.sentence())
                    .isFalse();
        }
        assertThat(Term.RIDGE.sentence()).contains("λ₂");
    }

    @Test
    @DisplayName("no text in the program and no page for users does")
    void texts() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : below("src/main/java", ".java")) {
            Matcher literal = LITERAL.matcher(Files.readString(file));
            while (literal.find()) {
                String words = literal.group(1);
                boolean formula = words.contains("\\\\lambda") && !words.contains("\\\\lambda_{");
                if (formula
                        || BARE_LAMBDA.matcher(words).find()
                        || WRONG_RATE.matcher(words).find()) {
                    wrong.add(file + ": " + words);
                }
            }
        }
        for (Path file : below("docs/guide", ".md")) {
            Matcher lambda = BARE_LAMBDA.matcher(Files.readString(file));
            while (lambda.find()) {
                wrong.add(file + " at " + lambda.start());
            }
        }
        for (Path file : below("docs", ".md")) {
            String text = Files.readString(file);
            Matcher name = Pattern.compile("(?i)(ridge\\W+|decay\\W+)λ(?![₁₂])").matcher(text);
            while (name.find()) {
                wrong.add(file + ": " + name.group());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> below(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
