#ifndef CPNG_BRIDGE_H
#define CPNG_BRIDGE_H

#include <stddef.h>
#include <stdint.h>

// PNG in and out of memory through libpng. libpng reports errors by longjmp; every jump starts and lands inside one call
// of this file, so no caller's frame is ever skipped, and everything libpng allocated is freed before a call returns.
// Calls share nothing and may run on several threads.

/// Why a call failed.
typedef struct {
  /// libpng's words, cut to fit, never empty after a failure.
  char message[160];
  /// How many bytes of the file had been read.
  size_t offset;
  /// Whether the file ended before the picture did.
  int truncated;
} stopline_png_failure;

typedef struct {
  uint32_t width;
  uint32_t height;
} stopline_png_size;

/// Reads the header chunk of a PNG and nothing after it; takes no memory that depends on the picture's size.
/// Returns 1, or 0 with `failure` filled in.
int stopline_png_read_size(
    const uint8_t *bytes, size_t count, stopline_png_size *size, stopline_png_failure *failure);

/// Decodes a PNG into `rgba`, `size.height` rows of `size.width` pixels of 4 bytes, whatever the file's colour type and
/// depth; alpha is straight, and 255 where the file has none. No gamma or colour profile is applied. `size` must be what
/// `stopline_png_read_size` said. Returns 1, or 0 with `failure` filled in and `rgba` in any state.
int stopline_png_read_rgba(
    const uint8_t *bytes, size_t count, stopline_png_size size, uint8_t *rgba, stopline_png_failure *failure);

/// A file being written, grown by realloc.
typedef struct {
  uint8_t *bytes;
  size_t count;
  size_t capacity;
} stopline_png_file;

/// Encodes 8-bit samples, 3 (RGB) or 4 (RGBA, straight alpha) a pixel.
/// `texts` holds `text_count` pairs, each a keyword (1 to 79 printable ASCII characters) and a text in UTF-8, each ended
/// by a zero byte. Returns 1 with `file` to be released, or 0 with `failure` filled in and nothing to release.
int stopline_png_write(
    const uint8_t *samples, stopline_png_size size, int channels, const char *texts, size_t text_count,
    stopline_png_file *file, stopline_png_failure *failure);

/// Frees what `stopline_png_write` allocated.
void stopline_png_release(stopline_png_file *file);

#endif
