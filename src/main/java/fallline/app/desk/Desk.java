package fallline.app.desk;

import fallline.app.work.Failures;
import fallline.app.work.FileWork;
import fallline.app.work.Questions;
import fallline.picture.page.Pictures;
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
/// @param questions the door for what takes long and must hold up neither the window nor the painter
/// @param files the door for whatever is read from files or written into them
/// @param failures what becomes of faults that no other sentence covers
/// @param narrow whether the window is too narrow for all panes side by side
/// @param locks what nothing in the window may change now
public record Desk(
        Stage stage,
        Workbench workbench,
        Pictures pictures,
        Dialogs dialogs,
        Notices notices,
        Appearance appearance,
        Executor painter,
        Questions questions,
        FileWork files,
        Failures failures,
        ReadOnlyBooleanProperty narrow,
        Locks locks) {}
