// Debian's libxml2 headers pull in the system's ICU headers, which clash with Foundation's.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>

// xmlFree is a mutable global, which Swift 6 refuses.
static inline void krong_xml_free(void *memory) { xmlFree(memory); }
