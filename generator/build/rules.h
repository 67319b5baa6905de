// Rules about what a build needs beside the content.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
extern const Rule build_no_data;
extern const Rule build_no_theme;
}  // namespace rules

std::span<const Rule* const> build_rules();

}  // namespace mektep
