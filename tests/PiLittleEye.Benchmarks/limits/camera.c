// camera: plays rpicam-vid for the benchmarks. Lists one sensor, and writes eight I420 pictures in turn, paced, as cheaply as can be.
// BENCHMARK_FRAMES names the file with the pictures. --frames N ends it after N; without it never ends.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PICTURES 8

static const char *option(int count, char **words, const char *name, const char *otherwise) {
  for (int i = 1; i + 1 < count; i++)
    if (!strcmp(words[i], name)) return words[i + 1];
  return otherwise;
}

int main(int count, char **words) {
  for (int i = 1; i < count; i++)
    if (!strcmp(words[i], "--list-cameras")) {
      puts("Available cameras\n-----------------\n"
           "0 : imx219 [3280x2464 10-bit RGGB] (/base/soc/i2c0mux/i2c@1/imx219@10)\n"
           "    Modes: 'SRGGB10_CSI2P' : 1920x1080 [47.57 fps - (680, 692)/1920x1080 crop]");
      return 0;
    }

  size_t width = atoi(option(count, words, "--width", "0")), height = atoi(option(count, words, "--height", "0"));
  double rate = atof(option(count, words, "--framerate", "30"));
  long most = atol(option(count, words, "--frames", "0"));
  size_t length = width * height * 3 / 2;
  const char *name = getenv("BENCHMARK_FRAMES");
  FILE *file = name ? fopen(name, "rb") : NULL;
  unsigned char *frames = aligned_alloc(4096, (length * PICTURES + 4095) / 4096 * 4096);
  struct stat is;
  if (!file || !length || fstat(fileno(file), &is) || (size_t)is.st_size != length * PICTURES ||
      fread(frames, 1, length * PICTURES, file) != length * PICTURES) {
    fprintf(stderr, "ERROR: *** BENCHMARK_FRAMES is not a file of %d pictures of %zux%zu ***\n", PICTURES, width, height);
    return 255;
  }
  fclose(file);

  struct timespec due;
  clock_gettime(CLOCK_MONOTONIC, &due);
  long period = 1e9 / rate;
  for (long number = 0; !most || number < most; number++) {
    const unsigned char *at = frames + length * (number % PICTURES);
    for (size_t written = 0; written < length;) {
      ssize_t some = write(1, at + written, length - written);
      if (some <= 0) return 0;
      written += some;
    }
    // A camera does not catch up: what was late is lost.
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    do {
      due.tv_nsec += period;
      due.tv_sec += due.tv_nsec / 1000000000;
      due.tv_nsec %= 1000000000;
    } while (due.tv_sec < now.tv_sec || (due.tv_sec == now.tv_sec && due.tv_nsec < now.tv_nsec));
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, NULL);
  }
  return 0;
}
