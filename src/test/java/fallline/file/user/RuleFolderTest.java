package fallline.file.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fallline.io.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The folder of the user's own optimizers")
class RuleFolderTest {
    private static final String GOOD = "lr = 0.1 (1e-6 .. 10, log)\ntheta <- theta - lr*g\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private Path home;

    @Test
    @DisplayName("keeps rules, gives them back letter by letter, and forgets them")
    void keeps() {
        RuleFolder folder = new RuleFolder(home.resolve("a").resolve("optimizers"));
        assertThat(folder.read().texts()).isEmpty();
        folder.save("mine", GOOD + "# λ\n");
        folder.save("mine", GOOD + "# θ\n");
        folder.save("another", GOOD);

        assertThat(folder.read().texts()).containsOnlyKeys("another", "mine").containsEntry("mine", GOOD + "# θ\n");
        folder.delete("mine");
        folder.delete("mine");
        assertThat(folder.read().texts()).containsOnlyKeys("another");
    }

    @Test
    @DisplayName("passes over a file that cannot be understood with one sentence, and uses the others")
    void broken() throws IOException {
        RuleFolder folder = new RuleFolder(home);
        folder.save("good", GOOD);
        Files.writeString(home.resolve("bad.rule"), "lr = 0.1 (1e-6 .. 10, log)\ntheta <- theta - lr*q\n");
        Files.writeString(home.resolve("long.rule"), "#".repeat(100_001));
        Files.write(home.resolve("torn.rule"), new byte[] {(byte) 0xff, 0, 13});
        Files.createDirectory(home.resolve("folder.rule"));
        Files.writeString(home.resolve("note.txt"), "not a rule");

        RuleFolder.Content content = folder.read();

        assertThat(content.texts()).containsOnlyKeys("good");
        assertThat(content.complaints()).hasSize(4).allSatisfy(sentence -> assertThat(sentence)
                .startsWith("Your optimizer ")
                .contains(".rule is passed over: ")
                .endsWith("."));
        assertThat(content.complaints().getFirst())
                .contains("line 2, column 21")
                .contains("'q'");
    }

    @Test
    @DisplayName("says in a sentence why a rule cannot be kept")
    void unwritable() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "in the way");
        assertThatThrownBy(() -> new RuleFolder(file).save("mine", GOOD))
                .isInstanceOf(FileException.class)
                .hasMessageEndingWith(".");
    }
}
