package fallline.expr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.function.BiFunction;

/// A fact about every node of a growing graph, each found once from those of its parts: asking about many formulas that
/// share parts costs no more than the graph is large.
public final class GraphFacts<T> {
    private final IdentityHashMap<Expr, T> known = new IdentityHashMap<>();
    private final BiFunction<Expr, IdentityHashMap<Expr, T>, T> rule;

    /// @param rule the fact of a node, from those of its children
    public GraphFacts(BiFunction<Expr, IdentityHashMap<Expr, T>, T> rule) {
        this.rule = rule;
    }

    /// The fact of this node.
    public T of(Expr root) {
        Deque<Expr> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Expr node = open.element();
            boolean ready = true;
            if (!known.containsKey(node)) {
                for (Expr child : node.children()) {
                    if (!known.containsKey(child)) {
                        open.push(child);
                        ready = false;
                    }
                }
            }
            if (ready) {
                open.pop();
                if (!known.containsKey(node)) {
                    known.put(node, rule.apply(node, known));
                }
            }
        }
        T fact = known.get(root);
        if (fact == null) {
            throw new IllegalStateException("no fact about the root");
        }
        return fact;
    }
}
