// The tables of accounts, sessions and links.
#pragma once
#include <span>

#include "editor/store/database.h"

namespace mektep::editor {

std::span<const Migration> account_migrations();

}  // namespace mektep::editor
