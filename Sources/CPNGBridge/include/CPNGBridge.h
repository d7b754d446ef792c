#ifndef CPNG_BRIDGE_H
#define CPNG_BRIDGE_H
#endif
