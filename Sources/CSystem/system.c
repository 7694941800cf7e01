#define _GNU_SOURCE
#include "system.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
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
