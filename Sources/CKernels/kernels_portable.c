// Plain C with vectors of four, which every processor that Swift runs on has or can do without.

#define CK_NAME "portable"
#define CK_LANES 4
#define CK_VECTORS 2
#define CK_ROWS 4
#define CK_FMA 0
#include "kernels.inc"

const ck_kernels *ck_portable(void) { return &table; }
