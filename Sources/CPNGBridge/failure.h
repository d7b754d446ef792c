#ifndef STOPLINE_PNG_FAILURE_H
#define STOPLINE_PNG_FAILURE_H

#include "CPNGBridge.h"
#include <png.h>

/// libpng's error handler: copies the words into the `stopline_png_failure` that is libpng's error pointer and jumps
/// back to the call's own setjmp.
PNG_NORETURN void stopline_png_fail(png_structp png, png_const_charp message);

/// libpng's warning handler: keeps what is wrong with a header, which libpng tells only as warnings.
void stopline_png_warn(png_structp png, png_const_charp message);

#endif
