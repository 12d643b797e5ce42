package fallline.guide;

import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// The words of Markdown without its marks.
public final class Words {
    private Words() {}

    /// All words of a heading, a paragraph, an item or a cell, in one line.
    public static String of(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    /// By what links within a page find a heading, as GitHub makes it: small letters, digits, `-` and `_`,
    /// and a `-` for every space.
    static String anchor(Heading heading) {
        StringBuilder anchor = new StringBuilder();
        of(heading).toLowerCase(Locale.ROOT).codePoints().forEach(sign -> {
            if (Character.isLetterOrDigit(sign) || sign == '-' || sign == '_') {
                anchor.appendCodePoint(sign);
            } else if (sign == ' ') {
                anchor.append('-');
            }
        });
        return anchor.toString();
    }
}
