// What may go wrong with an output folder.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep::rules {

extern const Rule output_not_a_folder;    // {path}
extern const Rule output_foreign_folder;  // {path}
extern const Rule output_unusable;        // {path} {reason}
extern const Rule output_mount_point;     // {path}
extern const Rule output_busy;            // {path}
extern const Rule output_write_failed;    // {path} {reason}
extern const Rule output_path_refused;    // {path}
extern const Rule output_in_the_way;      // {path}

}  // namespace mektep::rules

namespace mektep {
std::span<const Rule* const> output_folder_rules();
}  // namespace mektep
