// ingest WIDTH HEIGHT: what read(2) itself costs. Reads I420 frames from standard input until its end, into three buffers in turn,
// through a pipe of 1 MiB as the product does, and prints processor milliseconds of this thread per frame and reads per frame.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define BUFFERS 3
// The first frames wait for the writer's start.
#define WARM_UP 10

static double cpu_milliseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(int count, char **words) {
  if (count != 3) {
    fprintf(stderr, "usage: ingest WIDTH HEIGHT < frames\n");
    return 2;
  }
  size_t length = (size_t)atoi(words[1]) * atoi(words[2]) * 3 / 2;
  unsigned char *room = aligned_alloc(4096, (length * BUFFERS + 4095) / 4096 * 4096);
  memset(room, 1, length * BUFFERS);
  fcntl(0, F_SETPIPE_SZ, 1 << 20);
  long frames = 0, reads = 0;
  double start = 0;
  for (;;) {
    unsigned char *at = room + length * (frames % BUFFERS);
    size_t filled = 0;
    while (filled < length) {
      ssize_t some = read(0, at + filled, length - filled);
      if (some <= 0) {
        if (frames <= WARM_UP) return 1;
        printf("%.5f %.2f\n", (cpu_milliseconds() - start) / (frames - WARM_UP), (double)reads / (frames - WARM_UP));
        return 0;
      }
      filled += some;
      reads++;
    }
    if (++frames == WARM_UP) {
      start = cpu_milliseconds();
      reads = 0;
    }
  }
}
