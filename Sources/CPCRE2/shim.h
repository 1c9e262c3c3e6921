// PCRE2 with 8-bit code units: regular expressions over UTF-8 with bounded cost.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
