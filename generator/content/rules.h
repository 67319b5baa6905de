// Rules about how a content repository is laid out and how its files hang together.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
extern const Rule content_no_site;
extern const Rule content_unknown_file;
extern const Rule content_no_locale;
extern const Rule content_bad_folder_name;
extern const Rule content_no_front_matter;
extern const Rule content_sidecar_without_asset;
extern const Rule content_file_missing;
extern const Rule content_asset_type;
extern const Rule content_picture_format;
extern const Rule content_file_ending;
extern const Rule content_active_picture;
extern const Rule content_asset_too_big;
extern const Rule content_document_without_record;
}  // namespace rules

std::span<const Rule* const> content_rules();

}  // namespace mektep
