package fallline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The walls of the house.
class ArchitectureTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fallline");
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }

    @Test
    @DisplayName("no arrow points up")
    void layers() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("expr")
                .definedBy("fallline.expr..")
                .layer("data")
                .definedBy("fallline.data..")
                .layer("objective")
                .definedBy("fallline.objective..")
                .layer("curvature")
                .definedBy("fallline.curvature..")
                .layer("optimizer")
                .definedBy("fallline.optimizer..")
                .layer("experiment")
                .definedBy("fallline.experiment..")
                .layer("analysis")
                .definedBy("fallline.analysis..")
                .layer("figure")
                .definedBy("fallline.figure..")
                .layer("export")
                .definedBy("fallline.export..")
                .layer("file")
                .definedBy("fallline.file..")
                .layer("app")
                .definedBy("fallline.app..")
                .layer("cli")
                .definedBy("fallline.cli..")
                .layer("main")
                .definedBy("fallline")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("app")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("file")
                .mayOnlyBeAccessedByLayers("app", "cli", "main")
                .whereLayer("export")
                .mayOnlyBeAccessedByLayers("app", "cli", "main")
                .whereLayer("figure")
                .mayOnlyBeAccessedByLayers("export", "app", "cli", "main")
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers("figure", "export", "app", "cli", "main")
                .whereLayer("experiment")
                .mayOnlyBeAccessedByLayers("analysis", "figure", "export", "file", "app", "cli", "main")
                .whereLayer("optimizer")
                .mayOnlyBeAccessedByLayers("experiment", "analysis", "figure", "export", "file", "app", "cli", "main")
                .whereLayer("curvature")
                .mayOnlyBeAccessedByLayers(
                        "optimizer", "experiment", "analysis", "figure", "export", "app", "cli", "main")
                .because("each room uses only the rooms below it"));
    }

    @Test
    @DisplayName("no circles between the rooms")
    void noCircles() {
        check(slices().matching("fallline.(*)..").should().beFreeOfCycles());
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
                        "fallline.expr..",
                        "fallline.data..",
                        "fallline.objective..",
                        "fallline.curvature..",
                        "fallline.optimizer..",
                        "fallline.experiment..",
                        "fallline.analysis..",
                        "fallline.file..")
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
                .resideOutsideOfPackage("fallline.file..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("JSON is the business of files"));
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
