// encode FRAMES WIDTH HEIGHT QUALITY: the speed of libjpeg-turbo itself.
// FRAMES holds eight I420 pictures. For every number read from standard input, compresses that many of them and answers with one line:
// processor milliseconds of this thread per frame, and the mean length in bytes. Each picture is first copied to where it is compressed,
// which is not counted: a camera's frame has just been read, too.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <turbojpeg.h>

#define PICTURES 8

static double cpu_milliseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(int count, char **words) {
  if (count != 5) {
    fprintf(stderr, "usage: encode FRAMES WIDTH HEIGHT QUALITY\n");
    return 2;
  }
  int width = atoi(words[2]), height = atoi(words[3]), quality = atoi(words[4]);
  size_t length = (size_t)width * height * 3 / 2;
  unsigned char *frames = aligned_alloc(4096, (length * PICTURES + 4095) / 4096 * 4096);
  FILE *file = fopen(words[1], "rb");
  if (!file || !frames || fread(frames, 1, length * PICTURES, file) != length * PICTURES) {
    fprintf(stderr, "%s does not hold %d pictures of %dx%d\n", words[1], PICTURES, width, height);
    return 1;
  }
  fclose(file);

  // As the product does it: one handle, one buffer, never reallocated.
  tjhandle handle = tjInitCompress();
  unsigned long room = tjBufSize(width, height, TJSAMP_420);
  unsigned char *jpeg = malloc(room), *fresh = aligned_alloc(4096, (length + 4095) / 4096 * 4096);
  size_t luma = (size_t)width * height;
  const unsigned char *planes[3] = {fresh, fresh + luma, fresh + luma * 5 / 4};
  int strides[3] = {width, width / 2, width / 2};
  int wanted, next = 0;
  while (scanf("%d", &wanted) == 1) {
    double took = 0;
    unsigned long total = 0;
    for (int i = 0; i < wanted; i++, next++) {
      memcpy(fresh, frames + length * (next % PICTURES), length);
      unsigned char *out = jpeg;
      unsigned long size = room;
      double start = cpu_milliseconds();
      if (tjCompressFromYUVPlanes(handle, planes, width, strides, height, TJSAMP_420, &out, &size, quality, TJFLAG_NOREALLOC)) {
        fprintf(stderr, "%s\n", tjGetErrorStr2(handle));
        return 1;
      }
      took += cpu_milliseconds() - start;
      total += size;
    }
    printf("%.5f %lu\n", took / wanted, total / wanted);
    fflush(stdout);
  }
  return 0;
}
