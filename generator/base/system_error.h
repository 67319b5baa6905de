// Why the operating system refused something, in the three languages of messages.
#pragma once
#include "base/locale.h"

namespace mektep {

// Of a value of errno; unknown ones are named by their number. Asks no locale.
Label system_error(int code);

}  // namespace mektep
