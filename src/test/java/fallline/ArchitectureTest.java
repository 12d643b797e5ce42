package fallline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The walls of the house.
class ArchitectureTest {
    /// The floors from the ground up: a room uses only rooms of lower floors, and itself.
    private static final List<List<String>> FLOORS = List.of(
            List.of("number", "text"),
            List.of("io", "card", "algebra", "figure"),
            List.of("expr"),
            List.of("data"),
            List.of("objective"),
            List.of("problem", "curvature"),
            List.of("optimizer"),
            List.of("experiment"),
            List.of("workbench"),
            List.of("analysis"),
            List.of("picture", "file"),
            List.of("export", "guide", "lesson"),
            List.of("app", "cli"));

    /// How many classes a package may have at the top level before a newcomer gets lost in it.
    private static final int MOST_IN_A_PACKAGE = 26;

    private static JavaClasses classes;

    @BeforeAll
    static void read() throws URISyntaxException {
        // the program's own folder of classes: neither tests nor libraries need to be read
        classes = new ClassFileImporter()
                .importPath(Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }

    private static String[] packages(List<String> rooms) {
        return rooms.stream().map(room -> "fallline." + room + "..").toArray(String[]::new);
    }

    private static String room(JavaClass type) {
        String inside = type.getPackageName().replaceFirst("^fallline\\.?", "");
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    @Test
    @DisplayName("every room has its floor")
    void rooms() {
        assertThat(classes.stream().map(ArchitectureTest::room).filter(room -> !room.isEmpty()))
                .isSubsetOf(FLOORS.stream().flatMap(List::stream).toList());
    }

    @Test
    @DisplayName("no arrow points up, or across a floor")
    void floors() {
        for (int i = 0; i < FLOORS.size(); i++) {
            for (String room : FLOORS.get(i)) {
                List<String> closed = FLOORS.subList(i, FLOORS.size()).stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.equals(room))
                        .toList();
                if (!closed.isEmpty()) {
                    check(noClasses()
                            .that()
                            .resideInAPackage("fallline." + room + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(packages(closed))
                            .because("each room uses only the rooms below it"));
                }
            }
        }
    }

    @Test
    @DisplayName("no circles between packages, nor between the features of the window")
    void noCircles() {
        check(slices().matching("fallline.(**)").should().beFreeOfCycles());
        check(slices().matching("fallline.app.(*)..").should().beFreeOfCycles());
    }

    @Test
    @DisplayName("no package is a crowd")
    void crowds() {
        Map<String, Long> sizes = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        sizes.values().removeIf(size -> size <= MOST_IN_A_PACKAGE);
        assertThat(new TreeSet<>(sizes.keySet())).isEmpty();
    }

    @Test
    @DisplayName("figures know nothing but numbers, colours and text")
    void figures() {
        check(noClasses()
                .that()
                .resideInAPackage("fallline.figure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(FLOORS.stream()
                        .flatMap(List::stream)
                        .filter(room -> !Set.of("figure", "number", "text").contains(room))
                        .toList()))
                .because("a figure can be painted of anything that has numbers"));
    }

    @Test
    @DisplayName("only the window sees JavaFX")
    void javafx() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("fallline.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("the engine must run and be tested without a screen"));
    }

    @Test
    @DisplayName("only pictures see Graphics2D")
    void awt() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "fallline.io..",
                        "fallline.expr..",
                        "fallline.data..",
                        "fallline.objective..",
                        "fallline.curvature..",
                        "fallline.optimizer..",
                        "fallline.problem..",
                        "fallline.experiment..",
                        "fallline.workbench..",
                        "fallline.analysis..",
                        "fallline.file..",
                        "fallline.lesson..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "org.scilab..")
                .because("numbers do not depend on how they are painted"));
    }

    @Test
    @DisplayName("each library has its room")
    void libraries() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("fallline.file..", "fallline.export..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("JSON is the business of files and of what is exported"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("fallline.data..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dhatim..")
                .because("workbooks are the business of data"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("fallline.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("the command line is read in one room"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("fallline.export.film..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jcodec..")
                .because("video is the business of films"));
    }

    @Test
    @DisplayName("no static state changes")
    void noStaticState() {
        check(fields().that()
                .areStatic()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("everything on the screen is a function of the scene"));
    }
}
