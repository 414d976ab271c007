#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#if PCRE2_MAJOR * 100 + PCRE2_MINOR < 1040
#error "PCRE2 10.40 or newer is needed: older ones do not know the properties of Unicode that patterns use"
#endif
