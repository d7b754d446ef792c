#include "failure.h"
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/// libpng's state for a file that is written. Lives outside the frame that calls setjmp.
typedef struct {
  png_structp png;
  png_infop info;
} writer;

static void give_bytes(png_structp png, png_bytep from, size_t count) {
  stopline_png_file *file = png_get_io_ptr(png);
  if (count > file->capacity - file->count) {
    size_t capacity = 2 * file->capacity + count + 4096;
    uint8_t *bytes = realloc(file->bytes, capacity);
    if (bytes == NULL) png_error(png, "out of memory");
    file->bytes = bytes;
    file->capacity = capacity;
  }
  memcpy(file->bytes + file->count, from, count);
  file->count += count;
}

static void flush_nothing(png_structp png) {
  (void)png;
}

static int is_ascii(const char *text) {
  for (; *text; text++) {
    if ((unsigned char)*text >= 0x80) return 0;
  }
  return 1;
}

/// Texts in ASCII go into tEXt, which every program shows, others into iTXt, which holds UTF-8.
static void set_texts(writer *out, const char *texts, size_t count) {
  for (size_t i = 0; i < count; i++) {
    png_text text = {0};
    text.key = (png_charp)texts;
    text.text = (png_charp)texts + strlen(texts) + 1;
    text.compression = is_ascii(text.text) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
    png_set_text(out->png, out->info, &text, 1);
    texts = text.text + strlen(text.text) + 1;
  }
}

static void close_writer(writer *out) {
  png_destroy_write_struct(&out->png, &out->info);
}

int stopline_png_write(
    const uint8_t *samples, stopline_png_size size, int channels, const char *texts, size_t text_count,
    stopline_png_file *file, stopline_png_failure *failure) {
  memset(file, 0, sizeof *file);
  memset(failure, 0, sizeof *failure);
  writer out = {0};
  out.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, failure, stopline_png_fail, stopline_png_warn);
  out.info = out.png == NULL ? NULL : png_create_info_struct(out.png);
  if (out.info == NULL) {
    close_writer(&out);
    if (failure->message[0] == 0) strcpy(failure->message, "out of memory");
    return 0;
  }
  if (setjmp(png_jmpbuf(out.png)) != 0) {
    close_writer(&out);
    stopline_png_release(file);
    return 0;
  }
  png_set_write_fn(out.png, file, give_bytes, flush_nothing);
  png_set_user_limits(out.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(
      out.png, out.info, size.width, size.height, 8, channels == 4 ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB,
      PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(out.png, out.info, PNG_sRGB_INTENT_PERCEPTUAL);
  // One filter and one level, so that the same picture is the same bytes; Paeth also makes repeated rows all zeros,
  // which is what enlarged pictures consist of.
  png_set_filter(out.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_PAETH);
  png_set_compression_level(out.png, 6);
  set_texts(&out, texts, text_count);
  png_write_info(out.png, out.info);
  for (uint32_t y = 0; y < size.height; y++) {
    png_write_row(out.png, samples + (size_t)y * size.width * (size_t)channels);
  }
  png_write_end(out.png, out.info);
  close_writer(&out);
  return 1;
}

void stopline_png_release(stopline_png_file *file) {
  free(file->bytes);
  memset(file, 0, sizeof *file);
}
