package fallline.app.pane;

import fallline.app.pane.PlacedPane.Place;
import fallline.file.user.Shares;
import java.util.Set;

/// How much room each place has, and where: what the window shares out among its cards.
///
/// @param width of all of it
/// @param gap between two cards
record PaneRooms(double width, double height, double gap, Shares shares) {
    /// How wide the invisible handle between the cards is, at least.
    private static final double HANDLE = 8;

    /// A rectangle.
    record Room(double x, double y, double width, double height) {
        static final Room NONE = new Room(0, 0, 0, 0);
    }

    private double left() {
        return Math.floor((width - gap) * shares.left());
    }

    private double upper() {
        return Math.floor((height - gap) * shares.upper());
    }

    Room whole() {
        return new Room(0, 0, width, height);
    }

    /// A quarter; where the window is narrow, the lower left place has the whole row.
    Room of(Place place, boolean narrow) {
        double left = left();
        double right = left + gap;
        double upper = upper();
        double lower = upper + gap;
        return switch (place) {
            case UPPER_LEFT -> new Room(0, 0, left, upper);
            case UPPER_RIGHT -> new Room(right, 0, width - right, upper);
            case LOWER_LEFT -> new Room(0, lower, narrow ? width : left, height - lower);
            case LOWER_RIGHT -> new Room(right, lower, width - right, height - lower);
        };
    }

    /// The room of a place where some are empty: those beside take theirs.
    ///
    /// @param taken the places that are not empty, `place` among them
    Room ofFew(Place place, Set<Place> taken) {
        boolean both =
                taken.stream().anyMatch(Place::isLower) && !taken.stream().allMatch(Place::isLower);
        double upper = upper();
        double y = both && place.isLower() ? upper + gap : 0;
        double tall = !both ? height : place.isLower() ? height - y : upper;
        boolean pair = taken.stream()
                        .filter(other -> other.isLower() == place.isLower())
                        .count()
                > 1;
        boolean first = !pair || place == Place.UPPER_LEFT || place == Place.LOWER_LEFT;
        double x = first ? 0 : left() + gap;
        return new Room(x, y, !pair ? width : first ? left() : width - x, tall);
    }

    /// Between the rows.
    Room upperHandle() {
        double thick = Math.max(gap, HANDLE);
        return new Room(0, upper() + (gap - thick) / 2, width, thick);
    }

    /// Between the cards of a row; where the window is narrow, of the upper one.
    Room leftHandle(boolean narrow) {
        double thick = Math.max(gap, HANDLE);
        return new Room(left() + (gap - thick) / 2, 0, thick, narrow ? upper() : height);
    }
}
