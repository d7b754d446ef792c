// Convolution by Winograd's minimal filtering: cutting into blocks of tiles that stay in the cache, edges.

#include "CKernels.h"

#include <string.h>

// Floats between the rows of two positions beyond what they need: rows that are a power of two apart would share their
// places in the first-level cache.
enum { apart = 16 };

static ptrdiff_t least(ptrdiff_t a, ptrdiff_t b) { return a < b ? a : b; }

static ptrdiff_t whole(ptrdiff_t count, ptrdiff_t unit) { return (count + unit - 1) / unit * unit; }

// How the scratch of one worker is divided.
typedef struct {
  // Positions of a transformed tile, (m + 2)^2.
  ptrdiff_t positions;
  // Floats of a transformed tile's pixel on the input's side, and from one position to the next.
  ptrdiff_t pixel, patch_stride;
  // The same on the output's side.
  ptrdiff_t product_pixel, product_stride;
  float *patches, *products, *edge, *zeros;
} layout;

// `product_pixel` is a whole number of panels.
static layout divide(const ck_kernels *kernels, int size, ptrdiff_t channels, ptrdiff_t product_pixel, float *scratch) {
  layout l;
  const ptrdiff_t side = size + 2;
  l.positions = side * side;
  l.pixel = whole(channels, kernels->lanes);
  l.patch_stride = ck_winograd_tiles * l.pixel + apart;
  l.product_pixel = product_pixel;
  l.product_stride = ck_winograd_tiles * product_pixel + apart;
  l.patches = scratch;
  l.products = l.patches + l.positions * l.patch_stride;
  l.edge = l.products + l.positions * l.product_stride;
  const ptrdiff_t widest = l.pixel > product_pixel ? l.pixel : product_pixel;
  l.zeros = l.edge + l.positions * widest;
  return l;
}

ptrdiff_t ck_winograd_scratch(const ck_kernels *kernels, int size, ptrdiff_t channels, ptrdiff_t gradient_channels) {
  const ptrdiff_t pixel = whole(gradient_channels > 0 ? gradient_channels : 1, kernels->panel);
  const layout l = divide(kernels, size, channels, pixel, NULL);
  return l.zeros - l.patches + kernels->panel;
}

void ck_winograd_filters(const ck_kernels *kernels, int size, ptrdiff_t channels, ptrdiff_t panels, const float *packed,
                         float *filters) {
  const ptrdiff_t width = kernels->panel, tap = channels * width, positions = (size + 2) * (size + 2);
  for (ptrdiff_t panel = 0; panel < panels; panel++)
    kernels->winograd_filter[size == 4]((ck_grid){3 * tap, tap}, packed + panel * 9 * tap, tap, tap,
                                        filters + panel * positions * tap);
}

// Where tile `index` of the grid begins: its image, and its first output pixel.
typedef struct {
  ptrdiff_t image, y, x;
} place;

static place place_of(const ck_winograd *w, ptrdiff_t first_row, ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t index) {
  const ptrdiff_t image = index / (rows * columns), rest = index % (rows * columns);
  return (place){image, (first_row + rest / columns) * w->size, rest % columns * w->size};
}

// Copies a patch that reaches beyond the plane, with zeros there.
static const float *whole_patch(const ck_winograd *w, const float *in, place at, ck_grid *grid, float *edge) {
  const ptrdiff_t side = w->size + 2, channels = w->in.channels;
  const ptrdiff_t rows = least(side, w->in.height - at.y), columns = least(side, w->in.width - at.x);
  const float *patch = in + at.image * w->in_image + at.y * w->in.row_stride + at.x * channels;
  *grid = (ck_grid){w->in.row_stride, channels};
  if (rows == side && columns == side) return patch;
  memset(edge, 0, sizeof(float) * side * side * channels);
  for (ptrdiff_t y = 0; y < rows; y++)
    memcpy(edge + y * side * channels, patch + y * w->in.row_stride, sizeof(float) * columns * channels);
  *grid = (ck_grid){side * channels, channels};
  return edge;
}

// Writes the pixels of one panel of one tile.
static void write_tile(const ck_kernels *kernels, const ck_winograd *w, const layout *l, const float *products, place at,
                       const float *bias, ptrdiff_t channel, float *out) {
  const ptrdiff_t panel = kernels->panel, columns = least(w->out_channels - channel, panel);
  const int set = w->size == 4, pool = w->pool ? 2 : 1;
  float *pixels = out + at.image * w->out_image + at.y / pool * w->out.row_stride + at.x / pool * w->out.channels + channel;
  const ptrdiff_t height = least(w->size, w->out_height - at.y) / pool;
  const ptrdiff_t width = least(w->size, w->out_width - at.x) / pool;
  const int beside = columns < panel || height * pool < w->size || width * pool < w->size;
  const ck_grid grid = beside ? (ck_grid){w->size * panel, panel} : (ck_grid){w->out.row_stride, w->out.channels};
  float *target = beside ? l->edge : pixels;
  uint8_t place_tile[ck_most_rows * ck_widest_panel];
  const ck_grid place_grid = beside ? (ck_grid){2 * panel, panel}
                                    : (ck_grid){w->out_width / 2 * w->out_channels, w->out_channels};
  uint8_t *places = NULL;
  if (w->places)
    places = w->places + at.image * w->places_image + (at.y / 2 * (w->out_width / 2) + at.x / 2) * w->out_channels + channel;
  if (w->pool)
    kernels->winograd_pooled[set](products, l->product_stride, bias, w->relu, grid, target, place_grid,
                                  places && beside ? place_tile : places);
  else
    kernels->winograd_output[set](products, l->product_stride, bias, w->relu, grid, target);
  if (!beside) return;
  for (ptrdiff_t y = 0; y < height; y++) {
    for (ptrdiff_t x = 0; x < width; x++) {
      memcpy(pixels + y * w->out.row_stride + x * w->out.channels, target + y * grid.row + x * grid.pixel,
             sizeof(float) * columns);
      if (places)
        memcpy(places + (y * (w->out_width / 2) + x) * w->out_channels, place_tile + y * place_grid.row + x * place_grid.pixel,
               columns);
    }
  }
}

// products[position][tile][0..<panel] = patches[position][tile][.] * filters[position][.][0..<panel]
static void multiply(const ck_kernels *kernels, const layout *l, ptrdiff_t tiles, ptrdiff_t channels,
                     const float *filters) {
  const ck_depth depth = {1, channels, 0};
  for (ptrdiff_t p = 0; p < l->positions; p++, filters += channels * kernels->panel) {
    for (ptrdiff_t first = 0; first < tiles; first += kernels->rows) {
      const int count = (int)least(kernels->rows, tiles - first);
      const float *a[ck_most_rows];
      float *c[ck_most_rows];
      for (int m = 0; m < count; m++) {
        a[m] = l->patches + p * l->patch_stride + (first + m) * l->pixel;
        c[m] = l->products + p * l->product_stride + (first + m) * l->product_pixel;
      }
      kernels->tile[count - 1](a, c, depth, filters, l->zeros, 0);
    }
  }
}

void ck_winograd_convolve(const ck_kernels *kernels, const ck_winograd *w, ck_range tile_rows, ck_range panels,
                          const float *in, const float *filters, const float *bias, float *scratch, float *out) {
  const layout l = divide(kernels, w->size, w->in.channels, kernels->panel, scratch);
  const int set = w->size == 4;
  const ptrdiff_t columns = (w->out_width + w->size - 1) / w->size, rows = tile_rows.end - tile_rows.start;
  const ptrdiff_t total = w->images * rows * columns;
  memset(l.zeros, 0, sizeof(float) * kernels->panel);
  for (ptrdiff_t first = 0; first < total; first += ck_winograd_tiles) {
    const ptrdiff_t tiles = least(ck_winograd_tiles, total - first);
    for (ptrdiff_t t = 0; t < tiles; t++) {
      ck_grid grid;
      const float *patch = whole_patch(w, in, place_of(w, tile_rows.start, rows, columns, first + t), &grid, l.edge);
      kernels->winograd_patch[set](grid, patch, w->in.channels, l.patch_stride, l.patches + t * l.pixel);
    }
    for (ptrdiff_t panel = panels.start; panel < panels.end; panel++) {
      const ptrdiff_t channel = panel * kernels->panel;
      multiply(kernels, &l, tiles, w->in.channels, filters + channel * l.positions * w->in.channels);
      for (ptrdiff_t t = 0; t < tiles; t++)
        write_tile(kernels, w, &l, l.products + t * l.product_pixel, place_of(w, tile_rows.start, rows, columns, first + t),
                   bias + channel, channel, out);
    }
  }
}

// Copies the output's gradient under a tile that reaches beyond the plane, with zeros there.
static const float *whole_gradient(const ck_winograd *w, const float *d_out, place at, ck_grid *grid, float *edge) {
  const ptrdiff_t channels = w->out_channels;
  const ptrdiff_t rows = least(w->size, w->out_height - at.y), columns = least(w->size, w->out_width - at.x);
  const float *pixels = d_out + at.image * w->out_image + at.y * w->out.row_stride + at.x * w->out.channels;
  *grid = (ck_grid){w->out.row_stride, w->out.channels};
  if (rows == w->size && columns == w->size) return pixels;
  memset(edge, 0, sizeof(float) * w->size * w->size * channels);
  for (ptrdiff_t y = 0; y < rows; y++)
    for (ptrdiff_t x = 0; x < columns; x++)
      memcpy(edge + (y * w->size + x) * channels, pixels + y * w->out.row_stride + x * w->out.channels,
             sizeof(float) * channels);
  *grid = (ck_grid){w->size * channels, channels};
  return edge;
}

// d_filters[position][c][k] += sum over tiles of patches[position][tile][c] * gradients[position][tile][k]
static void multiply_outer(const ck_kernels *kernels, const layout *l, ptrdiff_t tiles, ptrdiff_t channels,
                           float *d_filters) {
  for (ptrdiff_t p = 0; p < l->positions; p++, d_filters += channels * l->product_pixel) {
    const float *a = l->patches + p * l->patch_stride, *b = l->products + p * l->product_stride;
    for (ptrdiff_t k = 0; k < l->product_pixel; k += kernels->panel) {
      for (ptrdiff_t c = 0; c < channels; c += kernels->rows) {
        const int count = (int)least(kernels->rows, channels - c);
        kernels->outer[count - 1](tiles, a + c, l->pixel, b + k, l->product_pixel,
                                  d_filters + c * l->product_pixel + k, l->product_pixel);
      }
    }
  }
}

void ck_winograd_filter_gradient(const ck_kernels *kernels, const ck_winograd *w, const float *in, const float *d_out,
                                 float *scratch, float *d_filters) {
  const layout l =
      divide(kernels, w->size, w->in.channels, whole(w->out_channels, kernels->panel), scratch);
  const int set = w->size == 4;
  const ptrdiff_t columns = (w->out_width + w->size - 1) / w->size, rows = (w->out_height + w->size - 1) / w->size;
  const ptrdiff_t total = w->images * rows * columns;
  // The last panel's places beyond the output's channels are written by no transform.
  if (l.product_pixel > whole(w->out_channels, kernels->lanes))
    memset(l.products, 0, sizeof(float) * l.positions * l.product_stride);
  for (ptrdiff_t first = 0; first < total; first += ck_winograd_tiles) {
    const ptrdiff_t tiles = least(ck_winograd_tiles, total - first);
    for (ptrdiff_t t = 0; t < tiles; t++) {
      const place at = place_of(w, 0, rows, columns, first + t);
      ck_grid grid;
      const float *patch = whole_patch(w, in, at, &grid, l.edge);
      kernels->winograd_patch[set](grid, patch, w->in.channels, l.patch_stride, l.patches + t * l.pixel);
      const float *gradient = whole_gradient(w, d_out, at, &grid, l.edge);
      kernels->winograd_gradient[set](grid, gradient, w->out_channels, l.product_stride,
                                      l.products + t * l.product_pixel);
    }
    multiply_outer(kernels, &l, tiles, w->in.channels, d_filters);
  }
}

void ck_winograd_weight_gradient(const ck_kernels *kernels, int size, ptrdiff_t channels, ptrdiff_t columns,
                                 const float *d_filters, float *d_weights) {
  const ptrdiff_t width = whole(columns, kernels->panel), side = size + 2;
  const ck_grid grid = {side * channels * width, channels * width};
  float taps[9 * ck_widest_panel];
  for (ptrdiff_t c = 0; c < channels; c++) {
    for (ptrdiff_t k = 0; k < columns; k += kernels->panel) {
      kernels->winograd_weight[size == 4](grid, d_filters + c * width + k, kernels->panel, ck_widest_panel, taps);
      const ptrdiff_t count = least(columns - k, kernels->panel);
      for (ptrdiff_t tap = 0; tap < 9; tap++)
        memcpy(d_weights + (tap * channels + c) * columns + k, taps + tap * ck_widest_panel, sizeof(float) * count);
    }
  }
}
