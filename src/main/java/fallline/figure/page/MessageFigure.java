package fallline.figure.page;

import fallline.figure.paint.Figure;
import fallline.figure.paint.Painter;
import fallline.figure.paint.Size;
import fallline.figure.paint.Theme;
import fallline.figure.paint.Type;
import java.awt.Graphics2D;
import java.util.List;

/// A sentence where a picture would stand: `Open a CSV file to see its rows.`
public record MessageFigure(String sentence) implements Figure {
    @Override
    public void paint(Graphics2D g, Size size, Theme theme) {
        Painter.paint(g, size, theme, p -> {
            List<String> lines = StepFigure.wrapped(sentence, Math.min(360, size.width() - 32));
            double baseline = size.height() / 2 - 18.0 * (lines.size() - 1) / 2;
            for (String line : lines) {
                p.text(line, size.width() / 2, 0.5, Painter.centred(baseline, Type.BODY), Type.BODY, theme.muted());
                baseline += 18;
            }
        });
    }
}
