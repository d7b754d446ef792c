#include "failure.h"
#include <setjmp.h>
#include <string.h>

/// A PNG in memory, how far it has been read, and libpng's state for it. Lives outside the frame that calls setjmp, so
/// that what it holds is defined after a jump.
typedef struct {
  const uint8_t *bytes;
  size_t count;
  stopline_png_failure *failure;
  png_structp png;
  png_infop info;
} reader;

static void take_bytes(png_structp png, png_bytep into, size_t wanted) {
  reader *file = png_get_io_ptr(png);
  size_t left = file->count - file->failure->offset;
  if (wanted > left) {
    file->failure->offset = file->count;
    file->failure->truncated = 1;
    png_error(png, "the file ends too early");
  }
  memcpy(into, file->bytes + file->failure->offset, wanted);
  file->failure->offset += wanted;
}

static int open_reader(reader *file) {
  memset(file->failure, 0, sizeof *file->failure);
  file->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, file->failure, stopline_png_fail, stopline_png_warn);
  file->info = file->png == NULL ? NULL : png_create_info_struct(file->png);
  if (file->info != NULL) return 1;
  png_destroy_read_struct(&file->png, NULL, NULL);
  if (file->failure->message[0] == 0) strcpy(file->failure->message, "out of memory");
  return 0;
}

static void close_reader(reader *file) {
  png_destroy_read_struct(&file->png, &file->info, NULL);
}

/// Reads signature and header, and whatever stands before the first image data.
static void read_header(reader *file) {
  png_structp png = file->png;
  png_set_read_fn(png, file, take_bytes);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  // A damaged critical chunk ends the reading; a damaged ancillary one is skipped, and so is every ancillary chunk but
  // transparency (which is not on libpng's list): no profile, text or time can break a picture or take memory.
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
  png_set_benign_errors(png, 1);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_read_info(png, file->info);
}

/// Signature, chunk length, chunk name, header, checksum.
enum { HEADER_BYTES = 8 + 4 + 4 + 13 + 4 };

int stopline_png_read_size(
    const uint8_t *bytes, size_t count, stopline_png_size *size, stopline_png_failure *failure) {
  // libpng has no call that stops after the header chunk: it is shown only that much, and a header it accepts is one
  // after which it asks for more.
  int complete = count >= HEADER_BYTES;
  reader file = {.bytes = bytes, .count = complete ? HEADER_BYTES : count, .failure = failure};
  if (!open_reader(&file)) return 0;
  if (setjmp(png_jmpbuf(file.png)) == 0) read_header(&file);
  size->width = png_get_image_width(file.png, file.info);
  size->height = png_get_image_height(file.png, file.info);
  close_reader(&file);
  if (!complete || !failure->truncated) return 0;
  if (size->width > 0 && size->height > 0) return 1;
  // libpng skips an ancillary chunk before the header, and the size that is to be checked would come after it.
  failure->truncated = 0;
  strcpy(failure->message, "IHDR: not the first chunk");
  return 0;
}

/// Asks for 8-bit RGBA from every colour type and depth.
static void request_rgba(reader *file) {
  png_structp png = file->png;
  png_set_expand(png);  // palettes, 1, 2 and 4 bits, and transparent colours, compared at the file's own depth
  png_set_scale_16(png);  // to the nearest level; png_set_strip_16 would cut
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
}

int stopline_png_read_rgba(
    const uint8_t *bytes, size_t count, stopline_png_size size, uint8_t *rgba, stopline_png_failure *failure) {
  reader file = {.bytes = bytes, .count = count, .failure = failure};
  if (!open_reader(&file)) return 0;
  if (setjmp(png_jmpbuf(file.png)) != 0) {
    close_reader(&file);
    return 0;
  }
  read_header(&file);
  // Before libpng takes memory for rows.
  if (png_get_image_width(file.png, file.info) != size.width ||
      png_get_image_height(file.png, file.info) != size.height) {
    png_error(file.png, "the size is not the one announced");
  }
  request_rgba(&file);
  int passes = png_set_interlace_handling(file.png);
  png_read_update_info(file.png, file.info);
  size_t stride = (size_t)size.width * 4;
  if (png_get_rowbytes(file.png, file.info) != stride) png_error(file.png, "the rows are not RGBA");
  for (int pass = 0; pass < passes; pass++) {
    for (uint32_t y = 0; y < size.height; y++) png_read_row(file.png, rgba + y * stride, NULL);
  }
  png_read_end(file.png, NULL);
  close_reader(&file);
  return 1;
}
