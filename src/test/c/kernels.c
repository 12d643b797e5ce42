// What a C compiler reaches with the sums that gradients of data losses are made of, as a limit to be measured against.
// gcc -O3 -march=native -mprefer-vector-width=512 -ffast-math -fopenmp kernels.c -o kernels -lm
// usage: kernels WHAT ROWS THREADS   prints the best nanoseconds of one gradient
//   linear    loss and both partials of one feature in a pass (16 bytes a row)
//   logistic  both partials and the intercept's of two features, with a polynomial exp (24 bytes a row)
//   entropy   the same with the loss, whose logarithm is a polynomial too
#define _GNU_SOURCE
#include <math.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static double *alloc(size_t n) {
    void *p = NULL;
    size_t bytes = (n * 8 + (2 << 20) - 1) & ~((size_t) (2 << 20) - 1);
    if (posix_memalign(&p, 2 << 20, bytes)) exit(1);
    madvise(p, bytes, MADV_HUGEPAGE);
    return p;
}

// e^x by Taylor's polynomial of degree 13 on |r| <= ln 2 / 2, in plain arithmetic so that gcc vectorises all of it
static inline double poly_exp(double x) {
    x = x > 700 ? 700 : x < -700 ? -700 : x;
    double k = rint(x * 1.4426950408889634);
    double r = (x - k * 0.693145751953125) - k * 1.4286068203094172321e-6;
    double p = 1.6059043836821613e-10;
    p = p * r + 2.08767569878681e-9;
    p = p * r + 2.505210838544172e-8;
    p = p * r + 2.755731922398589e-7;
    p = p * r + 2.7557319223985893e-6;
    p = p * r + 2.48015873015873e-5;
    p = p * r + 1.984126984126984e-4;
    p = p * r + 1.3888888888888889e-3;
    p = p * r + 8.333333333333333e-3;
    p = p * r + 4.1666666666666664e-2;
    p = p * r + 0.16666666666666666;
    p = p * r + 0.5;
    p = p * r + 1;
    p = p * r + 1;
    union { double d; long l; } u;
    u.d = p;
    u.l += ((long) k) << 52;
    return u.d;
}

// ln(1 + e) for 0 <= e <= 1: 2 artanh(s) with s = f/(2 + f), 1 + e halved above the square root of 2
static inline double poly_log1p(double e) {
    double sum = 1 + e;
    double big = sum > 1.4142135623730951 ? 1 : 0;
    double f = big > 0 ? 0.5 * sum - 1 : e;
    double s = f / (2 + f), z = s * s;
    double p = 2.0 / 23;
    p = p * z + 2.0 / 21;
    p = p * z + 2.0 / 19;
    p = p * z + 2.0 / 17;
    p = p * z + 2.0 / 15;
    p = p * z + 2.0 / 13;
    p = p * z + 2.0 / 11;
    p = p * z + 2.0 / 9;
    p = p * z + 2.0 / 7;
    p = p * z + 2.0 / 5;
    p = p * z + 2.0 / 3;
    return big * 0.6931471805599453 + (2 * s + s * z * p);
}

__attribute__((noinline)) static void linear(
        const double *restrict x, const double *restrict y, long from, long to, const double *t, double *out) {
    double s0 = 0, s1 = 0, s2 = 0, b = t[0], w = t[1];
    for (long i = from; i < to; i++) {
        double r = b + w * x[i] - y[i];
        s0 += r;
        s1 += r * x[i];
        s2 += r * r;
    }
    out[0] = s0, out[1] = s1, out[2] = s2;
}

__attribute__((noinline)) static void logistic(
        const double *restrict x1, const double *restrict x2, const double *restrict y, long from, long to,
        const double *t, double *out) {
    double s0 = 0, s1 = 0, s2 = 0, b = t[0], w1 = t[1], w2 = t[2];
    for (long i = from; i < to; i++) {
        double z = b + w1 * x1[i] + w2 * x2[i];
        double d = 1 / (1 + poly_exp(-z)) - y[i];
        s0 += d;
        s1 += d * x1[i];
        s2 += d * x2[i];
    }
    out[0] = s0, out[1] = s1, out[2] = s2;
}

__attribute__((noinline)) static void entropy(
        const double *restrict x1, const double *restrict x2, const double *restrict y, long from, long to,
        const double *t, double *out) {
    double s0 = 0, s1 = 0, s2 = 0, loss = 0, b = t[0], w1 = t[1], w2 = t[2];
    for (long i = from; i < to; i++) {
        double z = b + w1 * x1[i] + w2 * x2[i];
        double e = poly_exp(-fabs(z));
        double d = (z >= 0 ? 1 : e) / (1 + e) - y[i];
        s0 += d;
        s1 += d * x1[i];
        s2 += d * x2[i];
        loss += (z > 0 ? z : 0) + poly_log1p(e) - y[i] * z;
    }
    out[0] = s0, out[1] = s1, out[2] = s2, out[3] = loss;
}

int main(int count, char **words) {
    if (count < 4) return 2;
    const char *what = words[1];
    long rows = atol(words[2]);
    int threads = atoi(words[3]);
    double *x = alloc(rows), *x2 = alloc(rows), *y = alloc(rows);
#pragma omp parallel for num_threads(threads)
    for (long i = 0; i < rows; i++) {
        unsigned long s = (i + 1) * 0x9E3779B97F4A7C15UL;
        s ^= s >> 30, s *= 0xBF58476D1CE4E5B9UL, s ^= s >> 27, s *= 0x94D049BB133111EBUL, s ^= s >> 31;
        double u = (s >> 11) * 0x1p-53, q = ((s * 0x2545F4914F6CDD1DUL) >> 11) * 0x1p-53;
        x[i] = 2 * u, x2[i] = 2 * q - 1;
        y[i] = what[1] == 'i' ? 4 + 3 * x[i] + (q - .5) * 2 : u + .5 * q > .75;
    }
    double parts[64][8], t[3] = {.1, .2, .05}, best = 1e300, sink = 0;
    for (double begin = now(); now() - begin < 1.2;) {
        double start = now();
#pragma omp parallel num_threads(threads)
        {
            int id = omp_get_thread_num();
            long from = rows * id / threads, to = rows * (id + 1) / threads;
            if (!strcmp(what, "linear")) linear(x, y, from, to, t, parts[id]);
            else if (!strcmp(what, "logistic")) logistic(x, x2, y, from, to, t, parts[id]);
            else entropy(x, x2, y, from, to, t, parts[id]);
        }
        for (int i = 0; i < threads; i++) sink += parts[i][0], t[0] -= 1e-9 * parts[i][0] / rows;
        double spent = now() - start;
        best = spent < best ? spent : best;
    }
    printf("%.1f %.3g\n", best * 1e9, sink);
    return 0;
}
