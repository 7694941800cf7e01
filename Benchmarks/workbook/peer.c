/* Writes the cells of a file as a workbook with libxlsxwriter in constant-memory mode, and says what that cost.
 *
 *   peer CELLS WORKBOOK
 *
 * CELLS holds a row a line and its cells between tabs; the first line says of each column whether it holds
 * numbers (n) or texts (s), the second is the header. Reading it is not measured. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <xlsxwriter.h>

static double processor_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static char *contents(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (text && fread(text, 1, size, file) == (size_t)size) text[size] = 0;
  fclose(file);
  return text;
}

int main(int count, char **words) {
  char *text = count == 3 ? contents(words[1]) : NULL;
  if (!text) return 2;
  double start = processor_seconds();
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = NULL};
  lxw_workbook *book = workbook_new_opt(words[2], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
  lxw_format *head = workbook_add_format(book);
  format_set_bold(head);
  lxw_format *body = workbook_add_format(book);
  format_set_bottom(body, LXW_BORDER_HAIR);
  const char *kinds = text;
  char *next = strchr(text, '\n') + 1;
  for (lxw_row_t row = 0; *next; row++) {
    for (lxw_col_t column = 0;; column++) {
      size_t length = strcspn(next, "\t\n");
      char end = next[length];
      next[length] = 0;
      if (row == 0)
        worksheet_write_string(sheet, row, column, next, head);
      else if (!length)
        worksheet_write_blank(sheet, row, column, body);
      else if (kinds[2 * column] == 'n')
        worksheet_write_number(sheet, row, column, strtod(next, NULL), body);
      else
        worksheet_write_string(sheet, row, column, next, body);
      next += length + 1;
      if (end != '\t') break;
    }
  }
  lxw_error error = workbook_close(book);
  printf("cpu %.3f\n", processor_seconds() - start);
  return error ? 1 : 0;
}
