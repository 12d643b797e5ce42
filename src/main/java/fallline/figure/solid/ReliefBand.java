package fallline.figure.solid;

/// Fills the cells of a mesh in a horizontal band of a picture, row by row of its pixels.
///
/// The nearest cells come first, so that what they hide costs a comparison. A cell is two triangles; in a draft, one
/// facet of four nodes where nobody can see the difference, which takes half the work.
final class ReliefBand {
    /// Neighbours overlap by this much of a pixel, so that rounding leaves no gap between them.
    private static final float OVERLAP = 0.003f;

    private static final float LEAST_AREA = 1e-4f;

    private final ReliefMesh mesh;
    private final ReliefPen pen;
    private final int wide;
    private final int top;
    private final int bottom;
    private final boolean draft;

    /// @param wide pixels in a row
    /// @param top the first row of the band
    /// @param bottom the first row below it
    /// @param draft whether cells may be painted in one piece
    ReliefBand(ReliefMesh mesh, ReliefPen pen, int wide, int top, int bottom, boolean draft) {
        this.mesh = mesh;
        this.pen = pen;
        this.wide = wide;
        this.top = top;
        this.bottom = bottom;
        this.draft = draft;
    }

    void paint() {
        int columns = mesh.columns;
        for (int i = 0; i + 1 < mesh.rows; i++) {
            int row = mesh.lastRowNearest ? mesh.rows - 2 - i : i;
            for (int j = 0; j + 1 < columns; j++) {
                int a = row * columns + (mesh.lastColumnNearest ? columns - 2 - j : j);
                int b = a + columns;
                if (!draft || !four(a, a + 1, b + 1, b)) {
                    triangle(a, a + 1, b + 1);
                    triangle(a, b + 1, b);
                }
            }
        }
    }

    /// Fills the pixels whose middle lies in a cell, if that can be done in one piece.
    private boolean four(int a, int b, int c, int d) {
        float[] sy = mesh.y;
        float ya = sy[a];
        float yb = sy[b];
        float yc = sy[c];
        float yd = sy[d];
        float high = Math.min(Math.min(ya, yb), Math.min(yc, yd));
        float low = Math.max(Math.max(ya, yb), Math.max(yc, yd));
        if (!(low >= high)) {
            return false;
        }
        int from = Math.max(top, (int) Math.ceil(high - 0.5f));
        int to = Math.min(bottom - 1, (int) Math.floor(low - 0.5f));
        if (from > to) {
            return true; // in another band
        }
        float[] sx = mesh.x;
        float xa = sx[a];
        float xb = sx[b];
        float xc = sx[c];
        float xd = sx[d];
        // the sides in turn; twice the area of the triangle at each corner has one sign if the cell is convex
        float abX = xb - xa;
        float abY = yb - ya;
        float bcX = xc - xb;
        float bcY = yc - yb;
        float cdX = xd - xc;
        float cdY = yd - yc;
        float daX = xa - xd;
        float daY = ya - yd;
        float atA = daX * abY - daY * abX;
        float atB = abX * bcY - abY * bcX;
        float atC = bcX * cdY - bcY * cdX;
        float atD = cdX * daY - cdY * daX;
        boolean below = Math.min(Math.min(atA, atB), Math.min(atC, atD)) > LEAST_AREA;
        if (!below && !(Math.max(Math.max(atA, atB), Math.max(atC, atD)) < -LEAST_AREA)) {
            return false;
        }
        if (!pen.four(
                a, b, c, d, (abX - cdX) / 2, (abY - cdY) / 2, (bcX - daX) / 2, (bcY - daY) / 2, ya - yb + yc - yd)) {
            return false;
        }
        float midX = (xa + xb + xc + xd) / 4;
        float midY = (ya + yb + yc + yd) / 4;
        float abBy = abY == 0 ? 0 : abX / abY;
        float bcBy = bcY == 0 ? 0 : bcX / bcY;
        float cdBy = cdY == 0 ? 0 : cdX / cdY;
        float daBy = daY == 0 ? 0 : daX / daY;
        boolean abRight = abY > 0 == below;
        boolean bcRight = bcY > 0 == below;
        boolean cdRight = cdY > 0 == below;
        boolean daRight = daY > 0 == below;
        float least = Math.min(Math.min(xa, xb), Math.min(xc, xd));
        float most = Math.max(Math.max(xa, xb), Math.max(xc, xd));
        for (int y = from; y <= to; y++) {
            float at = y + 0.5f;
            float left = least;
            float right = most;
            if (abY != 0) {
                float x = xa + (at - ya) * abBy;
                left = abRight ? left : Math.max(left, x);
                right = abRight ? Math.min(right, x) : right;
            }
            if (bcY != 0) {
                float x = xb + (at - yb) * bcBy;
                left = bcRight ? left : Math.max(left, x);
                right = bcRight ? Math.min(right, x) : right;
            }
            if (cdY != 0) {
                float x = xc + (at - yc) * cdBy;
                left = cdRight ? left : Math.max(left, x);
                right = cdRight ? Math.min(right, x) : right;
            }
            if (daY != 0) {
                float x = xd + (at - yd) * daBy;
                left = daRight ? left : Math.max(left, x);
                right = daRight ? Math.min(right, x) : right;
            }
            int first = Math.max(0, (int) Math.ceil(left - 0.5f - OVERLAP));
            int last = Math.min(wide - 1, (int) Math.floor(right - 0.5f + OVERLAP));
            if (first <= last) {
                pen.row(y, first, last, first + 0.5f - midX, at - midY);
            }
        }
        return true;
    }

    /// Fills the pixels whose middle lies in a triangle.
    private void triangle(int a, int b, int c) {
        float[] sy = mesh.y;
        float ya = sy[a];
        float yb = sy[b];
        float yc = sy[c];
        float high = Math.min(ya, Math.min(yb, yc));
        float low = Math.max(ya, Math.max(yb, yc));
        int from = Math.max(top, (int) Math.ceil(high - 0.5f));
        int to = Math.min(bottom - 1, (int) Math.floor(low - 0.5f));
        if (from > to || !(low >= high)) {
            return; // in another band, or a hole
        }
        float[] sx = mesh.x;
        float xa = sx[a];
        float ux = sx[b] - xa;
        float uy = yb - ya;
        float vx = sx[c] - xa;
        float vy = yc - ya;
        float area = ux * vy - uy * vx;
        if (!(Math.abs(area) > LEAST_AREA) || pen.outside(a, b, c)) {
            return;
        }
        pen.triangle(a, b, c, ux, uy, vx, vy, area);
        boolean back = area > 0;
        // the sides as lines x = at + y·by; a level one bounds nothing
        float abBy = uy == 0 ? 0 : ux / uy;
        float acBy = vy == 0 ? 0 : vx / vy;
        float wy = vy - uy;
        float bcBy = wy == 0 ? 0 : (vx - ux) / wy;
        boolean abRight = uy > 0 == back;
        boolean bcRight = wy > 0 == back;
        boolean caRight = vy < 0 == back;
        float least = Math.min(0, Math.min(ux, vx));
        float most = Math.max(0, Math.max(ux, vx));
        for (int y = from; y <= to; y++) {
            float dy = y + 0.5f - ya;
            float left = least;
            float right = most;
            if (uy != 0) {
                float x = dy * abBy;
                left = abRight ? left : Math.max(left, x);
                right = abRight ? Math.min(right, x) : right;
            }
            if (vy != 0) {
                float x = dy * acBy;
                left = caRight ? left : Math.max(left, x);
                right = caRight ? Math.min(right, x) : right;
            }
            if (wy != 0) {
                float x = ux + (dy - uy) * bcBy;
                left = bcRight ? left : Math.max(left, x);
                right = bcRight ? Math.min(right, x) : right;
            }
            int first = Math.max(0, (int) Math.ceil(xa + left - 0.5f - OVERLAP));
            int last = Math.min(wide - 1, (int) Math.floor(xa + right - 0.5f + OVERLAP));
            if (first <= last) {
                pen.row(y, first, last, first + 0.5f - xa, dy);
            }
        }
    }
}
