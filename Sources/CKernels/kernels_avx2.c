// AVX2 with fused multiply-add: 6 rows x 16 channels fill 12 of the 16 registers with sums.

#include "CKernels.h"

#if defined(__x86_64__)

#include <string.h>

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define CK_NAME "avx2"
#define CK_LANES 8
#define CK_VECTORS 2
#define CK_ROWS 6
#define CK_FMA 1
#include "kernels.inc"
#pragma clang attribute pop

const ck_kernels *ck_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &table : NULL;
}

#else

const ck_kernels *ck_avx2(void) { return NULL; }

#endif
