// Rules about workbooks.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
extern const Rule xlsx_damaged;
extern const Rule xlsx_too_big;
extern const Rule xlsx_dtd;
}  // namespace rules

std::span<const Rule* const> xlsx_rules();

}  // namespace mektep
