// NEON, which every 64-bit Arm processor has: 8 rows x 8 channels in 16 of the 32 registers.

#include "CKernels.h"

#if defined(__aarch64__)

#define CK_NAME "neon"
#define CK_LANES 4
#define CK_VECTORS 2
#define CK_ROWS 8
#define CK_FMA 1
#include "kernels.inc"

const ck_kernels *ck_neon(void) { return &table; }

#else

const ck_kernels *ck_neon(void) { return NULL; }

#endif
