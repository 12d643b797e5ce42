package fallline.app.help;

/// What a new user can try first.
enum Hint {
    DRAG_START("drag-start", "Drag the start", "Drag the large ring in this picture: all paths begin there."),
    TURN_RATE("turn-rate", "Turn the learning rate", "Drag the learning rate at the left: the path follows."),
    STEP("step", "Step with →", "Press the arrow key →, or the button beside the play button.");

    private final String word;
    private final String words;
    private final String tip;

    Hint(String word, String words, String tip) {
        this.word = word;
        this.words = words;
        this.tip = tip;
    }

    /// By which it is kept.
    String word() {
        return word;
    }

    String words() {
        return words;
    }

    /// One more sentence.
    String tip() {
        return tip;
    }
}
