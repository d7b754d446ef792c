// Matrix products on the micro-kernels: cutting into tiles and cache-sized blocks, edges.

#include "CKernels.h"

#include <string.h>

// Floats of packed weights that one pass keeps in the first-level cache.
enum { resident_floats = 6144 };

// Pixels whose gradients one pass of a weight gradient keeps packed.
enum { gradient_pixels = 256 };

static ptrdiff_t least(ptrdiff_t a, ptrdiff_t b) { return a < b ? a : b; }

static ptrdiff_t panels_of(const ck_kernels *kernels, ptrdiff_t columns) {
  return (columns + kernels->panel - 1) / kernels->panel;
}

ptrdiff_t ck_packed_count(const ck_kernels *kernels, ptrdiff_t depth, ptrdiff_t columns) {
  return panels_of(kernels, columns) * depth * kernels->panel;
}

void ck_pack(const ck_kernels *kernels, const float *source, ptrdiff_t depth, ptrdiff_t depth_stride,
             ptrdiff_t columns, ptrdiff_t column_stride, float *packed) {
  const ptrdiff_t width = kernels->panel;
  for (ptrdiff_t k = 0; k < columns; k += width) {
    const ptrdiff_t valid = least(width, columns - k);
    for (ptrdiff_t d = 0; d < depth; d++, packed += width) {
      const float *row = source + d * depth_stride + k * column_stride;
      for (ptrdiff_t i = 0; i < valid; i++) packed[i] = row[i * column_stride];
      for (ptrdiff_t i = valid; i < width; i++) packed[i] = 0;
    }
  }
}

// One tile whose output has fewer channels than a panel: computed beside, then copied.
static void edge_tile(const ck_kernels *kernels, int count, const float *const *a, float *const *c, ck_depth depth,
                      const float *b, const float *start, int relu, ptrdiff_t columns) {
  float beside[ck_most_rows * ck_widest_panel];
  float *rows[ck_most_rows];
  for (int m = 0; m < count; m++) {
    rows[m] = beside + m * kernels->panel;
    if (start) continue;
    memset(rows[m], 0, sizeof(float) * kernels->panel);
    memcpy(rows[m], c[m], sizeof(float) * columns);
  }
  kernels->tile[count - 1](a, rows, depth, b, start, relu);
  for (int m = 0; m < count; m++) memcpy(c[m], rows[m], sizeof(float) * columns);
}

// All rows of the grid against one panel and one block of the depth.
static void multiply_block(const ck_kernels *kernels, ck_rows rows, ck_depth depth, const float *in, const float *b,
                           const float *start, ptrdiff_t columns, int relu, float *out) {
  const float *a[ck_most_rows];
  float *c[ck_most_rows];
  int count = 0;
  for (ptrdiff_t y = 0; y < rows.outer; y++) {
    for (ptrdiff_t x = 0; x < rows.inner; x++) {
      a[count] = in + y * rows.input_outer + x * rows.input_inner;
      c[count] = out + y * rows.output_outer + x * rows.output_inner;
      count++;
      const int last = y + 1 == rows.outer && x + 1 == rows.inner;
      if (count < kernels->rows && !last) continue;
      if (columns >= kernels->panel)
        kernels->tile[count - 1](a, c, depth, b, start, relu);
      else
        edge_tile(kernels, count, a, c, depth, b, start, relu, columns);
      count = 0;
    }
  }
}

void ck_multiply(const ck_kernels *kernels, ck_rows rows, ck_depth depth, const float *in, const float *packed,
                 const float *bias, ptrdiff_t columns, int relu, float *out) {
  const ptrdiff_t width = kernels->panel;
  const ptrdiff_t resident = resident_floats / width;
  const ptrdiff_t total = depth.runs * depth.run_length;
  // Short depths in one piece; else whole runs that fit, or parts of a run that does not fit.
  const ptrdiff_t runs = total <= resident ? depth.runs : depth.run_length <= resident ? resident / depth.run_length : 1;
  const ptrdiff_t part = runs > 1 || depth.run_length <= resident ? depth.run_length : resident;
  for (ptrdiff_t k = 0; k < columns; k += width) {
    const float *b = packed + k * total;
    for (ptrdiff_t run = 0; run < depth.runs; run += runs) {
      for (ptrdiff_t offset = 0; offset < depth.run_length; offset += part) {
        const ck_depth block = {least(runs, depth.runs - run), least(part, depth.run_length - offset), depth.run_stride};
        const int first = run == 0 && offset == 0;
        const int last = run + runs >= depth.runs && offset + part >= depth.run_length;
        multiply_block(kernels, rows, block, in + run * depth.run_stride + offset, b, first ? bias + k : NULL,
                       columns - k, relu && last, out + k);
        b += block.runs * block.run_length * width;
      }
    }
  }
}

void ck_scatter(ptrdiff_t height, ptrdiff_t width, const float *patches, ptrdiff_t patch_pixel, ck_depth depth,
                ptrdiff_t outer, ptrdiff_t inner, float *out) {
  for (ptrdiff_t y = 0; y < height; y++) {
    for (ptrdiff_t x = 0; x < width; x++, patches += patch_pixel) {
      float *first = out + y * outer + x * inner;
      for (ptrdiff_t run = 0; run < depth.runs; run++) {
        const float *restrict from = patches + run * depth.run_length;
        float *restrict to = first + run * depth.run_stride;
        for (ptrdiff_t i = 0; i < depth.run_length; i++) to[i] += from[i];
      }
    }
  }
}

static ptrdiff_t gradient_rows(ck_rows rows) {
  const ptrdiff_t fitting = gradient_pixels / rows.inner;
  return least(rows.outer, fitting > 0 ? fitting : 1);
}

ptrdiff_t ck_weight_gradient_scratch(const ck_kernels *kernels, ck_rows rows, ptrdiff_t columns) {
  const ptrdiff_t pixels = gradient_rows(rows) * rows.inner;
  return pixels * (panels_of(kernels, columns) * kernels->panel + kernels->rows);
}

// Copies `valid` floats of each pixel of the grid into `[pixel][width]`.
static void gather(ck_rows rows, ptrdiff_t outer_stride, ptrdiff_t inner_stride, const float *source, ptrdiff_t valid,
                   ptrdiff_t width, float *gathered) {
  for (ptrdiff_t y = 0; y < rows.outer; y++) {
    for (ptrdiff_t x = 0; x < rows.inner; x++, gathered += width) {
      const float *pixel = source + y * outer_stride + x * inner_stride;
      for (ptrdiff_t i = 0; i < valid; i++) gathered[i] = pixel[i];
      for (ptrdiff_t i = valid; i < width; i++) gathered[i] = 0;
    }
  }
}

static void edge_outer(const ck_kernels *kernels, int count, ptrdiff_t depth, const float *a, const float *b, float *c,
                       ptrdiff_t c_stride, ptrdiff_t columns) {
  float beside[ck_most_rows * ck_widest_panel];
  memset(beside, 0, sizeof beside);
  kernels->outer[count - 1](depth, a, kernels->rows, b, kernels->panel, beside, kernels->panel);
  for (int m = 0; m < count; m++)
    for (ptrdiff_t k = 0; k < columns; k++) c[m * c_stride + k] += beside[m * kernels->panel + k];
}

void ck_weight_gradient(const ck_kernels *kernels, ck_rows rows, ck_depth depth, const float *in, const float *d_out,
                        ptrdiff_t columns, float *scratch, float *d_weights) {
  const ptrdiff_t width = kernels->panel;
  const ptrdiff_t step = gradient_rows(rows);
  for (ptrdiff_t y = 0; y < rows.outer; y += step) {
    ck_rows block = rows;
    block.outer = least(step, rows.outer - y);
    const ptrdiff_t pixels = block.outer * block.inner;
    float *const d_panels = scratch;
    float *const patch = scratch + pixels * panels_of(kernels, columns) * width;
    for (ptrdiff_t k = 0; k < columns; k += width)
      gather(block, rows.output_outer, rows.output_inner, d_out + y * rows.output_outer + k, least(width, columns - k),
             width, d_panels + k * pixels);
    for (ptrdiff_t run = 0; run < depth.runs; run++) {
      const float *const run_start = in + y * rows.input_outer + run * depth.run_stride;
      for (ptrdiff_t i = 0; i < depth.run_length; i += kernels->rows) {
        const int count = (int)least(kernels->rows, depth.run_length - i);
        gather(block, rows.input_outer, rows.input_inner, run_start + i, count, kernels->rows, patch);
        float *const c = d_weights + (run * depth.run_length + i) * columns;
        for (ptrdiff_t k = 0; k < columns; k += width) {
          const float *const b = d_panels + k * pixels;
          if (columns - k >= width)
            kernels->outer[count - 1](pixels, patch, kernels->rows, b, width, c + k, columns);
          else
            edge_outer(kernels, count, pixels, patch, b, c + k, columns, columns - k);
        }
      }
    }
  }
}
