// viewers port=N path=/… [cookie=NAME=VALUE] live=N stalled=N slow=N rate=BYTES warm=SECONDS seconds=SECONDS [process=PID]
// Watches an MJPEG stream over TLS with many viewers at once, on one thread: live ones read all there is, slow ones so many bytes a second,
// stalled ones ask and then never read. After the warm-up it measures, and prints one line of JSON:
//   bytes, frames, seconds    of all live viewers together
//   cpu                       seconds of processor that the server's PROCESS took meanwhile
//   slowest, mean             frames a second of the slowest live viewer, and of all on average
//   p50, p99, oldest          age of frames in milliseconds when their last byte is here, by the X-Timestamp in their header
//   gap                       longest time in milliseconds that a live viewer waited for a frame
//   slowRate, slowP50, slowOldest   of the slow viewers: frames a second, and their age
//   gone                      live and slow viewers that lost their connection
//   cut, firstCut, lastCut    stalled viewers that the server has cut, and when, in seconds after they began to stall
#include "client.h"

#define EVENTS 256
#define MOST_AGES (1 << 21)

typedef struct {
  SSL *tls;
  enum { LIVE, STALLED, SLOW } kind;
  char head[2048];
  int head_length;
  int has_answer, is_gone;
  long jpeg_left;
  double captured_at, last_frame, tokens, since;
  long frames;
} viewer;

static int is_measuring;
static long bytes;
static double longest_gap;
static float *ages, *slow_ages;
static long age_count, slow_age_count;

static void frame_is_here(viewer *v) {
  double moment = now(), age = (now_of(CLOCK_REALTIME) - v->captured_at) * 1e3;
  if (is_measuring) {
    v->frames++;
    if (v->kind == LIVE) {
      if (age_count < MOST_AGES) ages[age_count++] = age;
      if (v->last_frame && moment - v->last_frame > longest_gap) longest_gap = moment - v->last_frame;
    } else if (slow_age_count < MOST_AGES) {
      slow_ages[slow_age_count++] = age;
    }
  }
  v->last_frame = moment;
}

// Chunk sizes, boundaries and headers are all lines up to an empty one; the only part of it that counts is the header of a picture.
static void head_is_here(viewer *v) {
  v->head[v->head_length] = 0;
  if (!v->has_answer) {
    if (!strstr(v->head, " 200 ")) {
      fprintf(stderr, "%s", v->head);
      exit(1);
    }
    v->has_answer = 1;
  }
  char *length = strstr(v->head, "Content-Length: "), *stamp = strstr(v->head, "X-Timestamp: ");
  if (strstr(v->head, "image/jpeg") && length) {
    v->jpeg_left = atol(length + 16);
    v->captured_at = stamp ? atof(stamp + 13) : now_of(CLOCK_REALTIME);
  }
  v->head_length = 0;
}

static void take(viewer *v, const char *some, long count) {
  while (count > 0) {
    if (v->jpeg_left > 0) {
      long part = v->jpeg_left < count ? v->jpeg_left : count;
      v->jpeg_left -= part;
      some += part;
      count -= part;
      if (!v->jpeg_left) frame_is_here(v);
      continue;
    }
    if (v->head_length == sizeof v->head - 1) {
      fprintf(stderr, "this is no MJPEG stream\n");
      exit(1);
    }
    v->head[v->head_length++] = *some++;
    count--;
    if (v->head_length >= 4 && !memcmp(v->head + v->head_length - 4, "\r\n\r\n", 4)) head_is_here(v);
  }
}

// Reads what is there, or as much as a slow viewer may.
static void drain(viewer *v) {
  static char some[1 << 17];
  for (;;) {
    int most = v->kind == LIVE ? (int)sizeof some : 4096;
    if (v->is_gone || (v->kind == SLOW && v->tokens < most)) return;
    int count = SSL_read(v->tls, some, most);
    if (count <= 0) {
      int why = SSL_get_error(v->tls, count);
      v->is_gone = why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE;
      return;
    }
    if (is_measuring && v->kind == LIVE) bytes += count;
    v->tokens -= count;
    take(v, some, count);
  }
}

int main(int count, char **words) {
  int port = number(count, words, "port"), process = number(count, words, "process");
  int live = number(count, words, "live"), stalled = number(count, words, "stalled"), slow = number(count, words, "slow");
  int all = live + stalled + slow;
  double rate = number(count, words, "rate");
  SSL_CTX *context = client_context();
  SSL_CTX_set_read_ahead(context, 1);
  SSL_CTX_set_default_read_buffer_len(context, 65536);
  char request[2048];
  const char *cookie = word(count, words, "cookie", "");
  snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s%s%s\r\n", word(count, words, "path", "/"), port,
           *cookie ? "Cookie: " : "", cookie, *cookie ? "\r\n" : "");
  ages = malloc(MOST_AGES * sizeof *ages);
  slow_ages = malloc(MOST_AGES * sizeof *slow_ages);

  viewer *viewers = calloc(all, sizeof *viewers);
  int epoll = epoll_create1(0);
  for (int i = 0; i < all; i++) {
    viewer *v = viewers + i;
    v->kind = i < live ? LIVE : i < live + stalled ? STALLED : SLOW;
    v->tls = connect_to(context, port, 0);
    if (v->kind == SLOW) SSL_set_read_ahead(v->tls, 0);
    SSL_write(v->tls, request, strlen(request));
    int socket = SSL_get_fd(v->tls);
    fcntl(socket, F_SETFL, O_NONBLOCK);
    v->since = now();
    // A stalled viewer still hears that it was cut; a slow one comes when it may.
    struct epoll_event wanted = {v->kind == LIVE ? EPOLLIN : v->kind == STALLED ? EPOLLRDHUP : EPOLLET, {.ptr = v}};
    epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &wanted);
  }

  double begin = now(), measure_at = begin + number(count, words, "warm"), end = measure_at + number(count, words, "seconds");
  double cpu = 0, first_cut = 0, last_cut = 0;
  int cut = 0;
  struct epoll_event events[EVENTS];
  while (now() < end) {
    if (!is_measuring && now() >= measure_at) {
      is_measuring = 1;
      measure_at = now();
      cpu = cpu_of(process);
    }
    int ready = epoll_wait(epoll, events, EVENTS, slow ? 5 : 20);
    for (int i = 0; i < ready; i++) {
      viewer *v = events[i].data.ptr;
      if (v->kind == LIVE) {
        drain(v);
        if (v->is_gone) epoll_ctl(epoll, EPOLL_CTL_DEL, SSL_get_fd(v->tls), NULL);
      } else if (v->kind == STALLED && events[i].events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) {
        last_cut = now() - v->since;
        if (!cut++) first_cut = last_cut;
        v->is_gone = 1;
        epoll_ctl(epoll, EPOLL_CTL_DEL, SSL_get_fd(v->tls), NULL);
      }
    }
    for (int i = live + stalled; i < all; i++) {
      viewer *v = viewers + i;
      double moment = now();
      v->tokens += (moment - v->since) * rate;
      v->since = moment;
      if (v->tokens > 16384) v->tokens = 16384;
      drain(v);
    }
  }
  cpu = cpu_of(process) - cpu;
  double seconds = now() - measure_at, slowest = 1e9;
  long frames = 0, slow_frames = 0;
  int gone = 0;
  for (int i = 0; i < all; i++) {
    viewer *v = viewers + i;
    if (v->kind == STALLED) continue;
    gone += v->is_gone;
    *(v->kind == LIVE ? &frames : &slow_frames) += v->frames;
    if (v->kind == LIVE && v->frames / seconds < slowest) slowest = v->frames / seconds;
    // Who got nothing for the last part of the time waits still.
    if (v->kind == LIVE && now() - v->last_frame > longest_gap) longest_gap = now() - v->last_frame;
  }
  qsort(ages, age_count, sizeof *ages, ascending);
  qsort(slow_ages, slow_age_count, sizeof *slow_ages, ascending);
  printf("{\"bytes\":%ld,\"frames\":%ld,\"seconds\":%.4f,\"cpu\":%.6f,\"slowest\":%.4f,\"mean\":%.4f,\"p50\":%.3f,\"p99\":%.3f,\"oldest\":%.3f,"
         "\"gap\":%.1f,\"slowRate\":%.3f,\"slowP50\":%.1f,\"slowOldest\":%.1f,\"gone\":%d,\"cut\":%d,\"firstCut\":%.2f,\"lastCut\":%.2f}\n",
         bytes, frames, seconds, cpu, live ? slowest : 0, live ? frames / seconds / live : 0, percentile(ages, age_count, 0.5),
         percentile(ages, age_count, 0.99), percentile(ages, age_count, 1), longest_gap * 1e3, slow ? slow_frames / seconds / slow : 0,
         percentile(slow_ages, slow_age_count, 0.5), percentile(slow_ages, slow_age_count, 1), gone, cut, first_cut, last_cut);
  return 0;
}
