#include "group_loop.h"

void group_count_4(const struct group_dimension *dimensions, size_t rows, int32_t *counts) {
  const struct group_dimension a = dimensions[0], b = dimensions[1], c = dimensions[2],
                               d = dimensions[3];
  for (size_t row = 0; row < rows; row++) {
    size_t cell = (size_t)a.members[a.codes[row]];
    cell = cell * (size_t)b.count + (size_t)b.members[b.codes[row]];
    cell = cell * (size_t)c.count + (size_t)c.members[c.codes[row]];
    cell = cell * (size_t)d.count + (size_t)d.members[d.codes[row]];
    counts[cell]++;
  }
}
