package fallline.app.lesson;

import fallline.workbench.Narration;
import fallline.workbench.Workbench;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// What the chosen run comes to, in words.
final class VerdictLine extends Label {
    VerdictLine(Workbench workbench) {
        setId("lesson-run-verdict");
        getStyleClass().add("lesson-run-verdict");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        workbench.listen(scene -> Narration.of(scene).sentence(), this::setText);
    }
}
