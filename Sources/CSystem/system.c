#define _GNU_SOURCE
#include "system.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int krong_exchange(const char *one, const char *other) {
#if defined(__linux__) && defined(SYS_renameat2)
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2u);
#else
  (void)one, (void)other;
  errno = ENOSYS;
  return -1;
#endif
}

int krong_keep(const char *folder) {
  int number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (number < 0) return -1;
#if defined(__linux__)
  int result = syncfs(number);
#else
  int result = fsync(number);
#endif
  int error = errno;
  close(number);
  errno = error;
  return result;
}

int krong_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

int krong_general(double value, int digits, char *text, size_t room) {
  int count = snprintf(text, room, "%.*g", digits, value);
  return count < 0 ? 0 : count < (int)room ? count : (int)room - 1;
}

int krong_temporary(const char *folder) {
#ifdef O_TMPFILE
  int number = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (number >= 0) return number;
#endif
  // Some file systems have no files without names.
  char path[4096];
  int count = snprintf(path, sizeof path, "%s/krong-XXXXXX", folder);
  if (count < 0 || (size_t)count >= sizeof path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  int named = mkostemp(path, O_CLOEXEC);
  if (named >= 0) unlink(path);
  return named;
}

// Ends what a program has started and left behind, and gives it a second to be gone: it could still write to its folders.
static void krong_end_group(pid_t group) {
  const struct timespec pause = {0, 20 * 1000 * 1000};
  for (int tries = 0; tries < 50 && kill(-group, SIGKILL) == 0; tries++) nanosleep(&pause, NULL);
}

// The group of the program that is being run, 0 when there is none, and whether another may begin.
static pthread_mutex_t krong_running_lock = PTHREAD_MUTEX_INITIALIZER;
static pid_t krong_running = 0;
static bool krong_stopped = false;

void krong_stop(void) {
  pthread_mutex_lock(&krong_running_lock);
  krong_stopped = true;
  if (krong_running > 0) krong_end_group(krong_running);
  pthread_mutex_unlock(&krong_running_lock);
}

// The exit status of a child that has ended by itself, or was ended in time.
static int krong_await(pid_t child, int seconds) {
  const struct timespec pause = {0, 20 * 1000 * 1000};
  struct timespec start, now;
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (;;) {
    int status;
    pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended < 0 && errno != EINTR) return -1;
    if (ended == child) {
      krong_end_group(child);
      return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (now.tv_sec - start.tv_sec >= seconds) break;
    nanosleep(&pause, NULL);
  }
  kill(-child, SIGKILL);
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
  krong_end_group(child);
  errno = ETIMEDOUT;
  return -1;
}

int krong_run(const char *words, size_t length, int seconds) {
  extern char **environ;
  enum { most = 64 };
  char *arguments[most + 1];
  size_t count = 0;
  for (size_t place = 0; place < length; place += strlen(words + place) + 1) {
    if (count == most) return errno = E2BIG, -1;
    arguments[count++] = (char *)words + place;
  }
  if (count == 0) return errno = EINVAL, -1;
  arguments[count] = NULL;

  posix_spawn_file_actions_t files;
  posix_spawnattr_t settings;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&settings);
  for (int number = 0; number < 3; number++)
    posix_spawn_file_actions_addopen(&files, number, "/dev/null", O_RDWR, 0);
  // A group of its own, so that what the program starts can be ended with it; signals that we wait for it does not ignore.
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGINT);
  sigaddset(&usual, SIGTERM);
  sigaddset(&usual, SIGHUP);
  posix_spawnattr_setsigdefault(&settings, &usual);
  posix_spawnattr_setflags(&settings, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setpgroup(&settings, 0);
  // Whoever stops the program waits until it is known which one it is.
  pthread_mutex_lock(&krong_running_lock);
  pid_t child = 0;
  int error = krong_stopped ? ECANCELED : posix_spawn(&child, arguments[0], &files, &settings, arguments, environ);
  if (error == 0) krong_running = child;
  pthread_mutex_unlock(&krong_running_lock);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&settings);
  if (error != 0) return errno = error, -1;
  int status = krong_await(child, seconds);
  int reason = errno;
  pthread_mutex_lock(&krong_running_lock);
  krong_running = 0;
  pthread_mutex_unlock(&krong_running_lock);
  return errno = reason, status;
}
