// Writing workbooks by libxlsxwriter.
#pragma once
#include <xlsxwriter.h>

// A list of three values to choose from: an array of C strings is awkward from Swift.
static inline lxw_error cx_choices(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column,
                                   const char *a, const char *b, const char *c) {
  const char *values[] = {a, b, c, NULL};
  lxw_data_validation validation = {0};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = (char **)values;
  return worksheet_data_validation_range(sheet, first, column, last, column, &validation);
}

// Locks the sheet but for cells that are not locked; filters and column widths stay usable.
static inline void cx_protect(lxw_worksheet *sheet) {
  lxw_protection options = {0};
  options.autofilter = 1;
  options.format_columns = 1;
  options.format_rows = 1;
  worksheet_protect(sheet, NULL, &options);
}
