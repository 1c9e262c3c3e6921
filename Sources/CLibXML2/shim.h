// The parts of libxml2 that CaseXML uses, and what Swift cannot import by itself.
#pragma once
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
