package fallline.app.shell;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys 1 to 9 in the row above the letters.
///
/// Most layouts have digits there. French, Belgian, Czech and Slovak ones have other characters unless Shift is
/// held, and some systems then tell the character's key code, or none: there the character counts.
final class DigitRow {
    /// What the keys 1 to 9 write without Shift.
    private static final List<String> OTHERS = List.of("&é\"'(-è_ç", "&é\"'(§è!ç", "+ěščřžýáí", "+ľščťžýáí");

    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    /// The codes that characters of French keyboards have.
    private static final List<KeyCode> FRENCH = List.of(
            KeyCode.AMPERSAND,
            KeyCode.UNDEFINED, // é
            KeyCode.QUOTEDBL,
            KeyCode.QUOTE,
            KeyCode.LEFT_PARENTHESIS,
            KeyCode.MINUS,
            KeyCode.UNDEFINED, // è
            KeyCode.UNDERSCORE,
            KeyCode.UNDEFINED); // ç

    private DigitRow() {}

    /// The digit of the pressed key, 1 to 9; 0 if it is another key.
    static int digit(KeyEvent event) {
        int place = DIGITS.indexOf(event.getCode());
        String written = event.getText();
        for (int row = 0; place < 0 && row < OTHERS.size() && written.length() == 1; row++) {
            place = OTHERS.get(row).indexOf(written);
        }
        if (place < 0 && event.getCode() != KeyCode.UNDEFINED) {
            place = FRENCH.indexOf(event.getCode());
        }
        return place + 1;
    }
}
