// What the clients of the benchmarks share: words of the command line, clocks, connecting, and the processor time of the server.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// name=value among the words, or what stands for it when it was left out.
static const char *word(int count, char **words, const char *name, const char *otherwise) {
  size_t length = strlen(name);
  for (int i = 1; i < count; i++)
    if (!strncmp(words[i], name, length) && words[i][length] == '=') return words[i] + length + 1;
  return otherwise;
}

static double number(int count, char **words, const char *name) { return atof(word(count, words, name, "0")); }

static double now_of(clockid_t clock) {
  struct timespec t;
  return clock_gettime(clock, &t) ? 0 : t.tv_sec + t.tv_nsec / 1e9;
}

static double now(void) { return now_of(CLOCK_MONOTONIC); }

// Seconds of processor, of all threads of a process together; finer than /proc's hundredths.
static double cpu_of(int process) {
  clockid_t clock;
  return process && !clock_getcpuclockid(process, &clock) ? now_of(clock) : 0;
}

static SSL_CTX *client_context(void) {
  SSL_CTX *context = SSL_CTX_new(TLS_client_method());
  // The server made its certificate itself, and this client is its own machine.
  SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
  SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
  // Servers would choose differently, and we measure them and not their choice.
  SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256");
  SSL_CTX_set_mode(context, SSL_MODE_AUTO_RETRY);
  return context;
}

// A TLS connection to this machine, handshake done, or the end of the program.
static SSL *connect_to(SSL_CTX *context, int port, int receive_buffer) {
  int socket_ = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (receive_buffer) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  SSL *tls = SSL_new(context);
  SSL_set_fd(tls, socket_);
  if (connect(socket_, (void *)&address, sizeof address) || SSL_connect(tls) != 1) {
    fprintf(stderr, "cannot connect to port %d: %s\n", port, strerror(errno));
    exit(1);
  }
  return tls;
}

static int ascending(const void *left, const void *right) {
  float l = *(const float *)left, r = *(const float *)right;
  return l < r ? -1 : l > r;
}

// Of milliseconds that were sorted.
static double percentile(const float *sorted, long count, double part) { return count ? sorted[(long)((count - 1) * part)] : 0; }
