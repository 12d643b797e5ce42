/* Gradient descent and Adam from a grid of starts on Himmelblau's function, as plain C: what the benchmark of maps is
   measured against. Every line of standard input names a method and a number of threads; the answer is the time by the
   clock and the processor time of the thread that waits for the others, in seconds, and a sum of the ends. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SIDE = 512, STEPS = 200, WIDTH = 16 };

static double ends[2][SIDE * SIDE];

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + 1e-9 * time.tv_nsec;
}

static void begin(int first, double *x, double *y) {
    for (int l = 0; l < WIDTH; l++) {
        x[l] = -5 + 10.0 * ((first + l) % SIDE) / (SIDE - 1);
        y[l] = -5 + 10.0 * ((first + l) / SIDE) / (SIDE - 1);
    }
}

static void end(int first, const double *x, const double *y) {
    memcpy(ends[0] + first, x, WIDTH * sizeof(double));
    memcpy(ends[1] + first, y, WIDTH * sizeof(double));
}

static void descend(int first) {
    double x[WIDTH], y[WIDTH];
    begin(first, x, y);
    for (int k = 0; k < STEPS; k++) {
        for (int l = 0; l < WIDTH; l++) {
            double p = x[l] * x[l] + y[l] - 11;
            double q = x[l] + y[l] * y[l] - 7;
            x[l] -= 0.01 * (4 * x[l] * p + 2 * q);
            y[l] -= 0.01 * (2 * p + 4 * y[l] * q);
        }
    }
    end(first, x, y);
}

static void adam(int first) {
    const double rate = 0.1, b1 = 0.9, b2 = 0.999, eps = 1e-8;
    double x[WIDTH], y[WIDTH], mx[WIDTH] = {0}, my[WIDTH] = {0}, vx[WIDTH] = {0}, vy[WIDTH] = {0};
    double power1 = 1, power2 = 1;
    begin(first, x, y);
    for (int k = 0; k < STEPS; k++) {
        power1 *= b1;
        power2 *= b2;
        double c1 = 1 - power1, c2 = 1 - power2;
        for (int l = 0; l < WIDTH; l++) {
            double p = x[l] * x[l] + y[l] - 11;
            double q = x[l] + y[l] * y[l] - 7;
            double gx = 4 * x[l] * p + 2 * q;
            double gy = 2 * p + 4 * y[l] * q;
            mx[l] = b1 * mx[l] + (1 - b1) * gx;
            my[l] = b1 * my[l] + (1 - b1) * gy;
            vx[l] = b2 * vx[l] + (1 - b2) * gx * gx;
            vy[l] = b2 * vy[l] + (1 - b2) * gy * gy;
            x[l] -= rate * (mx[l] / c1) / (sqrt(vx[l] / c2) + eps);
            y[l] -= rate * (my[l] / c1) / (sqrt(vy[l] / c2) + eps);
        }
    }
    end(first, x, y);
}

int main(void) {
    char method[16];
    int threads;
    while (scanf("%15s %d", method, &threads) == 2) {
        void (*run)(int) = strcmp(method, "adam") == 0 ? adam : descend;
        double clock = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_THREAD_CPUTIME_ID);
#pragma omp parallel for num_threads(threads) schedule(dynamic, 8)
        for (int block = 0; block < SIDE * SIDE / WIDTH; block++) run(block * WIDTH);
        cpu = seconds(CLOCK_THREAD_CPUTIME_ID) - cpu;
        clock = seconds(CLOCK_MONOTONIC) - clock;
        double sum = 0;
        for (int i = 0; i < SIDE * SIDE; i++) sum += ends[0][i] + ends[1][i];
        printf("%.9f %.9f %.6f\n", clock, cpu, sum);
        fflush(stdout);
    }
    return 0;
}
