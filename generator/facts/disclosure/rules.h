// Rules about the mandatory disclosure items.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
// Parameters: label, number, expects.
extern const Rule disclosure_missing;
extern const Rule disclosure_should;
extern const Rule disclosure_untranslated;
extern const Rule disclosure_stale;     // {date}
extern const Rule disclosure_expired;   // {date}, {document}
extern const Rule disclosure_expiring;  // {date}, {document}
extern const Rule disclosure_withheld;  // {count}
extern const Rule disclosure_contradicted;
}  // namespace rules

std::span<const Rule* const> disclosure_rules();

}  // namespace mektep
