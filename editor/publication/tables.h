// The tables of reviews, approvals, schedules and publications.
#pragma once
#include <span>

#include "editor/store/database.h"

namespace mektep::editor {

std::span<const Migration> publication_migrations();

}  // namespace mektep::editor
