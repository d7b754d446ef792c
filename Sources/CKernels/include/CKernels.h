// The arithmetic under the networks: micro-kernels, one set for each instruction set, chosen when the program starts.
//
// Legend. A pixel is `channels` consecutive floats (NHWC); an image's rows may stand further apart than its pixels need,
// so that a halo of zeros fits between them. A convolution reads the patch under an output pixel in place, as `runs`
// pieces of `run_length` consecutive floats, `run_stride` apart: the im2col row is never copied.

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// The rows of a product: a grid of `outer` by `inner` pixels, and how many floats apart they stand on both sides.
typedef struct {
  ptrdiff_t outer, inner;
  ptrdiff_t input_outer, input_inner;
  ptrdiff_t output_outer, output_inner;
} ck_rows;

/// The summed axis of a product: `runs` runs of `run_length` consecutive floats, `run_stride` floats apart.
typedef struct {
  ptrdiff_t runs, run_length, run_stride;
} ck_depth;

/// An image of `height` by `width` pixels whose rows stand `row_stride` floats apart.
typedef struct {
  ptrdiff_t height, width, channels, row_stride;
} ck_plane;

/// c[m][0..<panel] = start + sum over the depth of a[m][.] * b[.][0..<panel], or added to what c holds when `start` is
/// null; then ReLU if asked.
typedef void (*ck_tile)(
    const float *const *a, float *const *c, ck_depth depth, const float *b, const float *start, int relu);

/// c[m][0..<panel] += sum over `depth` of a[d][m] * b[d][0..<panel].
typedef void (*ck_outer)(
    ptrdiff_t depth, const float *a, ptrdiff_t a_stride, const float *b, ptrdiff_t b_stride, float *c,
    ptrdiff_t c_stride);

/// Where neighbouring pixels stand: floats from one row to the next and from one pixel to the next.
typedef struct {
  ptrdiff_t row, pixel;
} ck_grid;

/// The indices from `start` up to, not including, `end`.
typedef struct {
  ptrdiff_t start, end;
} ck_range;

enum { ck_most_rows = 16, ck_widest_panel = 64 };

/// A window that moves over a plane: its size, its strides, and how far above and left of the plane it starts.
typedef struct {
  ptrdiff_t height, width, stride_down, stride_across, top, left;
} ck_window;

/// Functions of one value; see `ck_kernels.activate`.
typedef enum {
  /// x, times `a` where it is negative
  ck_leaky_relu,
  /// x clipped to [0, a]
  ck_clipped_relu,
  ck_sigmoid,
  ck_tanh,
  /// a x + b clipped to [0, 1]
  ck_hard_sigmoid,
  /// x (x / 6 + 1/2 clipped to [0, 1])
  ck_hard_swish,
  /// x sigmoid(x)
  ck_silu,
  /// x times the standard normal distribution function
  ck_gelu
} ck_function;

/// One instruction set's kernels.
typedef struct ck_kernels {
  const char *name;
  /// Rows of the largest tile.
  int rows;
  /// Output channels of a tile.
  int panel;
  /// Floats of a vector.
  int lanes;
  /// `tile[m - 1]` computes a tile of `m` rows.
  ck_tile tile[ck_most_rows];
  /// `outer[m - 1]` adds to a tile of `m` rows.
  ck_outer outer[ck_most_rows];

  /// Does `rounds` rounds of `peak_multiply_adds` independent multiply-adds in registers: what the processor could do if
  /// no value ever had to be fetched. Returns their sum, so that none is left out.
  float (*peak)(ptrdiff_t rounds);
  ptrdiff_t peak_multiply_adds;
  /// Reads `count` floats, a multiple of 256, and returns their sum, so that none is left out.
  float (*read)(const float *values, ptrdiff_t count);

  /// out = max(0, in * scale + shift) or without the max, channel by channel.
  void (*affine)(ck_plane plane, const float *in, const float *scale, const float *shift, int relu, float *out,
                 ptrdiff_t out_stride);
  /// out = in * scale, channel by channel.
  void (*scale)(ck_plane plane, const float *in, const float *scale, float *out, ptrdiff_t out_stride);
  // Pools go over rows `first_row` and on of the output, as many as `out_plane` is high, and `out` stands at the first of
  // them; `in` stands at the whole input's first pixel. What a window has outside of the input does not count.

  /// out = the largest of each window.
  void (*max_pool)(ck_plane in_plane, const float *in, ck_window window, ptrdiff_t first_row, ck_plane out_plane,
                   float *out);
  /// out = the mean of each window, outside pixels counted as zeros or left out.
  void (*average_pool)(ck_plane in_plane, const float *in, ck_window window, int counts_outside, ptrdiff_t first_row,
                       ck_plane out_plane, float *out);
  /// Where each window's first largest value stands, as its index in the window, row by row.
  void (*max_pool_places)(ck_plane in_plane, const float *in, ck_window window, ptrdiff_t first_row,
                          ck_plane out_plane, uint8_t *places);
  /// d_in += d_out at the places that `max_pool_places` gave.
  void (*max_pool_scatter)(ck_plane out_plane, const float *d_out, const uint8_t *places, ck_window window,
                           ptrdiff_t first_row, ck_plane d_in_plane, float *d_in);
  /// d_in = d_out at the places that `max_pool_places` gave, 0 elsewhere, for windows of `kernel` by `kernel` side by
  /// side.
  void (*max_pool_place)(ck_plane out_plane, const float *d_out, const uint8_t *places, ptrdiff_t kernel,
                         ck_plane d_in_plane, float *d_in);
  /// d_in += d_out / window for each pixel of a window.
  void (*average_pool_backward)(ck_plane out_plane, const float *d_out, ck_window window, int counts_outside,
                                ptrdiff_t first_row, ck_plane d_in_plane, float *d_in);

  /// out = in + other, then ReLU if asked; `out` may be `in`.
  void (*add)(ck_plane plane, const float *in, const float *other, ptrdiff_t other_stride, int relu, float *out,
              ptrdiff_t out_stride);
  /// out = f(in); unless null, `slopes` gets f'(in), `[row][column][channel]`.
  void (*activate)(ck_plane plane, const float *in, ck_function function, float a, float b, float *out,
                   ptrdiff_t out_stride, float *slopes);
  /// out = in * factors, value by value, `factors` being `[row][column][channel]`.
  void (*multiply_values)(ck_plane plane, const float *in, const float *factors, float *out, ptrdiff_t out_stride);
  /// sums[c] += the sum over the pixels of in * factors, `factors` being `[row][column][channel]`.
  void (*sum_products)(ck_plane plane, const float *in, const float *factors, float *sums);

  /// A convolution in which each channel sees itself: out[c] = bias[c] + sum over the taps of in[c] * weights[tap][c], then
  /// ReLU if asked. `in` stands at the first output row's window, halo included, and `out` at its first pixel.
  void (*depthwise)(ck_plane in_plane, const float *in, ck_window window, const float *weights, const float *bias,
                    int relu, ck_plane out_plane, float *out);
  /// Its gradient by rows `first_row` and on of the input, as many as `d_in_plane` is high, at whose first pixel `d_in`
  /// stands; `d_out` stands at the whole gradient's first pixel.
  void (*depthwise_backward)(ck_plane d_out_plane, const float *d_out, ck_window window, const float *weights,
                             ptrdiff_t first_row, ck_plane d_in_plane, float *d_in);
  /// Its gradient by the weights: sums[tap][c] += the sum over the output's pixels of in[c] * d_out[c].
  void (*depthwise_weights)(ck_plane in_plane, const float *in, ck_window window, ck_plane d_out_plane,
                            const float *d_out, float *sums);

  /// One bit a value, set where it is positive; `bits` holds a byte for every 8 values of a row, rows rounded up.
  void (*positive_bits)(ck_plane plane, const float *values, uint8_t *bits);
  /// Zero where the bit is not set.
  void (*mask)(ck_plane plane, float *values, const uint8_t *bits);
  /// sums[c] += values, squares[c] += (values - center[c])^2.
  void (*moments)(ck_plane plane, const float *values, const float *center, float *sums, float *squares);
  /// sums[c] += values.
  void (*add_pixels)(ck_plane plane, const float *values, float *sums);
  /// Gradient through batch normalisation and ReLU, first half: d_out is zeroed where x * scale + shift is not positive
  /// (when `relu`), and sums[c] += d_out, products[c] += d_out * (x - mean) * inverse.
  void (*norm_backward_sums)(ck_plane x_plane, const float *x, const float *scale, const float *shift,
                             const float *mean, const float *inverse, int relu, ck_plane d_plane, float *d_out,
                             float *sums, float *products);
  /// Second half: d_x = factor[c] * d_out + slope[c] * x + offset[c].
  void (*norm_backward)(ck_plane x_plane, const float *x, ck_plane d_plane, const float *d_out, const float *factor,
                        const float *slope, const float *offset, ck_plane out_plane, float *d_x);

  // Winograd's transforms, for m = 2 and m = 4. A transformed tile has (m + 2)^2 positions, `stride` floats apart.

  /// B' d B of a patch of (m + 2) x (m + 2) pixels; writes whole vectors.
  void (*winograd_patch[2])(ck_grid in_grid, const float *in, ptrdiff_t channels, ptrdiff_t stride, float *out);
  /// A y A' of m x m pixels, the transpose of the output's transform; writes whole vectors.
  void (*winograd_gradient[2])(ck_grid in_grid, const float *in, ptrdiff_t channels, ptrdiff_t stride, float *out);
  /// G g G' of 3 x 3 weights; writes whole vectors.
  void (*winograd_filter[2])(ck_grid in_grid, const float *in, ptrdiff_t channels, ptrdiff_t stride, float *out);
  /// G' u G, its transpose, of (m + 2) x (m + 2) filter values; writes whole vectors.
  void (*winograd_weight[2])(ck_grid in_grid, const float *in, ptrdiff_t channels, ptrdiff_t stride, float *out);
  /// A' m A of one panel, plus bias, then ReLU if asked: m x m pixels.
  void (*winograd_output[2])(const float *products, ptrdiff_t stride, const float *bias, int relu, ck_grid out_grid,
                             float *out);
  /// The same, then the largest of every two by two pixels and, unless null, which of the four it was.
  void (*winograd_pooled[2])(const float *products, ptrdiff_t stride, const float *bias, int relu, ck_grid out_grid,
                             float *out, ck_grid place_grid, uint8_t *places);
} ck_kernels;

/// The kernels of one instruction set; null where the processor or the build lacks it.
const ck_kernels *ck_avx512(void);
const ck_kernels *ck_avx2(void);
const ck_kernels *ck_neon(void);
/// Always there.
const ck_kernels *ck_portable(void);

/// How many floats `columns` output channels of `depth` values take when packed in panels, zero-filled to whole panels.
ptrdiff_t ck_packed_count(const ck_kernels *kernels, ptrdiff_t depth, ptrdiff_t columns);

/// Packs b[d][k] = source[d * depth_stride + k * column_stride] into panels `[columns / panel][depth][panel]`.
void ck_pack(const ck_kernels *kernels, const float *source, ptrdiff_t depth, ptrdiff_t depth_stride,
             ptrdiff_t columns, ptrdiff_t column_stride, float *packed);

/// out[row][k] = bias[k] + sum over the depth of in[row][.] * packed[.][k], k below `columns`, then ReLU if asked.
/// `bias` is readable to whole panels. The sum runs in the order of the depth whatever the grid, so an output has the
/// same bits in every batch.
void ck_multiply(const ck_kernels *kernels, ck_rows rows, ck_depth depth, const float *in, const float *packed,
                 const float *bias, ptrdiff_t columns, int relu, float *out);

/// Adds patches to the pixels that they cover: pixel (y, x) of `patches`, whose `runs` runs of `run_length` floats stand
/// one after another in `patch_pixel` floats, is added to `out` at y * `outer` + x * `inner` and `run_stride` further for
/// each run. In the order of the pixels, so a sum has the same bits however the grid is cut.
void ck_scatter(ptrdiff_t height, ptrdiff_t width, const float *patches, ptrdiff_t patch_pixel, ck_depth depth,
                ptrdiff_t outer, ptrdiff_t inner, float *out);

/// How many floats of scratch `ck_weight_gradient` needs.
ptrdiff_t ck_weight_gradient_scratch(const ck_kernels *kernels, ck_rows rows, ptrdiff_t columns);

/// d_weights[run][i][k] += sum over the rows of in[row][run][i] * d_out[row][k].
void ck_weight_gradient(const ck_kernels *kernels, ck_rows rows, ck_depth depth, const float *in, const float *d_out,
                        ptrdiff_t columns, float *scratch, float *d_weights);

/// How many tiles go through Winograd's transforms before their products are formed.
enum { ck_winograd_tiles = 32 };

/// A convolution with a 3 x 3 window and stride 1, by Winograd's F(m x m, 3 x 3).
typedef struct {
  /// m: 2 or 4 output pixels a side of a tile.
  int size;
  /// Whether ReLU comes last, and whether only the largest of every two by two pixels is written (for outputs whose
  /// sides are multiples of m).
  int relu, pool;
  /// How many images stand one after another, and how many floats apart.
  ptrdiff_t images, in_image, out_image;
  /// What may be read from the first patch on: the input with its padding.
  ck_plane in;
  /// The convolution's output.
  ptrdiff_t out_height, out_width, out_channels;
  /// Where the output is written; of its sizes only the channels (floats a pixel) and the row stride count.
  ck_plane out;
  /// Where pooling notes which of four pixels was the largest, `[row][column][channel]`, an image's `places_image` bytes
  /// from the next; null to note nothing.
  uint8_t *places;
  ptrdiff_t places_image;
} ck_winograd;

/// How many floats of scratch a worker needs for convolving `channels` channels; with `gradient_channels`, those of the
/// output, for the gradient by the weights too (0 without).
ptrdiff_t ck_winograd_scratch(const ck_kernels *kernels, int size, ptrdiff_t channels, ptrdiff_t gradient_channels);

/// Turns weights packed by `ck_pack`, `[panel][3 x 3][channel][panel width]`, into filters G g G',
/// `[panel][(m + 2)^2][channel][panel width]`.
void ck_winograd_filters(const ck_kernels *kernels, int size, ptrdiff_t channels, ptrdiff_t panels, const float *packed,
                         float *filters);

/// Computes tiles in rows `tile_rows` and panels `panels` of the output of all images.
///
/// `filters` are G g G', packed `[panel of output channels][(m + 2)^2][input channel][panel]`; `bias` is readable to whole
/// panels. An output has the same bits in every batch and every cut.
void ck_winograd_convolve(const ck_kernels *kernels, const ck_winograd *w, ck_range tile_rows, ck_range panels,
                          const float *in, const float *filters, const float *bias, float *scratch, float *out);

/// Adds to the gradient by the filters, `[(m + 2)^2][input channel][output channels in whole panels]`, what the images of
/// `w` give: the sum over tiles of (B' d B) (A y A'). `w->out` is where `d_out` stands.
void ck_winograd_filter_gradient(const ck_kernels *kernels, const ck_winograd *w, const float *in, const float *d_out,
                                 float *scratch, float *d_filters);

/// d_weights[3 x 3][input channel][output channel] = G' d_filters G; `columns` output channels in `d_weights`, in whole
/// panels in `d_filters`.
void ck_winograd_weight_gradient(const ck_kernels *kernels, int size, ptrdiff_t channels, ptrdiff_t columns,
                                 const float *d_filters, float *d_weights);

#endif
