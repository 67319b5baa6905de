// Refusals that come from the machine: the database or the repository could not. Nothing is lost.
#pragma once
#include "editor/actions/outcome.h"
#include "editor/repository/error.h"
#include "editor/store/database.h"

namespace mektep::editor {

Refusal refusal_of(const StoreError& error);
Refusal refusal_of(const RepositoryError& error);

}  // namespace mektep::editor
