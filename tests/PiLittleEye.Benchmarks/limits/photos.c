// photos port=N path=/… cookie=NAME=VALUE rate=N seconds=SECONDS warm=SECONDS [process=PID]: asks for single pictures, so many a second, over one
// TLS connection that is kept, and prints one line of JSON: photos, p50, p99, slowest (milliseconds from the request to the last byte),
// cpu (seconds of the server's processor).
#include "client.h"

// The answer's whole body; exits when it is anything but a picture.
static void take_answer(SSL *tls) {
  static char some[1 << 17];
  int filled = 0;
  char *body = NULL;
  while (!body) {
    int count = SSL_read(tls, some + filled, sizeof some - 1 - filled);
    if (count <= 0) {
      fprintf(stderr, "the server hung up\n");
      exit(1);
    }
    filled += count;
    some[filled] = 0;
    body = memmem(some, filled, "\r\n\r\n", 4);
  }
  char *length = memmem(some, body - some, "Content-Length: ", 16);
  if (strncmp(some, "HTTP/1.1 200", 12) || !length) {
    fprintf(stderr, "%.300s\n", some);
    exit(1);
  }
  long left = atol(length + 16) - (filled - (body + 4 - some));
  while (left > 0) {
    int count = SSL_read(tls, some, left < (long)sizeof some ? left : (long)sizeof some);
    if (count <= 0) exit(1);
    left -= count;
  }
}

int main(int count, char **words) {
  int port = number(count, words, "port"), process = number(count, words, "process");
  double rate = number(count, words, "rate"), warm = number(count, words, "warm"), seconds = number(count, words, "seconds");
  SSL_CTX *context = client_context();
  SSL *tls = connect_to(context, port, 0);
  char request[2048];
  int length = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n\r\n", word(count, words, "path", "/"),
                        port, word(count, words, "cookie", ""));
  long most = (warm + seconds) * rate + 1, photos = 0;
  float *times = malloc(most * sizeof *times);
  double begin = now(), cpu = 0;
  int is_measuring = 0;
  for (long i = 0; i < most; i++) {
    double due = begin + i / rate, wait = due - now();
    if (wait > 0) {
      struct timespec pause = {(time_t)wait, (wait - (time_t)wait) * 1e9};
      nanosleep(&pause, NULL);
    }
    if (!is_measuring && i / rate >= warm) {
      is_measuring = 1;
      cpu = cpu_of(process);
    }
    double asked = now();
    SSL_write(tls, request, length);
    take_answer(tls);
    if (is_measuring) times[photos++] = (now() - asked) * 1e3;
  }
  cpu = cpu_of(process) - cpu;
  qsort(times, photos, sizeof *times, ascending);
  printf("{\"photos\":%ld,\"p50\":%.3f,\"p99\":%.3f,\"slowest\":%.3f,\"cpu\":%.5f}\n", photos, percentile(times, photos, 0.5),
         percentile(times, photos, 0.99), percentile(times, photos, 1), cpu);
  return 0;
}
