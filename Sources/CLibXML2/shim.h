// The parts of libxml2 that CaseXML uses, and what Swift cannot import by itself.
#pragma once
// Debian's libxml2 names ICU types in encoding.h. Its headers clash with the ICU that Foundation
// brings, and we only pass pointers to handlers, so the ICU members stay unseen.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <iconv.h>
#include <libxml/SAX2.h>
#include <libxml/catalog.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

// xmlSchemaSAXPlug keeps the addresses of these two fields and writes to them
// until it is unplugged; Swift can't form a lasting address of a C field.
static inline xmlSAXHandlerPtr *caseXMLSAXAddress(xmlParserCtxtPtr context) {
  return &context->sax;
}
static inline void **caseXMLUserDataAddress(xmlParserCtxtPtr context) {
  return &context->userData;
}

// The generic handler is variadic, which Swift can't express; libxml2 must
// not write to standard error on its own.
static inline void caseXMLIgnore(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}
static inline void caseXMLSilenceGenericErrors(void) {
  xmlSetGenericErrorFunc(NULL, caseXMLIgnore);
}

// Converts all of `input` to UTF-8 and returns how many bytes of it could be
// converted (all of them on success), or -1 when `encoding` is unknown.
// `*written` is the number of bytes put into `output`, which must hold them.
static inline long caseXMLConvert(const char *encoding, const void *input,
                                  size_t length, void *output, size_t capacity,
                                  size_t *written) {
  iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == (iconv_t)-1) return -1;
  char *from = (char *)input;
  char *to = (char *)output;
  size_t left = length;
  size_t room = capacity;
  iconv(converter, &from, &left, &to, &room);
  iconv_close(converter);
  *written = capacity - room;
  return (long)(length - left);
}
