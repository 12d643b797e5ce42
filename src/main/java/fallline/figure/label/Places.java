package fallline.figure.label;

import fallline.figure.paint.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where a box with words can stand in a plot.
public final class Places {
    private static final double PITCH = 10;

    private Places() {}

    /// In the corners: upper left, upper right, lower left, lower right.
    public static List<Box> corners(Box room, double width, double height) {
        double right = room.right() - width;
        double bottom = room.bottom() - height;
        return List.of(
                new Box(room.x(), room.y(), width, height),
                new Box(right, room.y(), width, height),
                new Box(room.x(), bottom, width, height),
                new Box(right, bottom, width, height));
    }

    /// All over, those near two edges first.
    static List<Box> everywhere(Box room, double width, double height) {
        List<Box> places = new ArrayList<>();
        for (double y = room.y(); y + height <= room.bottom(); y += PITCH) {
            for (double x = room.x(); x + width <= room.right(); x += PITCH) {
                places.add(new Box(x, y, width, height));
            }
        }
        places.sort(Comparator.comparingDouble(box -> Math.min(box.x() - room.x(), room.right() - box.right())
                + Math.min(box.y() - room.y(), room.bottom() - box.bottom())));
        return places;
    }
}
