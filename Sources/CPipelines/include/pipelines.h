#pragma once
#include <stddef.h>
typedef struct { const char *path; const unsigned char *bytes; size_t size; } KrongEmbeddedFile;
size_t krong_embedded_count(void);
KrongEmbeddedFile krong_embedded_file(size_t index);
