#include "CPNGBridge.h"
#include <png.h>
