// The rule about facts that two places tell differently.
#pragma once
#include "base/finding.h"

namespace mektep::rules {
extern const Rule fact_contradicted;  // {found}, {expected}, {other}: where the fact stands, {repair}
}  // namespace mektep::rules
