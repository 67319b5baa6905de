// A diagram as templates see it: both drawings, and the same as a tree of words.
#pragma once
#include "outputs/diagram/diagram.h"
#include "theme/value.h"

namespace mektep {

// `nodes`: a list of {title, url, lang, children} that says all that the drawing says.
Value diagram_value(const Diagram& diagram, ValueList nodes);

}  // namespace mektep
