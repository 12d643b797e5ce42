package fallline.experiment.ensemble;

import java.util.Arrays;

/// Where the cells of an [Ensemble] start. Arrays are not copied, and must not change while cells run.
public sealed interface Starts {
    /// Every cell starts where the base run does.
    record Same() implements Starts {}

    /// Every cell has a start of its own.
    ///
    /// @param points for every parameter an array with one number a cell
    record Each(double[][] points) implements Starts {}

    /// The cells start on a plane through the space of parameters: θᵢ = originᵢ + uᵢ·a + vᵢ·b, rounded in this order.
    ///
    /// @param origin n numbers, as u and v
    /// @param a one number a cell, as b
    record Plane(double[] origin, double[] u, double[] v, double[] a, double[] b) implements Starts {}

    /// Parameter `index` at step 0 of `cell`.
    ///
    /// @param base the start of the base run
    default double at(double[] base, int index, int cell) {
        return switch (this) {
            case Same _ -> base[index];
            case Each(double[][] points) -> points[index][cell];
            case Plane plane -> plane.origin[index] + plane.u[index] * plane.a[cell] + plane.v[index] * plane.b[cell];
        };
    }

    /// Writes parameter `index` at step 0 of these cells.
    default void write(double[] base, int index, int[] cells, double[] into) {
        switch (this) {
            case Same _ -> Arrays.fill(into, base[index]);
            case Each(double[][] points) -> {
                double[] numbers = points[index];
                for (int i = 0; i < cells.length; i++) {
                    into[i] = numbers[cells[i]];
                }
            }
            case Plane plane -> {
                for (int i = 0; i < cells.length; i++) {
                    into[i] = plane.at(base, index, cells[i]);
                }
            }
        }
    }

    /// Refuses arrays of other lengths.
    ///
    /// @throws IllegalArgumentException with a sentence
    default void check(int dimension, int cells) {
        boolean fits =
                switch (this) {
                    case Same _ -> true;
                    case Each(double[][] points) -> {
                        boolean all = points.length == dimension;
                        for (double[] numbers : points) {
                            all &= numbers.length == cells;
                        }
                        yield all;
                    }
                    case Plane plane ->
                        plane.origin.length == dimension
                                && plane.u.length == dimension
                                && plane.v.length == dimension
                                && plane.a.length == cells
                                && plane.b.length == cells;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    "starts do not fit " + cells + " cells of " + dimension + " parameters each");
        }
    }
}
