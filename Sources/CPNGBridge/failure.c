#include "failure.h"
#include <string.h>

static void copy_message(stopline_png_failure *failure, const char *message) {
  strncpy(failure->message, message, sizeof failure->message - 1);
  failure->message[sizeof failure->message - 1] = 0;
}

void stopline_png_warn(png_structp png, png_const_charp message) {
  if (strstr(message, "IHDR") != NULL) copy_message(png_get_error_ptr(png), message);
}

void stopline_png_fail(png_structp png, png_const_charp message) {
  stopline_png_failure *failure = png_get_error_ptr(png);
  int explained = failure->message[0] != 0 && strcmp(message, "Invalid IHDR data") == 0;
  if (!explained) copy_message(failure, message);
  png_longjmp(png, 1);
}
