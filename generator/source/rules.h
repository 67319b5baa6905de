// What may be wrong with a repository, its file names and its Git LFS objects.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep::rules {

// The repository as a whole cannot be read: the errors of open_working_tree and open_git_tree.
extern const Rule source_not_a_folder;        // {path}
extern const Rule source_not_a_repository;    // {path}
extern const Rule source_unreadable;          // {path} {reason}
extern const Rule source_empty_repository;    // {path}
extern const Rule source_unknown_revision;    // {revision}
extern const Rule source_foreign_repository;  // {path}
extern const Rule source_damaged_object;      // {object} {reason}

// A file cannot be a part of a site.
extern const Rule source_symlink;
extern const Rule source_submodule;
extern const Rule source_special_file;
extern const Rule source_git_inside;
extern const Rule source_name_not_utf8;
extern const Rule source_name_not_nfc;
extern const Rule source_name_character;  // {character}
extern const Rule source_name_dots;
extern const Rule source_name_ending;
extern const Rule source_name_device;  // {name}
extern const Rule source_name_too_long;
extern const Rule source_name_twin;  // {other}

// The bytes behind a Git LFS pointer.
extern const Rule source_lfs_missing;  // {oid}
extern const Rule source_lfs_damaged;  // {oid}

}  // namespace mektep::rules

namespace mektep {
std::span<const Rule* const> source_rules();
}  // namespace mektep
