#ifndef GROUP_LOOP_H
#define GROUP_LOOP_H

#include <stddef.h>
#include <stdint.h>

/// A dimension of a count: a code for each row, the member of each code, and how many members there are.
struct group_dimension {
  const uint32_t *codes;
  const int32_t *members;
  int32_t count;
};

/// Counts rows by four dimensions; `counts` holds a number for each choice of members, and begins at 0.
void group_count_4(const struct group_dimension *dimensions, size_t rows, int32_t *counts);

#endif
