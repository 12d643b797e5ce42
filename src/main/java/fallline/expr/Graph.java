package fallline.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Walks over a formula as a shared graph, without recursion, so that deep formulas need no deep stack.
public final class Graph {
    private record Visit(Expr node, Iterator<Expr> rest) {}

    private Graph() {}

    /// Every distinct node once, children before parents, in the written order; the root is the last.
    public static List<Expr> order(Expr root) {
        List<Expr> order = new ArrayList<>();
        Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Visit> path = new ArrayDeque<>();
        seen.add(root);
        path.push(new Visit(root, root.children().iterator()));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (!visit.rest.hasNext()) {
                order.add(visit.node);
                path.pop();
                continue;
            }
            Expr child = visit.rest.next();
            if (seen.add(child)) {
                path.push(new Visit(child, child.children().iterator()));
            }
        }
        return order;
    }

    /// The variables and parameters that occur, in the order of their first occurrence.
    public static Set<String> names(Expr root) {
        Set<String> names = new LinkedHashSet<>();
        for (Expr node : order(root)) {
            if (node instanceof Expr.Name(var name)) {
                names.add(name);
            }
        }
        return names;
    }

    /// How many nodes the formula has when it is written out as a tree (at most `Long.MAX_VALUE / 4`).
    public static long treeSize(Expr root) {
        IdentityHashMap<Expr, Long> sizes = new IdentityHashMap<>();
        long size = 0;
        for (Expr node : order(root)) {
            size = 1;
            for (Expr child : node.children()) {
                size = Math.min(Long.MAX_VALUE / 4, size + sizes.getOrDefault(child, 0L));
            }
            sizes.put(node, size);
        }
        return size;
    }
}
