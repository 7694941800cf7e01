// System calls that Swift cannot name: they are variadic, or hidden behind a feature macro.
#pragma once

#include <stddef.h>

// Exchanges two paths at once (Linux renameat2 with RENAME_EXCHANGE); 0, or -1 with errno set.
int krong_exchange(const char *one, const char *other);

// Waits until the disk has everything that was written to the file system of a folder; 0, or -1 with errno set.
int krong_keep(const char *folder);

// Whether a signal is ignored; its handler is a function pointer that Swift cannot compare.
int krong_is_ignored(int number);

// A number as %.*g writes it, cut to the room; the number of bytes without the zero at the end.
int krong_general(double value, int digits, char *text, size_t room);

// Opens a new file without a name in a folder, for its owner only; it is gone when it is closed. A
// descriptor, or -1 with errno set.
int krong_temporary(const char *folder);

// Runs a program without a shell and throws away what it says. The words, its path first, end with a zero each.
// The exit status, 128 + the number of the signal that ended it, or -1 with errno set; when so many seconds are over
// it is killed with all that it has started, and errno is ETIMEDOUT.
int krong_run(const char *words, size_t length, int seconds);

// Ends the program that krong_run is waiting for, with all that it has started, and lets none begin; from any thread.
void krong_stop(void);
