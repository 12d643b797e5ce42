package fallline.app.preferences;

import fallline.workbench.Speed;

/// The lines of the sheet of preferences, in order.
enum Preference {
    COLOURS("Colours", "The colours of the window and of its pictures."),
    SURFACES(
            "Loss surfaces",
            "The colour map of maps and solids, for what is on the screen now and for new experiments."),
    SIZE("Interface size", "How large everything is, plots included (Ctrl + and Ctrl −)."),
    MOTION(
            "Motion",
            "Reduced, nothing flies or slides to another place, nothing plays by itself at the start, "
                    + "and slow motion waits for your key; playing goes on."),
    DIGITS("Digits of results", "Significant digits in the step panel and its table, 3 to 17."),
    SPEED("Playing speed", "Steps a second when the window opens, " + Speed.SLOWEST + " to 1000."),
    AUTOSAVE("Autosave", "Two seconds after a change. Never into a file that was changed elsewhere."),
    FOLDER("Files are offered", "Where the dialogs of Open and Save begin."),
    LESSONS(
            "Your own lessons",
            "The folder whose .lesson files stand in the list of lessons, below those that came with the program."),
    PLACE("Kept in", "Your own rules and functions, these preferences, and the log file.");

    private final String caption;
    private final String tip;

    Preference(String caption, String tip) {
        this.caption = caption;
        this.tip = tip;
    }

    String caption() {
        return caption;
    }

    /// One more sentence.
    String tip() {
        return tip;
    }
}
