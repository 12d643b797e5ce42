package fallline.app.desk;

import fallline.workbench.Workbench;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.stage.Stage;

/// What every feature of the window works with. It lives on the FX thread.
///
/// @param workbench the model of the whole
/// @param pictures what the panes show; asked for on the painter's thread only
/// @param notices where sentences for the user go
/// @param painter the one thread on which figures are composed, typeset and painted, in the order of their orders
/// @param background for work that takes long and must not hold up the painter
/// @param narrow whether the window is too narrow for all panes side by side
public record Desk(
        Stage stage,
        Workbench workbench,
        Pictures pictures,
        Dialogs dialogs,
        Notices notices,
        Appearance appearance,
        Executor painter,
        Executor background,
        ReadOnlyBooleanProperty narrow) {}
