// fanout PORT RATE FILE CERTIFICATE KEY: the cheapest server we could write. One thread, epoll, OpenSSL: sends the bytes of FILE as the
// frames of an MJPEG stream to everybody who asks for anything. Nobody waits for anybody: who is still busy with a frame misses the next.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

// Largest payload of a TLS record.
#define RECORD 16384
#define EVENTS 256

typedef struct {
  unsigned char *bytes;
  size_t length;
  int holders;
  long number;
} frame;

typedef struct viewer {
  int socket;
  enum { GREETING, WATCHING, GONE } state;
  SSL *tls;
  frame *current;
  size_t sent;
  long seen;
  struct viewer *next;
} viewer;

static viewer *everybody;
static frame *newest;

static void release(frame *f) {
  if (--f->holders == 0) {
    free(f->bytes);
    free(f);
  }
}

static void leave(viewer *v) {
  if (v->state == GONE) return;
  v->state = GONE;
  close(v->socket);
  if (v->current) release(v->current);
  v->current = NULL;
}

// Sends until the socket takes no more or there is nothing new.
static void pump(viewer *v) {
  for (;;) {
    if (!v->current) {
      if (!newest || v->seen == newest->number) return;
      v->current = newest;
      v->current->holders++;
      v->sent = 0;
      v->seen = newest->number;
    }
    size_t left = v->current->length - v->sent;
    int some = SSL_write(v->tls, v->current->bytes + v->sent, left < RECORD ? left : RECORD);
    if (some <= 0) {
      int why = SSL_get_error(v->tls, some);
      if (why != SSL_ERROR_WANT_WRITE && why != SSL_ERROR_WANT_READ) leave(v);
      return;
    }
    v->sent += some;
    if (v->sent == v->current->length) {
      release(v->current);
      v->current = NULL;
    }
  }
}

static void greet(viewer *v) {
  static const char answer[] = "HTTP/1.0 200 OK\r\nConnection: close\r\nCache-Control: no-store\r\n"
                               "Content-Type: multipart/x-mixed-replace;boundary=frame\r\n\r\n";
  char request[4096];
  if (SSL_read(v->tls, request, sizeof request) <= 0) return;
  SSL_write(v->tls, answer, sizeof answer - 1);
  v->state = WATCHING;
}

static void accept_all(int listener, int epoll, SSL_CTX *context) {
  int socket, one = 1;
  while ((socket = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    viewer *v = calloc(1, sizeof *v);
    v->socket = socket;
    v->seen = -1;
    v->tls = SSL_new(context);
    SSL_set_fd(v->tls, socket);
    SSL_set_accept_state(v->tls);
    v->next = everybody;
    everybody = v;
    struct epoll_event wanted = {EPOLLIN | EPOLLOUT | EPOLLET | EPOLLRDHUP, {.ptr = v}};
    epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &wanted);
  }
}

static void publish(const unsigned char *jpeg, size_t length) {
  static long number;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  frame *f = malloc(sizeof *f);
  f->bytes = malloc(length + 256);
  int head = sprintf((char *)f->bytes, "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %zu\r\nX-Timestamp: %ld.%06ld\r\n\r\n", length,
                     (long)now.tv_sec, now.tv_nsec / 1000);
  memcpy(f->bytes + head, jpeg, length);
  memcpy(f->bytes + head + length, "\r\n", 2);
  f->length = head + length + 2;
  f->holders = 1;
  f->number = ++number;
  if (newest) release(newest);
  newest = f;
  for (viewer *v = everybody; v; v = v->next)
    if (v->state == WATCHING && !v->current) pump(v);
}

int main(int count, char **words) {
  if (count != 6) {
    fprintf(stderr, "usage: fanout PORT RATE FILE CERTIFICATE KEY\n");
    return 2;
  }
  signal(SIGPIPE, SIG_IGN);
  struct stat is;
  FILE *file = fopen(words[3], "rb");
  if (!file || fstat(fileno(file), &is)) {
    perror(words[3]);
    return 1;
  }
  unsigned char *jpeg = malloc(is.st_size);
  if (fread(jpeg, 1, is.st_size, file) != (size_t)is.st_size) return 1;

  SSL_CTX *context = SSL_CTX_new(TLS_server_method());
  if (SSL_CTX_use_certificate_chain_file(context, words[4]) != 1 || SSL_CTX_use_PrivateKey_file(context, words[5], SSL_FILETYPE_PEM) != 1) {
    fprintf(stderr, "%s and %s are no pair of PEM files\n", words[4], words[5]);
    return 1;
  }
  SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);

  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(words[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (bind(listener, (void *)&address, sizeof address) || listen(listener, 512)) {
    perror("listen");
    return 1;
  }
  long period = 1e9 / atof(words[2]);
  int timer = timerfd_create(CLOCK_MONOTONIC, 0);
  struct itimerspec beat = {{period / 1000000000, period % 1000000000}, {period / 1000000000, period % 1000000000}};
  timerfd_settime(timer, 0, &beat, NULL);
  int epoll = epoll_create1(0);
  struct epoll_event newcomers = {EPOLLIN, {.ptr = &listener}}, ticks = {EPOLLIN, {.ptr = &timer}};
  epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &newcomers);
  epoll_ctl(epoll, EPOLL_CTL_ADD, timer, &ticks);
  puts("ready");
  fflush(stdout);

  struct epoll_event events[EVENTS];
  for (;;) {
    int ready = epoll_wait(epoll, events, EVENTS, -1);
    for (int i = 0; i < ready; i++) {
      void *who = events[i].data.ptr;
      if (who == &listener) {
        accept_all(listener, epoll, context);
      } else if (who == &timer) {
        unsigned long beats;
        if (read(timer, &beats, sizeof beats) == sizeof beats) publish(jpeg, is.st_size);
      } else {
        viewer *v = who;
        if (events[i].events & (EPOLLERR | EPOLLHUP | EPOLLRDHUP)) leave(v);
        if (v->state == GREETING) greet(v);
        if (v->state == WATCHING) pump(v);
      }
    }
  }
}
