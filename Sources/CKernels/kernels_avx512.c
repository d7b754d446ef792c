// AVX-512: 8 rows x 32 channels. Eight rows divide the usual image widths, and sixteen independent sums hide the latency
// of two multiply-adds a cycle.

#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma"))), apply_to = function)
#define CK_NAME "avx512"
#define CK_LANES 16
#define CK_VECTORS 2
#define CK_ROWS 8
#define CK_FMA 1
#include "kernels.inc"
#pragma clang attribute pop

const ck_kernels *ck_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                 __builtin_cpu_supports("avx512bw")
             ? &table
             : NULL;
}

#else

const ck_kernels *ck_avx512(void) { return NULL; }

#endif
